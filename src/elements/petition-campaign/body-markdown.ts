import {marked, type Token} from 'marked';

/** A body's structure (CommonMark), to be rendered as templates: no HTML is ever made of a string. */
export function parseMarkdown(body: string): readonly Token[] {
  return marked.lexer(body, {gfm: false});
}
