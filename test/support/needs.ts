import {spawnSync} from 'node:child_process';
import {type Whereabouts, findProgram, programOnPath} from './find-program.ts';

/** Something that tests cannot do without. */
export interface Need {
  readonly title: string;
  /** The environment variable that says where it is. */
  readonly variable?: string | undefined;
  /** The Debian packages that bring it. */
  readonly packages: readonly string[];
  /** Its path, or undefined if it is not there. */
  readonly find: () => string | undefined;
}

const program = (title: string, packages: readonly string[], where: Whereabouts): Need => ({
  title,
  packages,
  variable: where.variable,
  find: () => findProgram(where),
});

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const chromiumPlaces = [
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** As people have it. */
export const windowedChromium = program('Chromium with its windows', ['chromium'], {
  variable: 'CHROME_PATH',
  names: chromiumNames,
  places: chromiumPlaces,
});

/** Without what draws its windows, where that can be had: tests take a quarter less time in it. */
export const chromium = program('Chromium', ['chromium-headless-shell'], {
  variable: 'CHROME_PATH',
  names: ['chromium-headless-shell', ...chromiumNames],
  places: chromiumPlaces,
});

export const firefox = program('Firefox', ['firefox-esr'], {
  variable: 'FIREFOX_PATH',
  names: ['firefox-esr', 'firefox'],
  places: [
    '/usr/lib/firefox*/firefox',
    '/opt/firefox/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
});

const webkitFolders = [
  '/usr/lib/*/webkit*gtk-*',
  '/usr/lib/webkit*gtk-*',
  '/usr/lib64/webkit*gtk-*',
  '/usr/libexec/webkit*gtk-*',
];

/** The driver alone starts no browser; its package depends on the library that brings MiniBrowser. */
export const webkitDriver = program('WebKitWebDriver', ['webkit2gtk-driver', 'dbus'], {
  variable: 'WEBKIT_DRIVER_PATH',
  names: ['WebKitWebDriver'],
  places: webkitFolders.map((folder) => `${folder}/WebKitWebDriver`),
});

export const miniBrowser = program('WebKit’s MiniBrowser', ['webkit2gtk-driver', 'dbus'], {
  variable: 'WEBKIT_BROWSER_PATH',
  places: webkitFolders.map((folder) => `${folder}/MiniBrowser`),
});

export const xvfb = program('Xvfb', ['xvfb'], {names: ['Xvfb']});

/** Debian keeps its programs off the PATH; those beside it come with it. */
export const postgres = program('PostgreSQL', ['postgresql'], {
  variable: 'POSTGRES_PATH',
  places: [
    '/usr/lib/postgresql/*/bin/postgres',
    '/usr/pgsql-*/bin/postgres',
    '/opt/homebrew/opt/postgresql*/bin/postgres',
  ],
});

/** A font for one language, as fontconfig tells; systems without fontconfig bring fonts of their own. */
const font = (title: string, language: string, packages: readonly string[]): Need => ({
  title: `a font for ${title}`,
  packages: ['fontconfig', ...packages],
  find() {
    if (process.platform !== 'linux') return 'of the system';
    const list = programOnPath('fc-list');
    if (!list) return undefined;
    const {stdout} = spawnSync(list, [`:lang=${language}`, 'file'], {encoding: 'utf8'});
    return stdout.split(':')[0] || undefined;
  },
});

export const fonts: readonly Need[] = [
  font('Latin', 'en', ['fonts-dejavu-core']),
  font('Arabic', 'ar', ['fonts-noto-core']),
  font('Uyghur', 'ug', ['fonts-noto-core']),
  font('Cyrillic', 'ru', ['fonts-dejavu-core']),
  // Has what Uyghur adds to the Cyrillic letters.
  font('Tatar', 'tt', ['fonts-dejavu-core']),
  font('Japanese', 'ja', ['fonts-noto-cjk']),
  font('simplified Chinese', 'zh-cn', ['fonts-noto-cjk']),
  font('traditional Chinese', 'zh-tw', ['fonts-noto-cjk']),
];
