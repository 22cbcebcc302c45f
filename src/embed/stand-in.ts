import {paintFirstFrame} from './first-frame.ts';
import {handOver} from './hand-over.ts';
import {localTexts} from './local-texts.ts';
import {paintProblem} from './problem-frame.ts';

/**
 * Fills an element's place until it comes to life: with a form that can be filled in or, where its code can't be
 * had, with the reason.
 *
 * @param load resolves with whether the elements' code is there; may be called again
 */
export async function standIn(element: HTMLElement, lang: string, load: () => Promise<boolean>): Promise<void> {
  const isAlive = (): boolean => customElements.get(element.localName) !== undefined;
  const loading = load();
  if (isAlive()) return;
  const texts = localTexts(lang);
  // Where there is nothing to wait for, the first frame is the page's next one.
  const local = texts instanceof Promise ? await texts : texts;
  const first = isAlive() ? undefined : paintFirstFrame(element, local);
  if (first) handOver(element, first);
  if (await loading) return;
  const host = first?.host;
  host?.setAttribute('hidden', '');
  paintProblem(element, local, async () => {
    const isThere = await load();
    if (isThere) host?.removeAttribute('hidden');
    return isThere;
  });
}
