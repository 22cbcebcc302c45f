import {existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import * as v from 'valibot';
import {type Picture, pixelsOf, type RowBook} from './picture.ts';
import {pngOf, readPng} from './png.ts';
import {type Piece, Shelf} from './shelf.ts';
import type {Variant} from './variants.ts';

/** Of each story, in the order in which they are kept, what its picture consists of. */
const rowsSchema = v.record(v.string(), v.array(v.union([v.number(), v.tuple([v.string(), v.number(), v.number()])])));

type Pictures = ReadonlyMap<string, Picture>;

/** A story to a line, so that a change is seen where it is. */
const written = (pieces: ReadonlyMap<string, readonly Piece[]>): string =>
  `{\n${[...pieces].map(([story, each]) => `${JSON.stringify(story)}: ${JSON.stringify(each)}`).join(',\n')}\n}\n`;

/** The pictures of stories in one variant as they are in the repository. */
export class References {
  readonly #folder: string;
  readonly #width: number;
  readonly #book: RowBook;

  constructor(folder: string, {name, width}: Variant, book: RowBook) {
    this.#folder = join(folder, name);
    this.#width = width;
    this.#book = book;
  }

  /** Each story's picture, by its id. */
  read(): Pictures {
    const rows = existsSync(this.#rowsFile) ? readFileSync(this.#rowsFile, 'utf8') : '{}';
    const shelf = new Shelf();
    const pictures = new Map<string, Picture>();
    for (const [story, pieces] of Object.entries(v.parse(rowsSchema, JSON.parse(rows)))) {
      const picture = shelf.restore(this.#width, {pieces, own: this.#ownRows(story)});
      shelf.add(story, picture);
      pictures.set(story, picture);
    }
    return pictures;
  }

  /** Keeps these pictures and no others. */
  write(pictures: Pictures): void {
    mkdirSync(this.#folder, {recursive: true});
    const shelf = new Shelf();
    const pieces = new Map<string, readonly Piece[]>();
    const stale = new Set(globSync(join(this.#folder, '*.png')));
    for (const [story, picture] of pictures) {
      const {own, pieces: its} = shelf.keep(picture);
      shelf.add(story, picture);
      pieces.set(story, its);
      if (own.length === 0) continue;
      stale.delete(this.#fileOf(story));
      writeFileSync(this.#fileOf(story), pngOf(pixelsOf({width: picture.width, rows: own})));
    }
    for (const file of stale) rmSync(file);
    writeFileSync(this.#rowsFile, written(pieces));
  }

  get #rowsFile(): string {
    return join(this.#folder, 'rows.json');
  }

  #fileOf(story: string): string {
    return join(this.#folder, `${story}.png`);
  }

  #ownRows(story: string): Picture['rows'] {
    const file = this.#fileOf(story);
    return existsSync(file) ? this.#book.picture(readPng(readFileSync(file))).rows : [];
  }
}
