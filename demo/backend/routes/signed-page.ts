import {createHash} from 'node:crypto';
import {Hono} from 'hono';
import {html, raw} from 'hono/html';
import {webUrl} from '../../../src/model/web-url.ts';
import type {AppEnv} from '../http/app-env.ts';
import {ProblemError} from '../http/problems.ts';
import {translationOf} from '../petitions/languages.ts';
import type {Services} from '../services.ts';
import {pageTextsFor} from '../signing/signed-outcomes.ts';
import type {StoredPetition} from '../storage/storage.ts';

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
body { max-inline-size: 34rem; margin: 12vh auto 0; padding-inline: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin-block: 0 0.5rem; text-wrap: balance; }
p { margin-block: 0 1rem; }
a { color: LinkText; display: inline-block; padding-block: 0.5rem; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
`;
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Tells a person without JavaScript how their signing went. */
export function signedPageRoutes({storage}: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/signed/:id', async (c) => {
    const texts = pageTextsFor(c.req.query('lang'));
    const asked = Object.entries(texts.outcomes).find(([outcome]) => outcome === c.req.query('outcome'));
    if (!asked) throw new ProblemError('not-found');
    const petition = await storage.findPetition(c.req.param('id'));
    c.header('Content-Security-Policy', policy);
    c.header('Content-Language', texts.lang);
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Robots-Tag', 'noindex');
    const [, outcome] = asked;
    return c.html(
      html`<!doctype html>
<html lang="${texts.lang}" dir="${texts.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${outcome.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${outcome.title}</h1>
<p>${outcome.text}</p>
${petition ? petitionPart(petition, texts.lang, texts.back) : ''}
</main>
</body>
</html>
`,
      petition ? 200 : 404,
    );
  });
  return routes;
}

function petitionPart({definition}: StoredPetition, lang: string, back: string) {
  const title = translationOf(definition.texts, lang);
  const url = webUrl(definition.url);
  return html`<p lang="${title.lang}" dir="auto"><strong>${title.text.title}</strong></p>
${url === undefined ? '' : html`<p><a href="${url}">${back}</a></p>`}`;
}
