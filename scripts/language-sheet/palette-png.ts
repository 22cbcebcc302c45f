import {crc32, deflateSync} from 'node:zlib';
import type {Pixels} from './pixels.ts';

type Colour = readonly [red: number, green: number, blue: number];

const mostColours = 256;
/** Colours that differ by less look the same: 5 bits of each channel. */
const coarse = (value: number): number => value & 0b1111_1000;

const keyOf = (red: number, green: number, blue: number): number => (red << 16) | (green << 8) | blue;
const colourOf = (key: number): Colour => [key >> 16, (key >> 8) & 255, key & 255];

const distance = ([r, g, b]: Colour, [red, green, blue]: Colour): number =>
  (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;

/** How many pixels there are of each colour. */
function countColours({bytes}: Pixels): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < bytes.length; at += 4) {
    const colour = keyOf(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

/** The most frequent colours, of those that look the same only the first. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly Colour[] {
  const palette = new Map<number, Colour>();
  for (const [colour] of [...counts].toSorted(([, one], [, other]) => other - one)) {
    const [red, green, blue] = colourOf(colour);
    const alike = keyOf(coarse(red), coarse(green), coarse(blue));
    if (!palette.has(alike)) palette.set(alike, [red, green, blue]);
    if (palette.size === mostColours) break;
  }
  return [...palette.values()];
}

function nearestIn(palette: readonly Colour[], colour: Colour): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, each] of palette.entries()) {
    const away = distance(each, colour);
    if (away < least) [nearest, least] = [index, away];
  }
  return nearest;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function header({width, height}: Pixels): Uint8Array {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  const [bitDepth, indexedColour] = [8, 3];
  data.set([bitDepth, indexedColour], 8);
  return chunk('IHDR', data);
}

/** A picture as a PNG of at most 256 colours, which pictures of text come close to. */
export function palettePng(pixels: Pixels): Uint8Array {
  const {width, height, bytes} = pixels;
  const counts = countColours(pixels);
  const palette = paletteOf(counts);
  const indices = new Map([...counts.keys()].map((colour) => [colour, nearestIn(palette, colourOf(colour))]));
  // Each row begins with its filter: none, as indices next to each other are no neighbours in colour.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const colour = keyOf(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
      rows[y * (width + 1) + x + 1] = indices.get(colour) ?? 0;
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, ...Buffer.from('PNG\r\n\u001A\n', 'latin1')]),
    header(pixels),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, {level: 9, memLevel: 9})),
    chunk('IEND', new Uint8Array()),
  ]);
}
