import {afterAll, afterEach, beforeAll, describe} from 'vitest';
import {type BrowserName, type BrowserPaths, browserNames, ensureBrowsers} from '../../support/browsers.ts';
import type {Find, Task} from './page-task.ts';
import {startPuppeteerEngine} from './puppeteer-engine.ts';
import {startWebkitEngine} from './webkit-engine.ts';

/** Something in a page that a person can use. */
export interface Control {
  /** By the mouse. */
  click(): Promise<void>;
  /** By the keyboard, after what is there already. */
  type(text: string): Promise<void>;
  /** One of a select's options. */
  choose(value: string): Promise<void>;
}

/** A page, or a frame of it. */
export interface EngineFrame {
  /** What a task gives, once it is settled, as JSON has it. */
  evaluate<Args extends unknown[]>(task: Task<Args, unknown>, ...args: Args): Promise<unknown>;
  has<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<boolean>;
  /** Rejects if there is no such element. */
  find<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<Control>;
  /** What is in an `<iframe>`, of whatever origin. */
  frame<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<EngineFrame>;
}

/** A browser that runs. */
export interface RunningEngine {
  /** Opens a page in a window of its own; resolves once it is loaded. */
  open(url: string): Promise<EngineFrame>;
  /** Closes all that were opened. */
  closePages(): Promise<void> | void;
  close(): Promise<void> | void;
}

export interface Engine extends Pick<RunningEngine, 'open'> {
  readonly name: BrowserName;
}

const starts: Readonly<Record<BrowserName, (paths: BrowserPaths) => Promise<RunningEngine>>> = {
  chromium: (paths) => startPuppeteerEngine('chrome', paths.chromium),
  firefox: (paths) => startPuppeteerEngine('firefox', paths.firefox),
  webkit: startWebkitEngine,
};

/**
 * Declares the same tests for each of the three engines, whose browsers run one after the other. Pages are
 * closed after the test that has opened them, the browser after the last.
 */
export function forEachEngine(declare: (engine: Engine) => void): void {
  describe.for(browserNames)('in %s', (name) => {
    let running: RunningEngine | undefined;
    beforeAll(async () => {
      running = await starts[name](ensureBrowsers([name]));
    });
    afterEach(() => running?.closePages());
    afterAll(() => running?.close());
    declare({
      name,
      open(url) {
        if (!running) throw new Error(`${name} does not run yet`);
        return running.open(url);
      },
    });
  });
}
