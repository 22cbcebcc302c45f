import type {Pixels} from './pixels.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** Colours, and which of them each pixel has. */
export interface Indexed {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly Colour[];
  readonly indices: Uint8Array;
}

export const mostColours = 256;
/** Colours that differ by less look the same: 5 bits of each channel. */
const coarse = (value: number): number => value & 0b1111_1000;

const keyOf = (red: number, green: number, blue: number): number => (red << 16) | (green << 8) | blue;
const colourOf = (key: number): Colour => [key >> 16, (key >> 8) & 255, key & 255];

const distance = ([r, g, b]: Colour, [red, green, blue]: Colour): number =>
  (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;

const keyAt = (bytes: Uint8Array, pixel: number): number =>
  keyOf(bytes[pixel * 4] ?? 0, bytes[pixel * 4 + 1] ?? 0, bytes[pixel * 4 + 2] ?? 0);

/** How many pixels there are of each colour. */
function countColours({bytes}: Pixels): Map<number, number> {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < bytes.length / 4; pixel += 1) {
    const colour = keyAt(bytes, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

const byFrequency = (counts: ReadonlyMap<number, number>): readonly number[] =>
  [...counts].toSorted(([, one], [, other]) => other - one).map(([colour]) => colour);

/** The most frequent colours, of those that look the same only the first. */
function nearPalette(colours: readonly number[]): readonly Colour[] {
  const palette = new Map<number, Colour>();
  for (const colour of colours) {
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

function indexed(pixels: Pixels, palette: readonly Colour[], indexOf: ReadonlyMap<number, number>): Indexed {
  const {width, height, bytes} = pixels;
  const indices = new Uint8Array(width * height);
  for (let pixel = 0; pixel < indices.length; pixel += 1) indices[pixel] = indexOf.get(keyAt(bytes, pixel)) ?? 0;
  return {width, height, palette, indices};
}

/** A picture in at most 256 colours, which pictures of text come close to. */
export function nearlyIndexed(pixels: Pixels): Indexed {
  const colours = byFrequency(countColours(pixels));
  const palette = nearPalette(colours);
  return indexed(pixels, palette, new Map(colours.map((colour) => [colour, nearestIn(palette, colourOf(colour))])));
}

/** A picture in its own colours, or undefined where those are too many. */
export function exactlyIndexed(pixels: Pixels): Indexed | undefined {
  const colours = byFrequency(countColours(pixels));
  if (colours.length > mostColours) return undefined;
  return indexed(pixels, colours.map(colourOf), new Map(colours.map((colour, index) => [colour, index])));
}
