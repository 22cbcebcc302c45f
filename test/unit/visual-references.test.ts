import {globSync, readFileSync, statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {buildIndex} from 'storybook/internal/core-server';
import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {variants} from '../../scripts/visual/variants.ts';
import {isStill, testedStories} from '../support/built-storybook.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/visual');

/** The stories of which there is a reference, in each variant. */
function kept(variant: string): readonly string[] {
  const rows: unknown = JSON.parse(readFileSync(join(folder, variant, 'rows.json'), 'utf8'));
  return Object.keys(v.parse(v.record(v.string(), v.unknown()), rows));
}

describe('the references of pictures', () => {
  it('are of each story that does not move, in each variant, and of no other', async () => {
    const index = await buildIndex({configDir: join(root, '.storybook')});
    const stories = testedStories(index)
      .filter(isStill)
      .map(({id}) => id)
      .toSorted();
    expect(stories.length).toBeGreaterThan(100);
    for (const {name} of variants) expect(kept(name).toSorted(), name).toEqual(stories);
    // Storybook reads all files of stories for it.
  }, 30_000);

  it('have no files but theirs', () => {
    const names = new Set<string>(variants.map(({name}) => name));
    const strays = globSync(join(folder, '*/*')).filter((file) => {
      const variant = basename(dirname(file));
      const story = basename(file, '.png');
      return !names.has(variant) || (story !== 'rows.json' && !kept(variant).includes(story));
    });
    expect(strays).toEqual([]);
  });

  it('take less than 10 MB', () => {
    const sizes = globSync(join(folder, '**/*.{png,json}')).map((file) => statSync(file).size);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
  });
});
