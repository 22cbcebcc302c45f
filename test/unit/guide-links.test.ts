import {globSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it} from 'vitest';

const root = join(import.meta.dirname, '../..');

const pages = globSync('stories/guide/*.mdx', {cwd: root}).map((path) => ({
  name: basename(path),
  text: readFileSync(join(root, path), 'utf8'),
}));

/** As Storybook makes addresses of titles. */
const idOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z\d]+/g, '-');

const titles = pages.flatMap(({text}) => /<Meta title="([^"]+)"/.exec(text)?.[1] ?? []);
const addresses = new Set(titles.map((title) => `${idOf(title)}--docs`));

const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, path = '']) => path);

/** Files of tests, named with or without their first folder, and with a star for any of a name. */
const testFiles = /`(?:test\/)?((?:backend|contracts|e2e|elements|unit)\/[\w.*-]+\.ts)`/g;

describe.each(pages)('the guide’s page $name', ({text}) => {
  it('leads to pages that there are', () => {
    const linked = found(text, /\?path=\/docs\/(guide-[\w-]+)/g);
    expect(linked.filter((address) => !addresses.has(address))).toEqual([]);
  });

  it('names tests that there are', () => {
    const named = found(text, testFiles);
    expect(named.filter((path) => globSync(join(root, 'test', path)).length === 0)).toEqual([]);
  });
});
