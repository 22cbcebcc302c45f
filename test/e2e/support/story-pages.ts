import type {Browser, Page} from 'playwright-core';
import type {Settings} from '../../../stories/page/settings.ts';
import {
  type BuiltStory,
  type BuiltStorybook,
  buildStorybook,
  serveStorybook,
  type StorybookSite,
} from '../../support/built-storybook.ts';
import {inPageCode} from './in-page.ts';
import {visit} from './visit.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How stories are looked at. */
export interface Setting {
  readonly size: Size;
  readonly globals?: Partial<Settings>;
  /** What is done in the page before there is a story. */
  readonly begin?: ((page: Page) => Promise<void>) | undefined;
}

/** A page that has shown a story, and all that moves there is still. */
export type Look = (page: Page, story: BuiltStory) => Promise<void>;

/** Counts for six seconds, and then looks as others do. */
const slow = 'elements-counter--counting';

/** Page and browser take turns at waiting for each other: so many pages keep two processors busy. */
const pages = 4;

/** By this, Storybook itself waits for no animation: stories do so, and know which of them end. */
const userAgent = 'StorybookTestRunner';

/** All stories as they are now, to be gone through. */
export class StoryPages {
  readonly #browser: Browser;
  readonly #storybook: BuiltStorybook;
  readonly #server: StorybookSite;
  readonly #code: string;

  private constructor(browser: Browser, storybook: BuiltStorybook, server: StorybookSite, code: string) {
    this.#browser = browser;
    this.#storybook = storybook;
    this.#server = server;
    this.#code = code;
  }

  static async open(host: string, browser: Browser): Promise<StoryPages> {
    const [storybook, code] = await Promise.all([buildStorybook(), inPageCode()]);
    return new StoryPages(browser, storybook, await serveStorybook(storybook, host), code);
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  /** Shows each story once, in one of so many pages, and has it looked at in each way, one after the other. */
  async each(setting: Setting, looks: readonly Look[]): Promise<void> {
    const waiting = this.#storybook.stories.filter(({id}) => id !== slow);
    await Promise.all(Array.from({length: pages}, () => this.#through(waiting, setting, looks)));
  }

  /** Shows, in one page, a story that nobody has taken yet, and then another. */
  async #through(waiting: BuiltStory[], {size, globals = {}, begin}: Setting, looks: readonly Look[]): Promise<void> {
    const opened = await visit(this.#browser, 'about:blank', {
      viewport: size,
      userAgent,
      reducedMotion: 'reduce',
    });
    const {page} = opened;
    try {
      await page.goto(`${this.#server.origin}/iframe.html`);
      await page.addScriptTag({content: this.#code});
      await page.waitForFunction(() => inPage.isThere());
      await page.evaluate((settings) => inPage.set(settings), globals);
      await begin?.(page);
      for (let story = waiting.shift(); story; story = waiting.shift()) {
        await page.setViewportSize(size);
        await page.evaluate((id) => inPage.show(id), story.id);
        for (const look of looks) await look(page, story);
      }
    } finally {
      await opened.close();
    }
  }
}
