import {autoUpdate, computePosition, flip, offset, shift, size} from '@floating-ui/dom';

const gap = 8;

/** Calls back when the part of the page changes that is seen, as when a phone's keyboard opens. */
function watchView(onChange: () => void): () => void {
  const types = ['resize', 'scroll'] as const;
  for (const type of types) visualViewport?.addEventListener(type, onChange);
  return () => {
    for (const type of types) visualViewport?.removeEventListener(type, onChange);
  };
}

/**
 * Keeps an open menu beside its button, below where there is room, else above, and always within what is
 * seen of the page, however it is scrolled. Resolves once it is placed, with what ends it.
 */
export async function placeMenu(button: HTMLElement, menu: HTMLElement): Promise<() => void> {
  const place = async (): Promise<void> => {
    const {x, y} = await computePosition(button, menu, {
      strategy: 'fixed',
      placement: 'bottom-end',
      middleware: [
        offset(gap / 2),
        flip({padding: gap}),
        size({
          padding: gap,
          apply: ({availableHeight}) => {
            menu.style.maxHeight = `${Math.max(120, availableHeight)}px`;
          },
        }),
        shift({padding: gap, crossAxis: true}),
      ],
    });
    Object.assign(menu.style, {left: `${x}px`, top: `${y}px`});
  };
  const placeAgain = (): void => void place();
  await place();
  const ends = [autoUpdate(button, menu, placeAgain), watchView(placeAgain)];
  return () => {
    for (const end of ends) end();
  };
}
