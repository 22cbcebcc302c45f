import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Difference} from './difference.ts';
import {type Picture, pixelsOf} from './picture.ts';
import {pngOf} from './png.ts';

/** What is wrong with stories, with pictures of it in a folder. */
export class Findings {
  readonly #folder: string;
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, {recursive: true, force: true});
  }

  get count(): number {
    return this.#count;
  }

  add(variant: string, story: string, what: string): void {
    this.#count += 1;
    console.log(`✗ ${story}, ${variant}: ${what}`);
  }

  addDifference(
    variant: string,
    story: string,
    pictures: {expected: Picture; got: Picture; difference: Difference},
  ): void {
    const {expected, got, difference} = pictures;
    const folder = join(this.#folder, story);
    mkdirSync(folder, {recursive: true});
    const put = (name: string, png: Uint8Array): void => writeFileSync(join(folder, `${variant}-${name}.png`), png);
    put('expected', pngOf(pixelsOf(expected)));
    put('got', pngOf(pixelsOf(got)));
    put('difference', pngOf(difference.picture));
    this.add(variant, story, `${difference.pixels} pixels differ`);
  }
}
