import {hash} from 'node:crypto';
import type {Pixels} from '../pictures/pixels.ts';

/** The pixels of a row, four bytes each. */
export type Row = Uint8Array;

/** A picture in coarse colours. Its rows come from one book: those that look the same are the same. */
export interface Picture {
  readonly width: number;
  readonly rows: readonly Row[];
}

/** Of each channel: steps of 8, which nobody sees, leave a page of text few enough colours for a palette. */
const bits = 5;
const step = 255 / (2 ** bits - 1);
const coarse = Uint8Array.from({length: 256}, (_, value) => Math.round(Math.round(value / step) * step));

/** Has each row that it was ever shown just once, so that rows can be told apart by what they are. */
export class RowBook {
  readonly #rows = new Map<string, Row>();

  /** A picture in colours that are coarse enough to be kept; one that was kept stays as it is. */
  picture({width, height, bytes}: Pixels): Picture {
    const rough = bytes.map((value) => coarse[value] ?? value);
    const length = width * 4;
    return {
      width,
      rows: Array.from({length: height}, (_, y) => this.#row(rough.subarray(y * length, (y + 1) * length))),
    };
  }

  #row(bytes: Uint8Array): Row {
    const key = hash('sha1', bytes, 'base64');
    const known = this.#rows.get(key) ?? bytes.slice();
    this.#rows.set(key, known);
    return known;
  }
}

export const pixelsOf = ({width, rows}: Picture): Pixels => ({
  width,
  height: rows.length,
  bytes: Buffer.concat(rows),
});

/** Whether two pictures out of one book are equal. */
export const isSame = (one: Picture, other: Picture): boolean =>
  one.rows.length === other.rows.length && one.rows.every((row, y) => row === other.rows[y]);
