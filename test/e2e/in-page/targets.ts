import {lineOf, nameOf} from './names.ts';
import {allSeen, openDialog} from './seen.ts';

/** CSS pixels that WCAG 2.2 asks for (2.5.8). */
const least = 24;
/** What rounding takes. */
const tolerance = 0.1;

interface Target {
  readonly element: Element;
  readonly box: DOMRect;
  readonly isLarge: boolean;
}

const pressable = [
  'a[href], button, input, select, textarea, summary',
  '[role=button], [role=option], [role=menuitemradio], [role=radio], [role=switch], [tabindex="0"]',
].join(', ');

const isLarge = ({width, height}: DOMRect): boolean => width >= least - tolerance && height >= least - tolerance;

/** A box to tick is pressed by its label, too. */
const boxesOf = (element: Element): readonly DOMRect[] => [
  element.getBoundingClientRect(),
  ...(element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []).map((label) =>
    label.getBoundingClientRect(),
  ),
];

function targets(): readonly Target[] {
  const dialog = openDialog();
  return allSeen()
    .filter((each) => each.matches(pressable) && !each.matches(':disabled'))
    .filter((each) => !dialog || [...lineOf(each)].includes(dialog))
    .map((element) => ({
      element,
      box: element.getBoundingClientRect(),
      isLarge: boxesOf(element).some(isLarge),
    }));
}

const isWords = (node: Node): boolean => node instanceof Text && /\p{L}/u.test(node.data);

/** In a sentence, a link is as high as its line. */
const isInSentence = (element: Element): boolean =>
  getComputedStyle(element).display === 'inline' && [...(element.parentElement?.childNodes ?? [])].some(isWords);

const center = ({left, top, width, height}: DOMRect): readonly [number, number] => [left + width / 2, top + height / 2];

/** How far a point is from the nearest of a box. */
function distance([x, y]: readonly [number, number], {left, right, top, bottom}: DOMRect): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** A circle around its center touches no other target, nor the circle of another one that is too small. */
function isApart({element, box}: Target, all: readonly Target[]): boolean {
  const own = center(box);
  return all
    .filter((other) => other.element !== element)
    .every((other) => {
      const [x, y] = center(other.box);
      const isClear = distance(own, other.box) >= least / 2 - tolerance;
      return isClear && (other.isLarge || Math.hypot(x - own[0], y - own[1]) >= least - tolerance);
    });
}

/** What is too small to be pressed, and too near to something else that can be. */
export function targetFaults(): readonly string[] {
  const all = targets();
  return all
    .filter((each) => !each.isLarge && !isInSentence(each.element) && !isApart(each, all))
    .map(({element, box: {width, height}}) => `${nameOf(element)} is ${width.toFixed(1)}×${height.toFixed(1)} px`);
}
