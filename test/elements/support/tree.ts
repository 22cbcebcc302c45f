import {executeServerCommand} from '@web/test-runner-commands';
import {plain} from './page.ts';

/** A node as a screen reader is told of it. */
export interface Node {
  readonly role: string;
  readonly name?: string;
  readonly value?: string | number;
  readonly description?: string;
  readonly level?: number;
  readonly required?: boolean;
  readonly invalid?: string;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  readonly focused?: boolean;
  readonly modal?: boolean;
  readonly haspopup?: string;
  readonly live?: string;
  readonly atomic?: boolean;
  readonly children?: readonly Node[];
}

/** The tree of the whole page; undefined in a browser that tells nobody but screen readers. */
export async function wholeTree(): Promise<Node | undefined> {
  const {tree} = await executeServerCommand<{readonly tree: Node | null}, undefined>('accessibility-tree');
  const isToldByAll = navigator.userAgent.includes('Chrome/');
  if (tree === null && isToldByAll) throw new Error('Chromium tells nothing of its accessibility tree');
  return tree ?? undefined;
}

/** A node and all below it, in the reader's order. */
export const flat = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(flat)];

const meaningless = new Set(['RootWebArea', 'generic', 'none', 'MenuListPopup']);
/** Parts of a text by lines, and of what the browser itself adds. */
const unread = new Set(['InlineTextBox', 'ListMarker', 'LineBreak']);
/** Their parts are the browser's own. */
const whole = new Set(['textbox', 'Date']);
/** A list of all the world's countries is no news. */
const mostOptions = 20;

/** Nobody meets it, but what is in it. */
const isTransparent = ({role, focused}: Node): boolean => meaningless.has(role) && !(focused && role === 'generic');

const quoted = (text: string | undefined): string => (text ? `"${plain(text)}"` : '');

/** What it is at the moment, in brackets as far as it is anything. */
const statesOf = (node: Node): readonly string[] => [
  node.level === undefined ? '' : `level ${node.level}`,
  node.required ? 'required' : '',
  node.invalid === 'true' ? 'wrong' : '',
  node.checked ? 'checked' : '',
  node.selected ? 'selected' : '',
  node.disabled ? 'disabled' : '',
  node.expanded === undefined ? '' : node.expanded ? 'expanded' : 'collapsed',
  node.haspopup ? `opens ${node.haspopup}` : '',
  node.modal ? 'modal' : '',
  node.live ?? '',
  node.focused ? 'focused' : '',
];

function lineOf(node: Node): string {
  const {role, name, value, description} = node;
  const states = statesOf(node).filter(Boolean).join(', ');
  const said = typeof value === 'number' ? value.toFixed(2) : value;
  return [
    role === 'StaticText' ? 'text' : role,
    quoted(name),
    states && `[${states}]`,
    said && `= ${quoted(said)}`,
    description && `— ${plain(description)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

const textIn = (node: Node): string =>
  flat(node)
    .filter(({role}) => role === 'StaticText')
    .map(({name = ''}) => name)
    .join('');

/** Without white space, which stands between words in a name and around them in a text. */
const letters = (text: string): string => plain(text).replaceAll(' ', '');

/** Whether there is nothing below a node but its name. */
const isItsName = (node: Node): boolean =>
  flat(node)
    .slice(1)
    .every((each) => each.role === 'StaticText' || isTransparent(each) || unread.has(each.role)) &&
  letters(textIn(node)) === letters(node.name ?? '');

const isEmpty = ({role, name = ''}: Node): boolean => role === 'StaticText' && plain(name) === '';

function childrenOf(node: Node): readonly Node[] {
  if (whole.has(node.role) || isItsName(node)) return [];
  return (node.children ?? [])
    .filter((child) => !unread.has(child.role) && !isEmpty(child))
    .flatMap((child) => (isTransparent(child) ? childrenOf(child) : child));
}

function linesBelow(node: Node, indent: string): readonly string[] {
  const children = childrenOf(node);
  if (children.length > mostOptions && node.role === 'combobox') return [`${indent}… ${children.length} options`];
  return children.flatMap((child) => [`${indent}${lineOf(child)}`].concat(linesBelow(child, `${indent}  `)));
}

/**
 * A tree in lines that a person can read: role "name" [states] = "value" — description. Chromium tells a screen reader
 * more than it tells here: no `aria-valuetext`, no `aria-current`, and of boxes and lists not that they are required.
 */
export const asText = (tree: Node): string => linesBelow(tree, '').join('\n');
