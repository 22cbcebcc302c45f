import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import type {Pixels} from '../../scripts/pictures/pixels.ts';
import {differenceOf} from '../../scripts/visual/difference.ts';
import {type Picture, pixelsOf, RowBook} from '../../scripts/visual/picture.ts';
import {pngOf, readPng} from '../../scripts/visual/png.ts';
import {References} from '../../scripts/visual/references.ts';
import type {Variant} from '../../scripts/visual/variants.ts';

type Colour = readonly [number, number, number];

const white: Colour = [255, 255, 255];
const ink: Colour = [24, 33, 41];

function painted(width: number, height: number, colourAt: (x: number, y: number) => Colour): Pixels {
  const bytes = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    bytes.set([...colourAt(pixel % width, Math.floor(pixel / width)), 255], pixel * 4);
  }
  return {width, height, bytes};
}

/** A box on a page, at a distance from the top. */
const box = (top: number, colour: Colour = ink): Pixels =>
  painted(40, 60, (x, y) => (x > 9 && x < 30 && y >= top && y < top + 20 ? colour : white));

describe('a difference between pictures', () => {
  it('is none where they are equal, or off by what nobody sees', () => {
    expect(differenceOf(box(10), box(10))).toBeUndefined();
    expect(differenceOf(box(10), box(10, [24, 34, 45]))).toBeUndefined();
  });

  it('is none where hardly a pixel is another', () => {
    const spotted = (many: number): Pixels => painted(40, 60, (x, y) => (y === 0 && x < many ? ink : white));
    expect(differenceOf(spotted(0), spotted(3))).toBeUndefined();
    expect(differenceOf(spotted(0), spotted(4))?.pixels).toBe(4);
  });

  it('is a shift by one pixel', () => {
    expect(differenceOf(box(10), box(11))?.pixels).toBe(40);
  });

  it('is another shade', () => {
    const coarse = (pixels: Pixels): Pixels => pixelsOf(new RowBook().picture(pixels));
    const accent = coarse(box(10, [11, 93, 120]));
    expect(differenceOf(accent, coarse(box(10, [11, 110, 140])))?.pixels).toBe(400);
    expect(differenceOf(accent, coarse(box(10, [8, 85, 110])))?.pixels).toBe(400);
  });

  it('is a page that has grown, be it by nothing', () => {
    expect(
      differenceOf(
        box(10),
        painted(40, 61, () => white),
      ),
    ).toBeDefined();
    expect(
      differenceOf(
        painted(40, 60, () => white),
        painted(40, 61, () => white),
      ),
    ).toBeDefined();
  });
});

describe('a PNG', () => {
  it.each([1, 2, 3, 5, 16, 17, 256, 300])('keeps a picture in %i colours as it is', (colours) => {
    const picture = painted(37, 21, (x, y) => [((y * 37 + x) % colours) & 255, ((y * 37 + x) % colours) >> 8, 7]);
    const read = readPng(pngOf(picture));
    expect({...read, bytes: [...read.bytes]}).toEqual({...picture, bytes: [...picture.bytes]});
  });
});

const variant: Variant = {name: 'light-en-320', theme: 'light', language: 'en', width: 320};

/** Rows that are all different, from one number on. */
const lines = (first: number, count: number): Pixels =>
  painted(320, count, (x, y) => (((first + y) >> (x % 10)) & 1 ? ink : white));

const below = (...parts: readonly Pixels[]): Pixels => ({
  width: 320,
  height: parts.reduce((height, part) => height + part.height, 0),
  bytes: Buffer.concat(parts.map(({bytes}) => bytes)),
});

describe('references', () => {
  const folder = mkdtempSync(join(tmpdir(), 'references-'));
  const files = (): readonly string[] => readdirSync(join(folder, variant.name)).toSorted();

  function write(pictures: Readonly<Record<string, Pixels>>): ReadonlyMap<string, Picture> {
    const book = new RowBook();
    const written = new Map(Object.entries(pictures).map(([story, pixels]) => [story, book.picture(pixels)]));
    new References(folder, variant, book).write(written);
    return written;
  }

  const read = (): ReadonlyMap<string, Picture> => new References(folder, variant, new RowBook()).read();

  afterEach(() => rmSync(folder, {recursive: true, force: true}));

  it('are read as they were written', () => {
    const written = write({
      overview: lines(0, 100),
      inserted: below(lines(0, 40), lines(500, 30), lines(40, 60)),
      plain: painted(320, 80, () => white),
      shorter: below(
        lines(20, 30),
        painted(320, 30, () => white),
      ),
      again: lines(0, 100),
    });
    const kept = [...read()].map(([story, picture]) => [story, Buffer.from(pixelsOf(picture).bytes)]);
    expect(kept).toEqual([...written].map(([story, picture]) => [story, Buffer.from(pixelsOf(picture).bytes)]));
  });

  it('keep once what several stories show', () => {
    write({
      overview: lines(0, 100),
      inserted: below(lines(0, 40), lines(500, 30), lines(40, 60)),
      again: lines(0, 100),
    });
    expect(files()).toEqual(['inserted.png', 'overview.png', 'rows.json']);
  });

  it('forget a story that is no more', () => {
    write({overview: lines(0, 100), other: lines(300, 100)});
    write({other: lines(300, 100)});
    expect(files()).toEqual(['other.png', 'rows.json']);
    expect([...read().keys()]).toEqual(['other']);
  });
});
