import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Difference} from './difference.ts';
import {type Picture, pixelsOf} from './picture.ts';
import {pngOf} from './png.ts';

/** Which picture it is. */
export interface Place {
  readonly story: string;
  /** The variant's name. */
  readonly variant: string;
}

interface Different {
  readonly expected: Picture;
  readonly got: Picture;
  readonly difference: Difference;
}

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

  add({story, variant}: Place, what: string): void {
    this.#count += 1;
    console.log(`✗ ${story}, ${variant}: ${what}`);
  }

  addDifference(place: Place, {expected, got, difference}: Different): void {
    const folder = join(this.#folder, place.story);
    mkdirSync(folder, {recursive: true});
    const put = (name: string, png: Uint8Array): void =>
      writeFileSync(join(folder, `${place.variant}-${name}.png`), png);
    put('expected', pngOf(pixelsOf(expected)));
    put('got', pngOf(pixelsOf(got)));
    put('difference', pngOf(difference.picture));
    this.add(place, `${difference.pixels} pixels differ`);
  }
}
