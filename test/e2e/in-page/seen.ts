import {composed} from '../../../stories/support/dom.ts';
import {lineOf} from './names.ts';

/** What a story is drawn into. */
export function canvas(): HTMLElement {
  const root = document.querySelector('#storybook-root');
  if (root instanceof HTMLElement) return root;
  throw new Error('There is no story');
}

/** The dialog that keeps everything else of the page out of reach. */
export const openDialog = (): HTMLDialogElement | undefined =>
  [...composed(canvas())].find(
    (each): each is HTMLDialogElement => each instanceof HTMLDialogElement && each.matches(':modal'),
  );

/** Is seen by whoever looks at the page, so is not only there for a screen reader. */
export const isSeen = (element: Element): boolean =>
  !element.closest('.visually-hidden, svg *, option') &&
  element.checkVisibility({opacityProperty: true, visibilityProperty: true});

/** What is seen of the story. */
export const allSeen = (): readonly Element[] => [...composed(canvas())].filter(isSeen);

/** What stands above the rest of a page, and may cover it. */
export const layerOf = (element: Element): Element | undefined =>
  [...lineOf(element)].find(
    (each) => each.matches(':modal, :popover-open') || getComputedStyle(each).position === 'fixed',
  );

/** Resolves once what was asked of the page is drawn. */
export async function drawn(): Promise<void> {
  for (let frames = 0; frames < 2; frames += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}
