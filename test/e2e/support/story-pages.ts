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

  /** Shows story after story in one page, and has each looked at. */
  async each({size, globals = {}, begin}: Setting, look: Look): Promise<void> {
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
      for (const story of this.#storybook.stories.filter(({id}) => id !== slow)) {
        await page.setViewportSize(size);
        await page.evaluate((id) => inPage.show(id), story.id);
        await look(page, story);
      }
    } finally {
      await opened.close();
    }
  }
}
