import {roomFaults} from '../../contracts/support/room.ts';
import {overlaps} from './overlaps.ts';
import {nameOf} from './names.ts';
import {allSeen, canvas} from './seen.ts';

/** Pixels that rounding takes or gives. */
const tolerance = 1;

function sidewaysFaults(): readonly string[] {
  const {scrollWidth} = document.documentElement;
  return scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide in a window of ${innerWidth} px`] : [];
}

const isCut = (element: Element): boolean =>
  element instanceof HTMLInputElement && element.scrollHeight > element.clientHeight + tolerance;

/** Fields of one line that are lower than it. */
const cutFields = (): readonly string[] =>
  allSeen()
    .filter(isCut)
    .map((each) => `${nameOf(each)} is ${each.clientHeight} px high for ${each.scrollHeight} px`);

const outside = (): readonly string[] =>
  allSeen().flatMap((each) => {
    const {left, right, width, height} = each.getBoundingClientRect();
    const isOut = width > 0 && height > 0 && (left < -tolerance || right > innerWidth + tolerance);
    return isOut ? [`${nameOf(each)} is at ${Math.round(left)}–${Math.round(right)} of ${innerWidth} px`] : [];
  });

/** What takes scrolling sideways, sticks out, is cut off or lies on something else. */
export const crampedFaults = (): readonly string[] => [
  ...sidewaysFaults(),
  ...outside(),
  ...roomFaults(canvas(), canvas().getBoundingClientRect()),
  ...cutFields(),
  ...overlaps(),
];
