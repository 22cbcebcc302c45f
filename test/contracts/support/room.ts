import {composed} from '../../../stories/support/dom.ts';

/** Pixels that rounding takes or gives. */
const tolerance = 1;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What stands above a page has its own bounds. */
const layers = 'dialog:modal, [popover]:popover-open';
/** A control whose text is its user's to scroll. */
const scrollable = 'input, textarea, select';

const isSeen = (element: Element): boolean =>
  !element.closest('.visually-hidden, svg *, option') &&
  element.checkVisibility() &&
  getComputedStyle(element).visibility !== 'hidden';

const isIn = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left - tolerance && inner.right <= outer.right + tolerance;
const isWithin = (inner: Box, outer: Box): boolean =>
  isIn(inner, outer) && inner.top >= outer.top - tolerance && inner.bottom <= outer.bottom + tolerance;

const nameOf = (element: Element): string =>
  [element.localName, element.getAttribute('part') ?? element.getAttribute('class')].filter(Boolean).join('.');

const parentOf = (node: Node): Element | undefined => {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
};

function* around(node: Node, end: Element): Generator<Element> {
  for (let each = parentOf(node); each && each !== end; each = parentOf(each)) yield each;
}

const clips = (element: Element): boolean => /hidden|clip/.test(getComputedStyle(element).overflow);

/** A button holds its words, whether it would cut them off or not. */
const holds = (element: Element): boolean => element.matches('button, a.button') || clips(element);

const round = ({left, right}: Box): string => `${Math.round(left)}–${Math.round(right)}`;

const pen = document.createElement('canvas').getContext('2d');

function measured(words: string, element: Element): TextMetrics {
  if (!pen) throw new Error('No canvas to be had');
  const {font, letterSpacing, wordSpacing} = getComputedStyle(element);
  Object.assign(pen, {font, wordSpacing, letterSpacing: letterSpacing === 'normal' ? '0px' : letterSpacing});
  return pen.measureText(words);
}

/** Where a text's lines are, as high as the highest and as deep as the deepest of its letters go. */
export function boxesOf(text: Text, parent: Element): readonly Box[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  const {fontBoundingBoxAscent, actualBoundingBoxAscent, actualBoundingBoxDescent} = measured(text.data, parent);
  return Array.from(range.getClientRects(), ({left, right, top}) => {
    const baseline = top + fontBoundingBoxAscent;
    return {left, right, top: baseline - actualBoundingBoxAscent, bottom: baseline + actualBoundingBoxDescent};
  }).filter(({left, right}) => right > left);
}

/** Texts that stick out of the frame, or out of what holds or clips them. */
function textFaults(element: Element, frame: Element, bounds: Box): readonly string[] {
  const texts = [...element.childNodes].filter((node) => node instanceof Text);
  return texts.flatMap((text) =>
    boxesOf(text, element).flatMap((box) => {
      const words = `«${text.data.trim()}»`;
      if (!isIn(box, bounds)) return [`${words} at ${round(box)} in ${round(bounds)}`];
      const holder = [...around(text, frame)].find(
        (each) => holds(each) && !isWithin(box, each.getBoundingClientRect()),
      );
      return holder ? [`${words} is cut off by ${nameOf(holder)}`] : [];
    }),
  );
}

const arrow = 20;

/** A closed list that is too narrow for the elements' own words; what a petition offers is as long as it is. */
function selectFault(select: HTMLSelectElement): readonly string[] {
  const [option] = select.selectedOptions;
  if (option?.value !== '') return [];
  const {paddingInlineStart, paddingInlineEnd} = getComputedStyle(select);
  const room = select.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd);
  const taken = measured(option.text, select).width + arrow;
  return taken > room ? [`«${option.text}» takes ${Math.round(taken)} of ${Math.round(room)} in a list`] : [];
}

function elementFaults(element: Element, frame: Element, bounds: Box): readonly string[] {
  const box = element.getBoundingClientRect();
  const isEmpty = box.width === 0 || box.height === 0;
  const faults = isEmpty || isIn(box, bounds) ? [] : [`${nameOf(element)} at ${round(box)} in ${round(bounds)}`];
  const isTooFull =
    element.clientWidth > 0 && !element.matches(scrollable) && element.scrollWidth > element.clientWidth + tolerance;
  return [
    ...faults,
    ...(isTooFull ? [`${nameOf(element)} holds ${element.scrollWidth} in ${element.clientWidth}`] : []),
    ...(element instanceof HTMLSelectElement ? selectFault(element) : textFaults(element, frame, bounds)),
  ];
}

function faultsIn(root: Element, bounds: Box, except: ReadonlySet<Element>): readonly string[] {
  const inside = [...composed(root)].filter((each) => !except.has(each) && isSeen(each));
  return inside.flatMap((each) => elementFaults(each, root, bounds));
}

/** What has no room: sticks out of what it is in, or is cut off. What is hidden on purpose is left out. */
export function roomFaults(element: Element, bounds: Box): readonly string[] {
  const above = [...composed(element)].filter((each) => each.matches(layers));
  const inLayers = new Set(above.flatMap((each) => [each, ...composed(each)]));
  const own = element.getBoundingClientRect();
  return [
    ...(isIn(own, bounds) ? [] : [`${element.localName} at ${round(own)} in ${round(bounds)}`]),
    ...faultsIn(element, own.width > 0 ? own : bounds, inLayers),
    ...above.flatMap((layer) => faultsIn(layer, layer.getBoundingClientRect(), new Set())),
  ];
}
