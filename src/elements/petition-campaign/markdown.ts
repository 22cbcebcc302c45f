import type {TemplateResult} from 'lit/html.js';
import {parseMarkdown} from './body-markdown.ts';
import {renderBody} from './render-body.ts';

export {markdownStyles} from './markdown.styles.ts';

/** A text as its Markdown says. */
export const renderMarkdown = (body: string): TemplateResult => renderBody(parseMarkdown(body));
