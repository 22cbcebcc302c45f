import pixelmatch from 'pixelmatch';
import type {Pixels} from '../pictures/pixels.ts';

/**
 * How far apart the colours of a pixel may be (0 to 1), and in how many pixels they may be farther. Single ones on the
 * edges of letters come out as another shade where processors round differently; no larger area does.
 */
const limits = [
  {threshold: 0.05, mostPixels: 3},
  {threshold: 0.02, mostPixels: 100},
];

export interface Difference {
  readonly pixels: number;
  /** Where they are, in red on what was expected. */
  readonly picture: Pixels;
}

/** A picture on a larger ground, which no picture looks like: it is transparent. */
function enlarged({width, height, bytes}: Pixels, size: Pick<Pixels, 'width' | 'height'>): Uint8Array {
  if (width === size.width && height === size.height) return bytes;
  const large = new Uint8Array(size.width * size.height * 4);
  for (let y = 0; y < height; y += 1) {
    large.set(bytes.subarray(y * width * 4, (y + 1) * width * 4), y * size.width * 4);
  }
  return large;
}

/** How one picture differs from another by more than the same thing may, painted twice. */
export function differenceOf(expected: Pixels, got: Pixels): Difference | undefined {
  const width = Math.max(expected.width, got.width);
  const height = Math.max(expected.height, got.height);
  const bytes = new Uint8Array(width * height * 4);
  const [one, other] = [expected, got].map((picture) => enlarged(picture, {width, height}));
  if (!one || !other) return undefined;
  const isOfOneSize = expected.width === got.width && expected.height === got.height;
  for (const {threshold, mostPixels} of limits) {
    const pixels = pixelmatch(one, other, bytes, width, height, {threshold, includeAA: true});
    if (pixels > mostPixels || !isOfOneSize) return {pixels, picture: {width, height, bytes}};
  }
  return undefined;
}
