import type {CDPSession, Page} from 'playwright-core';
import * as v from 'valibot';

/** How much of each kind a page holds. */
export type Holdings = Readonly<Record<string, number>>;

/** Prototypes are of their own classes, too, and have none of what makes an instance. */
const instances = 'this.filter((each) => !Object.hasOwn(each, "constructor"))';
const number = `function () { return ${instances}.length; }`;
const members = `function () { return ${instances}.reduce((sum, each) => sum + each.size, 0); }`;
const detached = `function () { return ${instances}.filter((each) => !each.isConnected).length; }`;

/** Looks into a page's memory, as a browser's developer tools do. What only waits to be collected doesn't count. */
export class Memory {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Memory> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new Memory(session);
  }

  async holdings(): Promise<Holdings> {
    const counted = {
      detached: await this.#ofAll('HTMLElement.prototype', detached),
      members: (await this.#ofAll('Set.prototype', members)) + (await this.#ofAll('Map.prototype', members)),
      observers: await this.#ofAll('MutationObserver.prototype', number),
    };
    await this.collect();
    const {metrics} = await this.#session.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? NaN;
    return {
      ...counted,
      listeners: metric('JSEventListeners'),
      nodes: metric('Nodes'),
      documents: metric('Documents'),
    };
  }

  /** Collects what nothing holds any more. */
  async collect(): Promise<void> {
    for (let times = 0; times < 3; times += 1) await this.#session.send('HeapProfiler.collectGarbage');
  }

  /** What a function makes of all objects of a class, whether the page's scripts can reach them or not. */
  async #ofAll(prototype: string, functionDeclaration: string): Promise<number> {
    const session = this.#session;
    const objectGroup = 'counted';
    const {result} = await session.send('Runtime.evaluate', {expression: prototype, objectGroup});
    const prototypeObjectId = result.objectId ?? '';
    const {objects} = await session.send('Runtime.queryObjects', {prototypeObjectId, objectGroup});
    const objectId = objects.objectId ?? '';
    const called = await session.send('Runtime.callFunctionOn', {objectId, functionDeclaration, returnByValue: true});
    await session.send('Runtime.releaseObjectGroup', {objectGroup});
    return v.parse(v.number(), called.result.value);
  }
}
