import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
  type Page,
  type Request,
} from 'playwright-core';

/** Milliseconds that a page is waited for: two cores may have much else to do. */
const patience = 60_000;

const launchArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Letters as wide as they are in windows, also where a page is zoomed.
  '--font-render-hinting=none',
];

export const launchChromium = (
  executablePath: string,
  {args = [], ...options}: Pick<LaunchOptions, 'args' | 'env'> = {},
): Promise<Browser> => chromium.launch({executablePath, args: [...launchArguments, ...args], ...options});

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

/** What is under way in a window, but for streams, which don't end. */
const underWay = new WeakMap<BrowserContext, Set<Request>>();

function watchRequests(context: BrowserContext): void {
  const requests = new Set<Request>();
  underWay.set(context, requests);
  context.on('request', (request) => {
    if (!request.url().endsWith('/live')) requests.add(request);
  });
  context.on('requestfinished', (request) => requests.delete(request));
  context.on('requestfailed', (request) => requests.delete(request));
}

/** Milliseconds without a request, after which a page asks for nothing any more. */
const silence = 500;
const look = 50;

/** Resolves once a page that was opened here asks for nothing any more. */
export async function quiet(page: Page): Promise<void> {
  const requests = underWay.get(page.context());
  const end = performance.now() + patience;
  for (let quietFor = 0; quietFor < silence; quietFor = requests?.size ? 0 : quietFor + look) {
    if (performance.now() > end) throw new Error('The page goes on asking');
    await page.waitForTimeout(look);
  }
}

/** Opens a page in a profile of its own. */
export async function visit(browser: Browser, url: string, {before, ...options}: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({locale: 'en-US', ...options});
  context.setDefaultTimeout(patience);
  watchRequests(context);
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
