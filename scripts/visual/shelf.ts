import type {Picture, Row} from './picture.ts';

/** So many rows of a picture's own, or so many of an earlier story's picture, from one of its rows on. */
export type Piece = number | readonly [story: string, from: number, count: number];

/** What is kept of a picture: the rows that no earlier one has, and what it consists of. */
export interface Kept {
  readonly own: readonly Row[];
  readonly pieces: readonly Piece[];
}

interface Place {
  readonly story: string;
  readonly rows: readonly Row[];
  readonly from: number;
}

/** Fewer rows than these cost less than to say where they are. */
const fewest = 8;
/** How many places are looked at for the longest run of equal rows. */
const mostPlaces = 24;

function equalRows(rows: readonly Row[], y: number, place: Place): number {
  let count = 0;
  while (y + count < rows.length && rows[y + count] === place.rows[place.from + count]) count += 1;
  return count;
}

/** Whether something begins there; within a plain area any place is as good as another. */
const isStart = (rows: readonly Row[], y: number): boolean => rows[y] !== rows[y - 1];

/**
 * The pictures of stories in the order in which they are kept. Stories of an element look alike for the most part, so
 * each picture leaves out what an earlier one has: all of them together are a fourth of what they would be otherwise.
 */
export class Shelf {
  readonly #pictures = new Map<string, Picture>();
  readonly #places = new Map<Row, Place[]>();

  add(story: string, picture: Picture): void {
    const {rows} = picture;
    this.#pictures.set(story, picture);
    for (const [y, row] of rows.entries()) {
      if (isStart(rows, y)) this.#placesOf(row).push({story, rows, from: y});
    }
  }

  /** What has to be kept of a picture that comes after those which are on the shelf. */
  keep({rows}: Picture): Kept {
    const own: Row[] = [];
    const pieces: Piece[] = [];
    let begin = 0;
    for (let y = 0; y < rows.length;) {
      const found = this.#longest(rows, y);
      if (found) {
        if (begin < y) pieces.push(y - begin);
        pieces.push(found);
        y += found[2];
        begin = y;
      } else {
        own.push(...rows.slice(y, y + 1));
        y += 1;
      }
    }
    if (begin < rows.length) pieces.push(rows.length - begin);
    return {own, pieces};
  }

  /** The picture of which that was kept. */
  restore(width: number, {own, pieces}: Kept): Picture {
    let read = 0;
    const rows = pieces.flatMap((piece) => {
      if (typeof piece !== 'number') return this.#rowsOf(piece);
      read += piece;
      return own.slice(read - piece, read);
    });
    return {width, rows};
  }

  #rowsOf([story, from, count]: readonly [string, number, number]): readonly Row[] {
    return this.#pictures.get(story)?.rows.slice(from, from + count) ?? [];
  }

  #placesOf(row: Row): Place[] {
    const places = this.#places.get(row) ?? [];
    this.#places.set(row, places);
    return places;
  }

  #longest(rows: readonly Row[], y: number): readonly [string, number, number] | undefined {
    const row = rows[y];
    if (!row || !isStart(rows, y)) return undefined;
    let longest: readonly [string, number, number] | undefined;
    for (const place of this.#places.get(row)?.slice(-mostPlaces) ?? []) {
      const count = equalRows(rows, y, place);
      if (count >= fewest && count > (longest?.[2] ?? 0)) longest = [place.story, place.from, count];
    }
    return longest;
  }
}
