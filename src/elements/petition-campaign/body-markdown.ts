import {type Node, Parser} from 'commonmark';

/** A part of a body, with what is in it. */
export type BodyNode = Node;

/** A body's structure (CommonMark), to be rendered as templates: no HTML is ever made of a string. */
export function parseMarkdown(body: string): BodyNode {
  return new Parser().parse(body);
}
