/** A part of a Markdown text, as far as tables are concerned (mdast). */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly align?: readonly (Alignment | null)[];
  readonly data?: {readonly hName: string; readonly hProperties: Readonly<Record<string, string>>};
  children?: MarkdownNode[];
}

type Alignment = 'left' | 'right' | 'center';
type Inline = readonly MarkdownNode[];

const delimiters = /^\|(\s*:?-+:?\s*\|)+$/;

/** What stands between the separators; text alone has any. */
function split(nodes: Inline, separator: string): Inline[] {
  const parts: MarkdownNode[][] = [[]];
  for (const node of nodes) {
    const [first = '', ...others] = node.type === 'text' ? (node.value ?? '').split(separator) : [];
    if (node.type !== 'text') parts.at(-1)?.push(node);
    if (first !== '') parts.at(-1)?.push({type: 'text', value: first});
    for (const value of others) parts.push(value === '' ? [] : [{type: 'text', value}]);
  }
  return parts;
}

/** Without the spaces that line the columns up. */
const trimmed = (nodes: Inline): MarkdownNode[] =>
  nodes.flatMap((node, index) => {
    const start = index === 0 ? node.value?.trimStart() : node.value;
    const value = index === nodes.length - 1 ? start?.trimEnd() : start;
    if (node.type !== 'text') return node;
    return value ? {type: 'text', value} : [];
  });

const rowOf = (line: Inline): MarkdownNode => ({
  type: 'tableRow',
  children: split(line, '|')
    .slice(1, -1)
    .map((cell) => ({type: 'tableCell', children: trimmed(cell)})),
});

function alignmentOf(delimiter: string): Alignment | null {
  const [isLeft, isRight] = [delimiter.startsWith(':'), delimiter.endsWith(':')];
  if (isRight) return isLeft ? 'center' : 'right';
  return isLeft ? 'left' : null;
}

/** In a box of its own, for a table that is wider than its page. */
const scrolled = (table: MarkdownNode): MarkdownNode => ({
  type: 'scrolled',
  data: {hName: 'div', hProperties: {class: 'table'}},
  children: [table],
});

function tableIn({type, children = []}: MarkdownNode): MarkdownNode | undefined {
  const [head, line, ...body] = type === 'paragraph' ? split(children, '\n') : [];
  const [{value = ''} = {}] = line ?? [];
  if (!head || !delimiters.test(value.trim())) return undefined;
  const align = value
    .trim()
    .slice(1, -1)
    .split('|')
    .map((delimiter) => alignmentOf(delimiter.trim()));
  return scrolled({type: 'table', align, children: [head, ...body].map(rowOf)});
}

function replaceIn(node: MarkdownNode): void {
  if (!node.children || node.type === 'table') return;
  node.children = node.children.map((child) => tableIn(child) ?? child);
  node.children.forEach(replaceIn);
}

/** Tables as GitHub has them, for a parser that knows CommonMark alone, to which they are paragraphs. */
export const markdownTables = () => replaceIn;
