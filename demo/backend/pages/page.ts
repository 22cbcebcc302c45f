import {createHash} from 'node:crypto';
import type {Context} from 'hono';
import {html, raw} from 'hono/html';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import {webUrl} from '../../../src/model/web-url.ts';
import {translationOf} from '../petitions/languages.ts';
import type {Speech} from '../spoken-languages.ts';
import type {StoredPetition} from '../storage/storage.ts';

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
body { max-inline-size: 34rem; margin: 12vh auto 0; padding-inline: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin-block: 0 0.5rem; text-wrap: balance; }
p { margin-block: 0 1rem; }
a { color: LinkText; display: inline-block; padding-block: 0.5rem; }
button { font: inherit; font-weight: 600; min-block-size: 3rem; padding: 0.5rem 1.5rem; border: 1px solid transparent;
  border-radius: 0.5rem; background: #12508c; color: #fff; cursor: pointer; }
button:hover { background: #0c3b69; }
:is(a, button):focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
button:focus-visible { outline-color: CanvasText; }
`;

/** A policy that allows one style sheet within the page, and nothing else. */
export const stylePolicy = (sheet: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'; base-uri 'none'`;

const pagePolicy = `${stylePolicy(style)}; form-action 'none'`;
/** Nobody's page may lay itself over a form's button. */
const formPolicy = `${stylePolicy(style)}; form-action 'self'; frame-ancestors 'none'`;

type Markup = ReturnType<typeof html>;

interface Page {
  readonly speech: Speech;
  readonly title: string;
  readonly content: Markup;
  readonly hasForm?: boolean;
  readonly status?: ContentfulStatusCode;
}

/** A page of the backend's own, for one person: nobody keeps it, finds it or learns where it was. */
export function pageAnswer(c: Context, {speech, title, content, hasForm = false, status = 200}: Page) {
  c.header('Content-Security-Policy', hasForm ? formPolicy : pagePolicy);
  c.header('Content-Language', speech.lang);
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('X-Robots-Tag', 'noindex');
  return c.html(
    html`<!doctype html>
<html lang="${speech.lang}" dir="${speech.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`,
    status,
  );
}

/** The petition's name, in the reader's language where it has one. */
export function petitionName({definition}: StoredPetition, lang: string): Markup {
  const title = translationOf(definition.texts, lang);
  return html`<p lang="${title.lang}" dir="auto"><strong>${title.text.title}</strong></p>`;
}

export function petitionLink({definition}: StoredPetition, back: string): Markup {
  const url = webUrl(definition.url);
  return url === undefined ? html`` : html`<p><a href="${url}">${back}</a></p>`;
}
