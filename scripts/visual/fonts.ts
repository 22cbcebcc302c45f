import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {programOnPath} from '../../test/support/find-program.ts';

/**
 * What the page's own fonts, which come with the stories, don't have: letters of CJK languages and some signs. Debian's
 * packages of them have been the same for years.
 */
const files: Readonly<Record<string, string>> = {
  'DejaVuSans.ttf': 'fonts-dejavu-core',
  'DejaVuSans-Bold.ttf': 'fonts-dejavu-core',
  'NotoSansCJK-Regular.ttc': 'fonts-noto-cjk',
  'NotoSansCJK-Bold.ttc': 'fonts-noto-cjk',
};

function fontFiles(): ReadonlyMap<string, string> {
  const list = programOnPath('fc-list');
  if (!list) throw new Error('Pictures of stories are compared on Linux alone, with fontconfig (fc-list).');
  const {stdout} = spawnSync(list, [':', 'file'], {encoding: 'utf8'});
  return new Map(
    stdout
      .split('\n')
      .map((line) => line.replace(/:\s*$/, ''))
      .map((path) => [basename(path), path]),
  );
}

const configuration = (fonts: string, cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`;

/** Fonts that stand in for all that the machine has. */
export interface Fonts {
  /** A configuration of fontconfig that knows no others. */
  readonly configuration: string;
  /** What each file is, for machines to be compared by. */
  readonly digests: Readonly<Record<string, string>>;
}

/** Puts the fonts that all machines have in common into a folder, from where a browser takes its fonts. */
export function pinnedFonts(folder: string): Fonts {
  const found = fontFiles();
  const missing = Object.keys(files).filter((name) => !found.has(name));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map((name) => files[name]))];
    throw new Error(`Not found: ${missing.join(', ')}. On Debian: apt-get install ${packages.join(' ')}`);
  }
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts, {recursive: true});
  const digests: Record<string, string> = {};
  for (const name of Object.keys(files)) {
    const copy = join(fonts, name);
    copyFileSync(found.get(name) ?? '', copy);
    digests[name] = createHash('sha256').update(readFileSync(copy)).digest('hex').slice(0, 16);
  }
  const path = join(folder, 'fonts.conf');
  writeFileSync(path, configuration(fonts, join(folder, 'font-cache')));
  return {configuration: path, digests};
}
