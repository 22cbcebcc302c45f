import {type Browser, type BrowserContext, ElementHandle, type Frame, launch} from 'puppeteer-core';
import {endWithThisProcess} from '../../support/process-groups.ts';
import type {Control, EngineFrame, RunningEngine} from './engines.ts';
import {callOf, type Find, nothingFound, type Task} from './page-task.ts';

const launchArguments = {
  chrome: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
  firefox: [],
};

/** ms */
const patience = 60_000;

class PuppeteerFrame implements EngineFrame {
  readonly #frame: Frame;

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  evaluate<Args extends unknown[]>(task: Task<Args, unknown>, ...args: Args): Promise<unknown> {
    return this.#frame.evaluate(callOf(task, args));
  }

  async has<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<boolean> {
    return (await this.#frame.evaluate(`Boolean(${callOf(find, args)})`)) === true;
  }

  async find<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<Control> {
    const element = await this.#element(find, args);
    return {
      click: () => element.click(),
      type: (text) => element.type(text),
      choose: async (value) => {
        await element.select(value);
      },
    };
  }

  async frame<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<EngineFrame> {
    const element = await this.#element(find, args);
    const frame = await element.contentFrame();
    if (!frame) throw nothingFound(find, args);
    return new PuppeteerFrame(frame);
  }

  async #element<Args extends unknown[]>(find: Find<Args>, args: Args): Promise<ElementHandle> {
    const handle = await this.#frame.evaluateHandle(callOf(find, args));
    if (handle instanceof ElementHandle) return handle;
    throw nothingFound(find, args);
  }
}

class PuppeteerEngine implements RunningEngine {
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async open(url: string): Promise<EngineFrame> {
    const context = await this.#browser.createBrowserContext();
    this.#contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(url);
    return new PuppeteerFrame(page.mainFrame());
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

export async function startPuppeteerEngine(
  name: 'chrome' | 'firefox',
  executablePath: string | undefined,
): Promise<RunningEngine> {
  const browser = await launch({browser: name, executablePath, args: launchArguments[name]});
  const child = browser.process();
  if (child) child.once('exit', endWithThisProcess(child));
  return new PuppeteerEngine(browser);
}
