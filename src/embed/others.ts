import {widgets} from './script-tag.ts';

/** Those that tags have put in place. */
const own = new WeakSet<Element>();

export const noteOwn = (element: Element): void => void own.add(element);
export const isOwn = (element: Element): boolean => own.has(element);

const undefinedTags = widgets.map((widget) => `petition-${widget}:not(:defined)`).join();

/** Whether the page has elements of its own making that wait for their classes. */
export const hasOthers = (): boolean =>
  [...document.querySelectorAll(undefinedTags)].some((element) => !isOwn(element));
