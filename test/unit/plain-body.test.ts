import {HtmlRenderer, Parser} from 'commonmark';
import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isPlain, paragraphsOf} from '../../src/elements/petition-campaign/plain-body.ts';

const reference = (body: string): string => new HtmlRenderer().render(new Parser().parse(body));

const asHtml = (paragraphs: readonly string[]): string =>
  paragraphs.map((text) => `<p>${text.trim().replaceAll('"', '&quot;')}</p>\n`).join('');

const letters = fc.constantFrom(...Array.from('aZé文9.)(-+=*_`<>&\\[]#~!|":/ \n\n\n\t\r'));
const bodies = fc.array(letters, {maxLength: 40}).map((all) => all.join(''));

describe('a text without marks', () => {
  it('is what CommonMark makes of it', () => {
    let plain = 0;
    fc.assert(
      fc.property(bodies, (body) => {
        if (!isPlain(body)) return;
        plain += 1;
        expect(asHtml(paragraphsOf(body))).toBe(reference(body));
      }),
      {numRuns: 20_000},
    );
    expect(plain).toBeGreaterThan(100);
  });

  for (const body of [
    'Nobody asked.\n\nWe ask that it ends.',
    'One line\nand the next of it.',
    '2018 was the year (or 2019): 3 million people – “all of them”!',
    'ئۇيغۇر تىلى',
  ]) {
    it(`needs no parser: ${body}`, () => {
      expect(isPlain(body)).toBe(true);
      expect(asHtml(paragraphsOf(body))).toBe(reference(body));
    });
  }

  for (const body of [
    '- one',
    'text\n1. one',
    'text\n1) one',
    'Why\n===',
    'Why\n---',
    '    code',
    'a line  \nbroken',
    '*now*',
    'see https://example.org/a_b',
    'Law &amp; order',
    '<b>bold</b>',
    '# Why',
  ]) {
    it(`is not one like ${JSON.stringify(body)}`, () => expect(isPlain(body)).toBe(false));
  }
});
