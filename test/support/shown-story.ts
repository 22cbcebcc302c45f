import type {Page} from 'playwright-core';

interface Finished {
  readonly storyId: string;
  readonly status: 'error' | 'success';
}

interface Channel {
  emit(name: 'setCurrentStory', story: {readonly storyId: string; readonly viewMode: 'story'}): void;
  /** What came with the last event of a name. */
  last(name: 'storyFinished'): readonly [Finished] | undefined;
}

declare global {
  var __STORYBOOK_ADDONS_CHANNEL__: Channel | undefined;
}

/** What the toolbar sets, by the names of its tools. */
export type Globals = Readonly<Record<string, string>>;

/** A busy machine takes its time for all of Storybook. */
const patience = 60_000;

function addressOf(origin: string, story: string, globals: Globals): string {
  // axe would judge each story otherwise.
  const set = Object.entries({...globals, 'a11y.manual': '!true'}).map(([name, value]) => `${name}:${value}`);
  return `${origin}/iframe.html?id=${story}&viewMode=story&globals=${set.join(';')}`;
}

/** Resolves once a story is rendered, played and settled; it has failed where that is not to be. */
async function finished(page: Page, story: string): Promise<void> {
  const status = await page.waitForFunction(
    (id) => {
      const last = globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0];
      return last?.storyId === id ? last.status : undefined;
    },
    story,
    {timeout: patience},
  );
  if ((await status.jsonValue()) === 'success') return;
  throw new Error(`The story failed: ${await page.locator('#error-message').textContent()}`);
}

/** Loads a story without what Storybook has around it. */
export async function openStory(page: Page, origin: string, story: string, globals: Globals): Promise<void> {
  await page.goto(addressOf(origin, story, globals));
  await finished(page, story);
}

/** Goes on to another story where one is open, which is much faster than to load it. */
export async function nextStory(page: Page, story: string): Promise<void> {
  await page.evaluate(
    (storyId) => globalThis.__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', {storyId, viewMode: 'story'}),
    story,
  );
  await finished(page, story);
}
