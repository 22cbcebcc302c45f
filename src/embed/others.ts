import {openRoots} from './open-roots.ts';
import {widgets} from './script-tag.ts';

/** Those that tags have put in place. */
const own = new WeakSet<Element>();

export const noteOwn = (element: Element): void => void own.add(element);
export const isOwn = (element: Element): boolean => own.has(element);

const undefinedTags = widgets.map((widget) => `petition-${widget}:not(:defined)`).join();

const hasOthersIn = (root: ParentNode): boolean =>
  [...root.querySelectorAll(undefinedTags)].some((element) => !isOwn(element));

/** Whether the page has elements of its own making that wait for their classes. */
export const hasOthers = (): boolean => hasOthersIn(document);

/** The same of a part of it with its open shadow roots, which takes a walk. */
export const hasOthersWithin = (part: Document | Element): boolean => [...openRoots(part, isOwn)].some(hasOthersIn);
