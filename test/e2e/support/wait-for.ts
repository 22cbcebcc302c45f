import {setTimeout as wait} from 'node:timers/promises';
import type {Control, EngineFrame} from './engines.ts';
import {type Find, nothingFound, type Task} from './page-task.ts';

/** ms */
const patience = 30_000;
const pause = 50;

/** Repeats what gives undefined or rejects, as it may while a page gives way to the next. */
export async function poll<T>(attempt: () => Promise<T | undefined>, complaint: () => Error): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    const isLast = performance.now() > deadline;
    const found = await attempt().catch((error: unknown) => {
      if (isLast) throw error;
    });
    if (found !== undefined) return found;
    if (isLast) throw complaint();
    await wait(pause);
  }
}

/** Resolves as soon as a condition holds in the page. */
export async function waitFor<Args extends unknown[]>(
  frame: EngineFrame,
  condition: Task<Args, unknown>,
  ...args: Args
): Promise<void> {
  await poll(
    async () => ((await frame.evaluate(condition, ...args)) === true ? true : undefined),
    () => new Error(`Waited in vain for ${String(condition)} of ${JSON.stringify(args)}`),
  );
}

/** What can be used, as soon as it is there. */
export const awaited = <Args extends unknown[]>(
  frame: EngineFrame,
  find: Find<Args>,
  ...args: Args
): Promise<Control> =>
  poll(
    () => frame.find(find, ...args),
    () => nothingFound(find, args),
  );
