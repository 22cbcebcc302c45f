import {autoUpdate, computePosition, flip, offset, shift, size} from '@floating-ui/dom';

const gap = 8;

/**
 * Keeps an open menu beside its button, below where there is room, else above, and always within what is
 * seen of the page, however it is scrolled and whether or not a phone's keyboard covers some of it.
 * Resolves once it is placed, with what ends it.
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
  await place();
  menu.classList.add('placed');
  return autoUpdate(button, menu, () => void place());
}
