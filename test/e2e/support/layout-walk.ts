import type {Page} from 'playwright-core';
import type {Locale} from '../../../src/i18n/locales.ts';
import type {FaceWalk} from './face-walk.ts';
import {Findings} from './findings.ts';
import type {StoryPages} from './story-pages.ts';

export type LayoutCriterion = 'reflow' | 'spacing' | 'resize' | 'targets';

const narrow = {width: 320, height: 568};
/** A window of 1280 px, enlarged to twice its size. */
const half = {width: 640, height: 400};
const column = {width: 960, height: 720};

const cramped = (page: Page): Promise<readonly string[]> => page.evaluate(() => inPage.crampedFaults());
const targets = (page: Page): Promise<readonly string[]> => page.evaluate(() => inPage.targetFaults());

const space = (page: Page, isApart: boolean): Promise<void> =>
  page.evaluate((apart) => inPage.spaceText(apart), isApart);

/** Goes through all stories for what has no room, or too little of it to be pressed. */
export class LayoutWalk {
  readonly #pages: StoryPages;
  readonly #findings = new Findings<LayoutCriterion>();

  constructor(pages: StoryPages) {
    this.#pages = pages;
  }

  get findings(): Findings<LayoutCriterion> {
    return this.#findings;
  }

  /** At 320 px, as it is and with spaced text; in short, there is no more to it. Another walk can come along. */
  async inLanguage(language: Locale, extent: 'short' | 'whole', along?: FaceWalk): Promise<void> {
    await this.#pages.each({size: narrow, globals: {language}, begin: along?.begin}, async (page, story) => {
      await along?.look(page, story);
      const where = `${story.id}, ${language}`;
      this.#findings.add('reflow', `${where}, 320 px`, await cramped(page));
      if (extent === 'whole') this.#findings.add('targets', `${where}, 320 px`, await targets(page));
      await space(page, true);
      this.#findings.add('spacing', `${where}, 320 px`, await cramped(page));
      if (extent === 'whole') await this.#inColumn(page, where);
    });
  }

  /** At 960 px, with text that is spaced already. */
  async #inColumn(page: Page, where: string): Promise<void> {
    await page.setViewportSize(column);
    await page.evaluate(() => inPage.drawn());
    this.#findings.add('spacing', `${where}, 960 px`, await cramped(page));
    await space(page, false);
    this.#findings.add('targets', `${where}, 960 px`, await targets(page));
  }

  /** At 640 px, with text of twice the size. */
  async enlarged(language: Locale): Promise<void> {
    await this.#pages.each({size: half, globals: {language, zoom: '200'}}, async (page, story) => {
      this.#findings.add('resize', `${story.id}, ${language}, 640 px, 200 %`, await cramped(page));
    });
  }
}
