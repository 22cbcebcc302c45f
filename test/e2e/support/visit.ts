import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core';

/** Milliseconds that a page is waited for: two cores may have much else to do. */
const patience = 60_000;

const launchArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const launchChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({executablePath, args: launchArguments});

/** A page that is open in a window of its own, and what it has complained about and asked for so far. */
export interface Visit {
  readonly page: Page;
  /** Errors of scripts and on the console. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Method and URL of each request, but for `data:` URLs. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** Is run in the page before anything of its own. */
  readonly before?: () => void;
}

export type Visiting = (url: string, options?: VisitOptions) => Promise<Visit>;

/** Opens a page in a profile of its own. */
export async function visit(browser: Browser, url: string, {before, ...options}: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({locale: 'en-US', ...options});
  context.setDefaultTimeout(patience);
  const [errors, warnings, requests]: [string[], string[], string[]] = [[], [], []];
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    if (message.type() === 'warning') warnings.push(message.text());
  });
  context.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(`${request.method()} ${request.url()}`);
  });
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  await page.goto(url);
  return {page, errors, warnings, requests, close: () => context.close()};
}
