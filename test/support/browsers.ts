import {apt} from './apt.ts';
import {type Need, chromium, firefox, fonts, miniBrowser, webkitDriver, windowedChromium, xvfb} from './needs.ts';

export const browserNames = ['chromium', 'firefox', 'webkit'] as const;
export type BrowserName = (typeof browserNames)[number];

/** Where the programs are; only those of the browsers that were asked for. */
export interface BrowserPaths {
  readonly chromium?: string | undefined;
  readonly firefox?: string | undefined;
  readonly miniBrowser?: string | undefined;
  readonly webkitDriver?: string | undefined;
  readonly xvfb?: string | undefined;
}

/** WebKit's MiniBrowser has no headless mode, so it needs a display, be it a virtual one. */
export const needsVirtualDisplay = (names: readonly BrowserName[], env: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform === 'linux' && names.includes('webkit') && !env['DISPLAY'];

/** What these browsers take to run here. Without the fonts, right-to-left and CJK text would be measured as boxes. */
export function needsOf(names: readonly BrowserName[]): Need[] {
  return [
    ...(names.includes('chromium') ? [chromium] : []),
    ...(names.includes('firefox') ? [firefox] : []),
    ...(names.includes('webkit') ? [miniBrowser, webkitDriver] : []),
    ...(needsVirtualDisplay(names) ? [xvfb] : []),
    ...fonts,
  ];
}

export function complaint(missing: readonly Need[]): string {
  const packages = [...new Set(missing.flatMap((need) => need.packages))];
  const variables = missing.flatMap((need) =>
    need.variable ? [`  ${need.variable}=/path/to/it  (${need.title})`] : [],
  );
  return [
    `Not found: ${missing.map((need) => need.title).join(', ')}.`,
    'On Debian, run as root:',
    `  apt-get update && apt-get install --no-install-recommends --yes ${packages.join(' ')}`,
    ...(variables.length > 0 ? ['Or say where it is:', ...variables] : []),
  ].join('\n');
}

/** Something is not there, and the message says what to do about it. */
export class MissingProgramsError extends Error {
  constructor(missing: readonly Need[]) {
    super(complaint(missing));
  }
}

const missingOf = (needs: readonly Need[]): Need[] => needs.filter((need) => need.find() === undefined);

/** Installs what is missing where that may be done; throws what to run elsewhere. */
function ensure(needs: readonly Need[]): void {
  const missing = missingOf(needs);
  if (missing.length > 0 && apt.isUsable()) {
    console.log(`Installing ${missing.map((need) => need.title).join(', ')} …`);
    apt.install(missing.flatMap((need) => need.packages));
  }
  const stillMissing = missingOf(needs);
  if (stillMissing.length > 0) throw new MissingProgramsError(stillMissing);
}

/** Finds what these browsers need, and installs what is missing where that may be done; throws what to run elsewhere. */
export function ensureBrowsers(names: readonly BrowserName[]): BrowserPaths {
  const needs = needsOf(names);
  ensure(needs);
  const pathOf = (need: Need): string | undefined => (needs.includes(need) ? need.find() : undefined);
  return {
    chromium: pathOf(chromium),
    firefox: pathOf(firefox),
    miniBrowser: pathOf(miniBrowser),
    webkitDriver: pathOf(webkitDriver),
    xvfb: pathOf(xvfb),
  };
}

function ensuredPath(need: Need): string {
  ensure([need, ...fonts]);
  const path = need.find();
  if (!path) throw new MissingProgramsError([need]);
  return path;
}

/** The path of Chromium, for tests that drive only that. */
export const ensureChromium = (): string => ensuredPath(chromium);

/** The path of Chromium as people have it, which keeps pages that they may come back to. */
export const ensureWindowedChromium = (): string => ensuredPath(windowedChromium);
