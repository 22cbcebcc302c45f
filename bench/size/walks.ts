import type {Browser, Locator, Page} from 'playwright-core';
import {bilash, dna, signIn, somebody} from '../../test/e2e/support/petitions.ts';
import type {Site} from '../../test/e2e/support/site.ts';
import {quiet, visit} from '../../test/e2e/support/visit.ts';

/** The tag as it is pasted, with more of what it takes. */
export const tag = (backend: string, petition: string, attributes = ''): string =>
  `<script async src="${backend}/embed.js" data-backend="${backend}" data-petition="${petition}" ${attributes}></script>`;

export const submitButton = (page: Page): Locator => page.locator('petition-sign-form [part="submit"]');

/** What is fetched before anybody has done anything. */
export const untouched = 'untouched';

/** How long a page is left alone: what has been seen for long is fetched more for (ms). */
const leftAlone = 10_000;

/** All of a petition is seen in it, so that nothing waits until it is scrolled to. */
const highWindow = {width: 1280, height: 3000};

interface Step {
  /** When this is, as the table says it. */
  readonly when: string;
  readonly act: (page: Page) => Promise<void>;
}

interface Walk {
  readonly petition: string;
  readonly attributes?: string;
  readonly steps: readonly Step[];
}

const field = (page: Page, name: string): Locator => page.locator(`petition-sign-form [name="${name}"]`);

/** What all kinds of fields can be filled in with; a mistyped address is asked about. */
const answers: readonly (readonly [string, string])[] = [
  ['givenName', 'Amina'],
  ['familyName', 'Turdi'],
  ['email', 'amina@gmial.com'],
  ['phone', '+1 202 555 0142'],
  ['city', 'Washington'],
];

async function fillInAll(page: Page): Promise<void> {
  for (const [name, answer] of answers) await field(page, name).fill(answer);
  await field(page, 'country').selectOption('US');
  await field(page, 'postalCode').fill('20001');
  await field(page, 'givenName').focus();
}

const openMenu = (page: Page): Promise<void> =>
  page.locator('petition-language-switcher [part="button"]').first().click();

const openDialog = (page: Page): Promise<void> => page.locator('petition-campaign [part="open"]').click();

/** What people do, in the order in which they come to it. What a part is fetched for first is its reason. */
const walks: readonly Walk[] = [
  {
    petition: dna.id,
    steps: [
      {when: untouched, act: (page) => page.waitForTimeout(leftAlone)},
      {when: 'first focus', act: (page) => field(page, 'givenName').focus()},
      {when: 'languages opened', act: openMenu},
      {when: 'signed', act: (page) => signIn(page, somebody())},
    ],
  },
  {
    petition: 'stop-secret-transports',
    steps: [
      {when: 'every kind of field', act: fillInAll},
      {when: 'refused', act: (page) => submitButton(page).click()},
    ],
  },
  {
    petition: 'account-for-disappearance',
    steps: [{when: 'proof of work', act: (page) => field(page, 'givenName').fill('Amina')}],
  },
  {
    petition: bilash.id,
    attributes: 'data-layout="banner"',
    steps: [{when: 'in a dialog', act: openDialog}],
  },
  {
    petition: bilash.id,
    attributes: 'data-keep-offline data-draft',
    steps: [{when: '`keep-offline`, `draft`', act: (page) => signIn(page, somebody())}],
  },
];

/** The paths at the backend that were asked for; a stream ends never, and has no size. */
const pathsIn = (requests: readonly string[], backend: string): string[] =>
  requests.flatMap((request) => {
    const [start, path = ''] = request.split(`GET ${backend}/`);
    return start === '' && !path.endsWith('/live') ? [path] : [];
  });

/** When each file was fetched first, by its path at the backend. */
export async function walkThrough(browser: Browser, site: Site, backend: string): Promise<Map<string, string>> {
  const reasons = new Map<string, string>();
  for (const {petition, attributes, steps} of walks) {
    const visited = await visit(browser, site.serve({body: tag(backend, petition, attributes)}), {
      viewport: highWindow,
    });
    try {
      await visited.page.locator('[part="title"]').first().waitFor();
      for (const {when, act} of steps) {
        await act(visited.page);
        await quiet(visited.page);
        for (const path of pathsIn(visited.requests, backend)) reasons.set(path, reasons.get(path) ?? when);
      }
    } finally {
      await visited.close();
    }
  }
  return reasons;
}
