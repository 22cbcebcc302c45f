import type {Page} from 'playwright-core';
import type {Focus} from '../in-page/focus.ts';

/** Whether the focus is seen: looks once at each of what looks alike. */
export class FocusPictures {
  readonly #looked = new Set<string>();

  async faults(page: Page, {kind, name}: Focus): Promise<readonly string[]> {
    if (this.#looked.has(kind)) return [];
    this.#looked.add(kind);
    const clip = await page.evaluate(() => inPage.focusClip());
    if (!clip) return [`${name} has no place`];
    const picture = async (): Promise<string> =>
      (await page.screenshot({clip, animations: 'disabled'})).toString('base64');
    const focused = await picture();
    await page.evaluate(() => inPage.takeFocus());
    const unfocused = await picture();
    await page.evaluate(() => inPage.giveFocusBack());
    const pixels = await page.evaluate(([one, other]) => inPage.contrasting(one, other), [focused, unfocused] as const);
    const least = await page.evaluate(() => inPage.focusPerimeter());
    return pixels < least ? [`${name} shows its focus by ${pixels} pixels; a line around it takes ${least}`] : [];
  }
}
