import {nothing} from 'lit/html.js';
import {renderAnnouncement} from '../elements/base/render-element.ts';
import {switcherStyles} from '../elements/petition-language-switcher/petition-language-switcher.styles.ts';
import {
  renderMenuLayout,
  renderOpener,
  renderSwitcher,
} from '../elements/petition-language-switcher/render-switcher.ts';
import {type Scene, shadowOf} from './scene.ts';

/** The button that names the language. Pressed, it opens its menu once that is there. */
export function drawSwitcher(switcher: Element, scene: Scene): void {
  const {petition, texts, waking} = scene;
  const {mark, render} = shadowOf(switcher, scene, switcherStyles);
  const press = ({currentTarget}: Event): void => {
    // Not every browser gives a button the focus that is pressed.
    if (currentTarget instanceof HTMLElement) currentTarget.focus();
    mark.isPressed = true;
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    press(event);
  };
  const approach = (): void => void waking.wake();
  const opener = renderOpener({lang: petition.lang, texts, isThere: false, approach, press, onKey});
  const content = petition.languages.length < 2 ? nothing : renderSwitcher(renderMenuLayout(opener, undefined));
  render({texts, content, announcement: renderAnnouncement(undefined, texts)});
}
