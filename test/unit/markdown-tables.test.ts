import {expect, it} from 'vitest';
import {type MarkdownNode, markdownTables} from '../../build/markdown-tables.ts';

const text = (value: string): MarkdownNode => ({type: 'text', value});
const code = (value: string): MarkdownNode => ({type: 'inlineCode', value});
const cell = (...children: MarkdownNode[]): MarkdownNode => ({type: 'tableCell', children});
const row = (...children: MarkdownNode[]): MarkdownNode => ({type: 'tableRow', children});
const paragraph = (...children: MarkdownNode[]): MarkdownNode => ({type: 'paragraph', children});

function replaced(...children: MarkdownNode[]): MarkdownNode[] | undefined {
  const tree = {type: 'root', children};
  markdownTables()(tree);
  return tree.children;
}

it('makes a table of what GitHub takes for one', () => {
  const written = paragraph(
    text('| what | bytes |\n| ---- | ----: |\n| '),
    code('a|b'),
    text(', with |       |\n| '),
    {type: 'link', children: [text('a link')]},
    text('   |    12 |'),
  );
  expect(replaced(written)?.[0]?.children).toEqual([
    {
      type: 'table',
      align: [null, 'right'],
      children: [
        row(cell(text('what')), cell(text('bytes'))),
        row(cell(code('a|b'), text(', with')), cell()),
        row(cell({type: 'link', children: [text('a link')]}), cell(text('12'))),
      ],
    },
  ]);
});

it('puts it into a box that can be scrolled', () => {
  const [box] = replaced(paragraph(text('| a |\n| --- |\n| b |'))) ?? [];
  expect(box?.data).toEqual({hName: 'div', hProperties: {class: 'table'}});
});

it('leaves other paragraphs as they are', () => {
  const written = [paragraph(text('either | or')), paragraph(text('| a row |\n| another |'))];
  expect(replaced(...structuredClone(written))).toEqual(written);
});

it('looks into lists, too', () => {
  const table = paragraph(text('| a |\n| --- |\n| b |'));
  const [list] = replaced({type: 'list', children: [{type: 'listItem', children: [table]}]}) ?? [];
  expect(list?.children?.[0]?.children?.[0]?.children?.[0]?.type).toBe('table');
});
