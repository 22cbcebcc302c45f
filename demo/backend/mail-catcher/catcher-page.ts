import {Hono} from 'hono';
import {html, raw} from 'hono/html';
import {stylePolicy} from '../pages/page.ts';
import type {CaughtMail, CaughtMails} from './caught-mails.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1.5rem; }
h1, h2 { line-height: 1.25; margin-block: 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.25rem; }
article { margin-block: 2rem; padding: 1.25rem; border: 1px solid color-mix(in srgb, CanvasText 30%, Canvas); border-radius: 0.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0 0 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { box-sizing: border-box; inline-size: 100%; block-size: 34rem; border: 1px solid color-mix(in srgb, CanvasText 30%, Canvas); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; font: inherit; }
a { display: inline-block; }
a, summary { padding-block: 0.5rem; cursor: pointer; }
:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
`;
const listPolicy = `${stylePolicy(style)}; frame-src 'self'`;

/** A mail is a stranger's page: it runs nothing and loads nothing, but its links open. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

/** Shows what was caught. */
export function catcherPage(caught: CaughtMails): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Content-Type-Options', 'nosniff');
  });

  app.get('/', (c) => {
    c.header('Content-Security-Policy', listPolicy);
    return c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Caught mail (${caught.all.length})</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>Caught mail</h1>
<p>What the backend has sent since it started, the newest first. None of it has left this machine.</p>
<p><a href="/">Look for new mail</a></p>
${caught.all.length === 0 ? html`<p>There is none yet.</p>` : caught.all.map(mailPart)}
</main>
</body>
</html>
`);
  });

  app.get('/mails/:id', (c) => {
    const mail = caught.find(c.req.param('id'));
    if (!mail) return c.notFound();
    c.header('Content-Security-Policy', mailPolicy);
    return c.html(withLinksOutside(mail.html));
  });
  return app;
}

function mailPart({id, at, to, subject, lang, text}: CaughtMail) {
  return html`<article aria-labelledby="subject-${id}">
<h2 id="subject-${id}" dir="auto" lang="${lang ?? ''}">${subject}</h2>
<dl>
<dt>To</dt><dd><bdi>${to.join(', ')}</bdi></dd>
<dt>Time</dt><dd><time datetime="${at.toISOString()}">${at.toISOString()}</time></dd>
<dt>Language</dt><dd>${lang ?? 'not said'}</dd>
</dl>
<iframe title="The mail as HTML" src="/mails/${id}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>
<details>
<summary>The mail as text</summary>
<pre lang="${lang ?? ''}">${text}</pre>
</details>
</article>`;
}

/** As in a mail program, a link opens beside the mail. */
function withLinksOutside(page: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(page) ? page.replace(/<head[^>]*>/i, (head) => head + base) : base + page;
}
