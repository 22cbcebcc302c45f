import type {Browser, BrowserContext, Page} from 'playwright-core';
import {launchChromium} from '../../test/e2e/support/visit.ts';
import {nextStory, openStory} from '../../test/support/shown-story.ts';
import type {Variant} from './variants.ts';

/** Text and colours as they are anywhere, and images even where they are far below the window. */
const launchArguments = [
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--blink-settings=lazyLoadEnabled=false',
];

const windowHeight = 720;
/** A busy machine takes its time. */
const patience = 60_000;

/**
 * Stands in for petitions' illustrations, whose many shades would take up most of the space that all pictures do.
 * What an element does to an image, crop it, round its corners, is as plain to see on this.
 */
const illustration = `
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675" shape-rendering="crispEdges">
    <path fill="#8fb3b8" d="M0 0h1200v675H0z"/>
    <path fill="#2f5d62" d="M0 0h240v135H0zM960 540h240v135H960zM480 270h240v135H480z"/>
    <path fill="#dfeeea" d="M960 0h240v135H960zM0 540h240v135H0z"/>
  </svg>`;

/** Chromium with no fonts but those of a configuration of fontconfig. */
export const launchCamera = (executablePath: string, fonts: string): Promise<Browser> =>
  launchChromium(executablePath, {
    args: launchArguments,
    env: {...process.env, FONTCONFIG_FILE: fonts, LANG: 'C.UTF-8'},
  });

async function windowFor(browser: Browser, {theme, width}: Variant): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: {width, height: windowHeight},
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(patience);
  await context.route('**/assets/*.svg', (route) => route.fulfill({contentType: 'image/svg+xml', body: illustration}));
  return context;
}

/** Goes through the stories, always looked at in the same way. */
export class Camera {
  readonly #page: Page;
  readonly #origin: string;
  readonly #variant: Variant;
  #isOpen = false;

  static async set(browser: Browser, origin: string, variant: Variant): Promise<Camera> {
    const context = await windowFor(browser, variant);
    return new Camera(await context.newPage(), origin, variant);
  }

  private constructor(page: Page, origin: string, variant: Variant) {
    this.#page = page;
    this.#origin = origin;
    this.#variant = variant;
  }

  /** A picture of all of a story, as a PNG. */
  async shoot(story: string): Promise<Uint8Array> {
    await this.#show(story);
    // Bars that stay at the window's edge are where the page begins.
    await this.#page.evaluate(() => window.scrollTo(0, 0));
    return this.#page.screenshot({fullPage: true, animations: 'disabled', caret: 'hide', scale: 'css'});
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }

  async #show(story: string): Promise<void> {
    const {theme, language} = this.#variant;
    if (this.#isOpen && (await this.#goesOnTo(story))) return;
    await openStory(this.#page, this.#origin, story, {theme, language});
    this.#isOpen = true;
  }

  /** Where that fails, the story may have taken longer than it waits on a busy machine: it is loaded afresh then. */
  async #goesOnTo(story: string): Promise<boolean> {
    try {
      await nextStory(this.#page, story);
      return true;
    } catch {
      return false;
    }
  }
}
