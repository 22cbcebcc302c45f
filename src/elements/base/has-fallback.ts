import {isElement} from '../../controllers/composed-ancestors.ts';

/** Light content that belongs to no slot of its own and is more than white space. */
const isFallback = (node: Node): boolean =>
  isElement(node) ? !node.slot : node instanceof Text && node.data.trim() !== '';

export const hasFallback = (element: Element): boolean => [...element.childNodes].some(isFallback);
