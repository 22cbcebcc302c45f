import type {Page} from 'playwright-core';
import type {Locale} from '../../../src/i18n/locales.ts';
import {Findings} from './findings.ts';
import type {Look} from './story-pages.ts';

export type LayoutCriterion = 'reflow' | 'spacing' | 'resize' | 'targets';

const column = {width: 960, height: 720};

const cramped = (page: Page): Promise<readonly string[]> => page.evaluate(() => inPage.crampedFaults());
const targets = (page: Page): Promise<readonly string[]> => page.evaluate(() => inPage.targetFaults());

const space = (page: Page, isApart: boolean): Promise<void> =>
  page.evaluate((apart) => inPage.spaceText(apart), isApart);

/** Looks at stories for what has no room, or too little of it to be pressed. */
export class LayoutWalk {
  readonly #findings = new Findings<LayoutCriterion>();

  get findings(): Findings<LayoutCriterion> {
    return this.#findings;
  }

  /** In a narrow window, as it is and with spaced text. */
  narrow(language: Locale): Look {
    return async (page, story) => {
      const where = `${story.id}, ${language}, 320 px`;
      this.#findings.add('targets', where, await targets(page));
      this.#findings.add('reflow', where, await cramped(page));
      await space(page, true);
      this.#findings.add('spacing', where, await cramped(page));
      await space(page, false);
    };
  }

  /** In a column, as it is and with spaced text. */
  inColumn(language: Locale): Look {
    return async (page, story) => {
      await page.setViewportSize(column);
      await page.evaluate(() => inPage.drawn());
      const where = `${story.id}, ${language}, 960 px`;
      this.#findings.add('targets', where, await targets(page));
      await space(page, true);
      this.#findings.add('spacing', where, await cramped(page));
      await space(page, false);
    };
  }

  /** With text of twice the size. */
  enlarged(language: Locale): Look {
    return async (page, story) => this.#findings.add('resize', `${story.id}, ${language}, 200 %`, await cramped(page));
  }
}
