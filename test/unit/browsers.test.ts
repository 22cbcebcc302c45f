import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {complaint, needsOf, needsVirtualDisplay} from '../support/browsers.ts';
import {findProgram, programOnPath} from '../support/find-program.ts';
import {chromium, miniBrowser, webkitDriver} from '../support/needs.ts';

describe('finding a program', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'programs-'));
    writeFileSync(join(folder, 'browser'), '', {mode: 0o755});
    writeFileSync(join(folder, 'notes'), '', {mode: 0o644});
  });

  afterEach(() => {
    rmSync(folder, {recursive: true});
    vi.unstubAllEnvs();
  });

  it('looks along the PATH for what can be run', () => {
    const path = `/nowhere:${folder}`;
    expect(programOnPath('browser', path)).toBe(join(folder, 'browser'));
    expect(programOnPath('notes', path)).toBe(undefined);
    expect(programOnPath('', path)).toBe(undefined);
  });

  it('looks in the usual places, one of whose folders may have any name', () => {
    expect(findProgram({names: ['no-such-browser'], places: ['/nowhere/browser', `${tmpdir()}/*/browser`]})).toContain(
      '/browser',
    );
    expect(findProgram({places: [`${folder}/*/browser`]})).toBe(undefined);
  });

  it('takes what a variable says, and does not look elsewhere if that is wrong', () => {
    const where = {variable: 'SOME_BROWSER_PATH', names: ['sh']};
    vi.stubEnv('SOME_BROWSER_PATH', join(folder, 'browser'));
    expect(findProgram(where)).toBe(join(folder, 'browser'));
    vi.stubEnv('SOME_BROWSER_PATH', join(folder, 'notes'));
    expect(() => findProgram(where)).toThrow(/SOME_BROWSER_PATH says .*notes/);
    vi.stubEnv('SOME_BROWSER_PATH', '');
    expect(findProgram(where)).toMatch(/\/sh$/);
  });
});

describe('what browsers need', () => {
  it('is only what the named ones need', () => {
    expect(needsOf(['chromium'])).toContain(chromium);
    expect(needsOf(['chromium'])).not.toContain(miniBrowser);
    expect(needsOf(['webkit'])).toEqual(expect.arrayContaining([miniBrowser, webkitDriver]));
  });

  it.runIf(process.platform === 'linux')('is a virtual display for WebKit where there is none', () => {
    expect(needsVirtualDisplay(['webkit'], {})).toBe(true);
    expect(needsVirtualDisplay(['webkit'], {DISPLAY: ':0'})).toBe(false);
    expect(needsVirtualDisplay(['chromium', 'firefox'], {})).toBe(false);
  });

  it('is told with the command that installs it, and the variables that name it', () => {
    const text = complaint([chromium, miniBrowser, webkitDriver]);
    expect(text).toContain('Not found: Chromium, WebKit’s MiniBrowser, WebKitWebDriver.');
    expect(text).toContain(
      'apt-get install --no-install-recommends --yes chromium-headless-shell webkit2gtk-driver dbus\n',
    );
    expect(text).toContain('CHROME_PATH=');
  });
});
