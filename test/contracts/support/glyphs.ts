const size = 48;
const side = 96;

interface Ink {
  /** Where it is, as left, top, right and bottom; undefined where nothing is drawn. */
  readonly box: string | undefined;
  /** Which pixels along the box's edge are drawn. */
  readonly edge: string;
}

/** Code points that no font has a glyph for, as they stand for nothing. */
const references = ['\uFDD0', '\u0378'];
export const others = ['\uFDD1', '\u2FE0'];

/**
 * Whether a font stack has a glyph for a character. One that it lacks is drawn as a box, of the same size each time;
 * the box may hold the code point's digits, so that only its edge is always the same.
 */
export class Glyphs {
  readonly #pen: CanvasRenderingContext2D;
  readonly #boxes: readonly Ink[];

  constructor(family: string) {
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    const pen = canvas.getContext('2d', {willReadFrequently: true});
    if (!pen) throw new Error('No canvas to be had');
    pen.font = `${size}px ${family}`;
    pen.textBaseline = 'alphabetic';
    this.#pen = pen;
    this.#boxes = references.map((each) => this.#inkOf(each));
  }

  /** Those of the characters that can't be drawn. */
  missing(characters: Iterable<string>): readonly string[] {
    return [...characters].filter((each) => this.isMissing(each));
  }

  isMissing(character: string): boolean {
    const {box, edge} = this.#inkOf(character);
    return box === undefined || this.#boxes.some((each) => each.box === box && each.edge === edge);
  }

  #inkOf(character: string): Ink {
    const pen = this.#pen;
    pen.clearRect(0, 0, side, side);
    pen.fillText(character, size / 2, size * 1.25);
    const {data} = pen.getImageData(0, 0, side, side);
    const isDrawn = (x: number, y: number): boolean => (data[(y * side + x) * 4 + 3] ?? 0) > 127;
    let [left, top, right, bottom] = [side, side, -1, -1];
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        if (!isDrawn(x, y)) continue;
        [left, top] = [Math.min(left, x), Math.min(top, y)];
        [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
      }
    }
    if (right < 0) return {box: undefined, edge: ''};
    const across = Array.from({length: right - left + 1}, (_, x) => [
      isDrawn(left + x, top),
      isDrawn(left + x, bottom),
    ]);
    const down = Array.from({length: bottom - top + 1}, (_, y) => [isDrawn(left, top + y), isDrawn(right, top + y)]);
    return {box: [left, top, right, bottom].join(' '), edge: [...across, ...down].flat().map(Number).join('')};
  }
}
