import {html, type TemplateResult} from 'lit/html.js';
import {webUrl} from '../../model/web-url.ts';
import type {BodyNode} from './body-markdown.ts';

/** Nobody writes what is nested deeper, and no stack is as deep as a text can be that a program wrote. */
const deepest = 50;

/**
 * A petition's body as templates. Text is text: raw HTML in it is shown as it was written, a link
 * that is none of the web's is its words, an image, which would call on another party, its description.
 */
export function renderBody(body: BodyNode): TemplateResult {
  return html`${renderChildren(body, 0)}`;
}

function renderChildren(node: BodyNode, depth: number): unknown {
  if (depth > deepest) return textOf(node);
  const children: unknown[] = [];
  for (let child = node.firstChild; child; child = child.next) children.push(renderNode(child, depth + 1));
  return children;
}

/** The words alone. */
function textOf(node: BodyNode): string {
  const walker = node.walker();
  let text = '';
  for (let step = walker.next(); step; step = walker.next()) text += step.entering ? (step.node.literal ?? ' ') : '';
  return text;
}

function renderNode(node: BodyNode, depth: number): unknown {
  switch (node.type) {
    case 'heading':
      return html`<h3>${renderChildren(node, depth)}</h3>`;
    case 'list':
      return renderList(node, depth);
    case 'item':
      return html`<li>${renderChildren(node, depth)}</li>`;
    case 'block_quote':
      return html`<blockquote>${renderChildren(node, depth)}</blockquote>`;
    case 'paragraph':
      return isTight(node) ? renderChildren(node, depth) : html`<p>${renderChildren(node, depth)}</p>`;
    case 'strong':
      return html`<strong>${renderChildren(node, depth)}</strong>`;
    case 'emph':
      return html`<em>${renderChildren(node, depth)}</em>`;
    case 'link':
      return renderLink(node, depth);
    case 'image':
      return renderChildren(node, depth);
    case 'code_block':
      return html`<pre><code>${node.literal}</code></pre>`;
    case 'code':
      return html`<code>${node.literal}</code>`;
    case 'linebreak':
      return html`<br />`;
    case 'softbreak':
      return '\n';
    case 'thematic_break':
      return html`<hr />`;
    default:
      return node.literal;
  }
}

/** What an item of a list says has no paragraph of its own where the items stand close together. */
const isTight = ({parent}: BodyNode): boolean => parent?.type === 'item' && parent.parent?.listTight === true;

function renderList(node: BodyNode, depth: number): TemplateResult {
  const items = renderChildren(node, depth);
  return node.listType === 'ordered' ? html`<ol start=${node.listStart}>${items}</ol>` : html`<ul>${items}</ul>`;
}

function renderLink(node: BodyNode, depth: number): unknown {
  const text = renderChildren(node, depth);
  const url = webUrl(node.destination ?? undefined);
  return url ? html`<a href=${url}>${text}</a>` : text;
}
