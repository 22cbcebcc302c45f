import type {Page, Route} from 'playwright-core';

/** The paths that a page asked for at once, each time. */
export type Rounds = readonly (readonly string[])[];

/** Milliseconds without a new request, after which a page that is idle waits for answers. */
const calm = 400;
/** More rounds than any page should take: then it waits for something else. */
const mostRounds = 20;

const idle = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => void requestIdleCallback(() => resolve())));

async function untilCalm(page: Page, held: readonly Route[]): Promise<void> {
  let before: number;
  do {
    before = held.length;
    await page.waitForTimeout(calm);
    await idle(page);
  } while (held.length > before);
}

async function release(route: Route): Promise<void> {
  await route.continue();
  const response = await route.request().response();
  await response?.finished();
}

/**
 * What a page asks a server for until something has come about, in rounds: all that it asks for at once is
 * answered together, once it asks for nothing more without an answer. So neither the machine's speed nor the
 * order of answers has a say in what is counted, and what is asked for after the last answer that was needed is not.
 *
 * @param origin the server's
 * @param isReached whether it has come about
 */
export async function roundsUntil(
  page: Page,
  url: string,
  origin: string,
  isReached: () => Promise<boolean>,
): Promise<Rounds> {
  const held: Route[] = [];
  // A stream is answered without end.
  await page.route(
    ({href}) => href.startsWith(`${origin}/`) && !href.endsWith('/live'),
    (route) => void held.push(route),
  );
  await page.goto(url, {waitUntil: 'commit'});
  const rounds: string[][] = [];
  while (rounds.length < mostRounds) {
    await untilCalm(page, held);
    if (await isReached()) return rounds;
    const round = held.splice(0);
    if (round.length === 0) break;
    rounds.push([
      ...new Set(
        round.map((route) =>
          route
            .request()
            .url()
            .slice(origin.length + 1),
        ),
      ),
    ]);
    await Promise.all(round.map(release));
  }
  throw new Error(`The page did not get there with what it asked for: ${JSON.stringify(rounds)}`);
}
