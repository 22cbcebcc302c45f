import {boxesOf, type Box} from '../../contracts/support/room.ts';
import {lineOf, nameOf} from './names.ts';
import {allSeen, layerOf} from './seen.ts';

/** Pixels by which letters may reach into each other's lines: an Arabic tail does without touching anything. */
const tolerance = 3;

/** Something that is to be read or used, and the box it takes for that. */
interface Piece {
  readonly element: Element;
  readonly box: Box;
  readonly isText: boolean;
}

const controls = 'button, a.button, input, select, textarea, img';

function textPieces(element: Element): readonly Piece[] {
  const texts = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
  return texts.flatMap((text) =>
    text instanceof Text ? boxesOf(text, element).map((box) => ({element, box, isText: true})) : [],
  );
}

function piecesOf(element: Element): readonly Piece[] {
  const control = {element, box: element.getBoundingClientRect(), isText: false};
  return [...textPieces(element), ...(element.matches(controls) ? [control] : [])];
}

const doOverlap = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > tolerance &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > tolerance;

const isIn = (inner: Element, outer: Element): boolean => [...lineOf(inner)].includes(outer);

/** Where one stands in the other, it may well lie on it; and no layer is in the way of what it covers. */
const mayOverlap = (one: Piece, other: Piece): boolean =>
  layerOf(one.element) !== layerOf(other.element) ||
  isIn(one.element, other.element) ||
  isIn(other.element, one.element);

/** Texts that lie on other texts, on controls or on pictures. */
export function overlaps(): readonly string[] {
  const pieces = allSeen().flatMap(piecesOf);
  const faults = pieces.flatMap((one, index) =>
    pieces
      .slice(index + 1)
      .filter((other) => (one.isText || other.isText) && doOverlap(one.box, other.box) && !mayOverlap(one, other))
      .map((other) => `${nameOf(one.element)} and ${nameOf(other.element)} overlap`),
  );
  return [...new Set(faults)];
}
