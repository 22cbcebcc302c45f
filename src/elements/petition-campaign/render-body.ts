import {html, type TemplateResult} from 'lit';
import type {MarkedToken, Token} from 'marked';
import {webUrl} from '../../model/web-url.ts';

const isKnown = (token: Token): token is MarkedToken => 'raw' in token;

const renderAll = (tokens: readonly Token[] | undefined): unknown => (tokens ?? []).filter(isKnown).map(renderToken);

/**
 * A petition's body as templates. Text is text: raw HTML in it is shown as it was written, a link
 * that is none of the web's is its words, an image, which would call on another party, its description.
 */
export function renderBody(tokens: readonly Token[]): TemplateResult {
  return html`${renderAll(tokens)}`;
}

function renderToken(token: MarkedToken): unknown {
  switch (token.type) {
    case 'paragraph':
      return html`<p>${renderAll(token.tokens)}</p>`;
    case 'heading':
      return html`<h3>${renderAll(token.tokens)}</h3>`;
    case 'list':
      return renderList(token.ordered ? Number(token.start) : undefined, token.items);
    case 'blockquote':
      return html`<blockquote>${renderAll(token.tokens)}</blockquote>`;
    case 'strong':
      return html`<strong>${renderAll(token.tokens)}</strong>`;
    case 'em':
      return html`<em>${renderAll(token.tokens)}</em>`;
    case 'link':
      return renderLink(token.href, renderAll(token.tokens));
    case 'code':
      return html`<pre><code>${token.text}</code></pre>`;
    case 'codespan':
      return html`<code>${token.text}</code>`;
    case 'br':
      return html`<br />`;
    case 'hr':
      return html`<hr />`;
    case 'space':
    case 'def':
      return '';
    case 'text':
      return token.tokens ? renderAll(token.tokens) : token.text;
    default:
      return 'text' in token ? token.text : token.raw;
  }
}

function renderList(start: number | undefined, items: readonly {tokens: Token[]}[]): TemplateResult {
  const list = items.map((item) => html`<li>${renderAll(item.tokens)}</li>`);
  return start === undefined ? html`<ul>${list}</ul>` : html`<ol start=${start}>${list}</ol>`;
}

function renderLink(href: string, text: unknown): unknown {
  const url = webUrl(href);
  return url ? html`<a href=${url}>${text}</a>` : text;
}
