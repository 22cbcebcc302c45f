import type {Page} from 'playwright-core';
import type {Focus} from '../in-page/focus.ts';
import {Findings} from './findings.ts';
import {FocusPictures} from './focus-pictures.ts';
import type {Look, Size} from './story-pages.ts';

export type KeyboardCriterion = 'trap' | 'obscured' | 'visible';

/** More times than there are places that a key may lead to in any story. */
const most = 80;

interface Way {
  /** Where the keys led, in their order. */
  readonly stops: readonly Focus[];
  /** Whether they led out of the story. */
  readonly isThrough: boolean;
}

type OnStop = (stop: Focus) => Promise<void>;

/** Presses a key until the focus is at an end of the page; a date has several places within one stop. */
async function follow(page: Page, key: 'Tab' | 'Shift+Tab', end: 'before' | 'after', onStop: OnStop): Promise<Way> {
  const stops: Focus[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    const focus = await page.evaluate(() => inPage.focus());
    if (focus === end) return {stops, isThrough: true};
    if (typeof focus === 'string') return {stops, isThrough: false};
    if (stops.at(-1)?.stop === focus.stop) continue;
    stops.push(focus);
    await onStop(focus);
  }
  return {stops, isThrough: false};
}

const named = (stops: readonly Focus[]): string => stops.map(({name}) => name).join(', ');

const isSameWay = (there: readonly Focus[], back: readonly Focus[]): boolean =>
  there.map(({stop}) => stop).join() ===
  back
    .map(({stop}) => stop)
    .toReversed()
    .join();

/** Goes through stories by keyboard. */
export class KeyboardWalk {
  readonly #findings = new Findings<KeyboardCriterion>();

  get findings(): Findings<KeyboardCriterion> {
    return this.#findings;
  }

  /** There, and back again if so said, in a window of that size. */
  through(size: Size, isBack: boolean): Look {
    const pictures = new FocusPictures();
    return async (page, story) => {
      await page.setViewportSize(size);
      const where = `${story.id}, ${size.width} px`;
      const visit = async (stop: Focus): Promise<void> => {
        if (stop.fault) this.#findings.add('obscured', where, [`${stop.name} ${stop.fault}`]);
        this.#findings.add('visible', where, await pictures.faults(page, stop));
      };
      this.#findings.add('obscured', where, []);
      const isModal = await page.evaluate(() => inPage.isModal());
      await page.evaluate(() => inPage.placeEnds());
      const faults = isModal ? await dialogFaults(page, visit) : await pageFaults(page, visit, isBack);
      this.#findings.add('trap', where, faults);
      await page.evaluate(() => inPage.removeEnds());
    };
  }
}

/** What keeps the focus in a story, or leads it through in another order backwards. */
async function pageFaults(page: Page, onStop: OnStop, isBack: boolean): Promise<readonly string[]> {
  if (await page.evaluate(() => inPage.isInStory())) {
    const {stops, isThrough} = await follow(page, 'Tab', 'after', onStop);
    if (!isThrough) return [`from where the focus was, Tab never leaves, by way of ${named(stops)}`];
  }
  await page.evaluate(() => inPage.focusEnd('before'));
  const there = await follow(page, 'Tab', 'after', onStop);
  if (!there.isThrough) return [`Tab never leaves, by way of ${named(there.stops)}`];
  if (!isBack) return [];
  const back = await follow(page, 'Shift+Tab', 'before', onStop);
  if (!back.isThrough) return [`Shift+Tab never leaves, by way of ${named(back.stops)}`];
  if (isSameWay(there.stops, back.stops)) return [];
  return [`Tab leads to ${named(there.stops)}; Shift+Tab back to ${named(back.stops)}`];
}

/** Whether Tab stays in a dialog, as it has to, and Escape closes it. */
async function dialogFaults(page: Page, onStop: OnStop): Promise<readonly string[]> {
  const stops: Focus[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => inPage.focus());
    // From the last place in a dialog, the focus goes on to the browser's own controls.
    if (focus === 'outside') continue;
    if (typeof focus === 'string') return [`Tab leads out of the dialog, after ${named(stops)}`];
    if (stops[0]?.stop === focus.stop && stops.length > 1) break;
    if (stops.at(-1)?.stop === focus.stop) continue;
    stops.push(focus);
    await onStop(focus);
  }
  await page.keyboard.press('Escape');
  return (await page.evaluate(() => inPage.isModal())) ? ['Escape does not close the dialog'] : [];
}
