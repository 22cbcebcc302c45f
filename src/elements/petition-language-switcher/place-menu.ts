import {autoUpdate, computePosition, flip, offset, shift, size} from '@floating-ui/dom';

const gap = 8;

/**
 * Keeps an open menu beside its button: below where there is room, else above, always within the
 * window. Resolves once it is placed, with what ends it.
 */
export async function placeMenu(button: HTMLElement, menu: HTMLElement): Promise<() => void> {
  const place = async (): Promise<void> => {
    const {x, y} = await computePosition(button, menu, {
      strategy: 'fixed',
      placement: 'bottom-end',
      middleware: [
        offset(gap / 2),
        flip({padding: gap}),
        shift({padding: gap}),
        size({
          padding: gap,
          apply: ({availableHeight}) => {
            menu.style.maxHeight = `${Math.max(120, availableHeight)}px`;
          },
        }),
      ],
    });
    Object.assign(menu.style, {left: `${x}px`, top: `${y}px`});
  };
  await place();
  return autoUpdate(button, menu, () => void place());
}
