import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import {startBackend} from '../demo/backend/start-backend.ts';
import {startSite} from '../test/e2e/support/site.ts';
import {launchChromium, quiet, visit} from '../test/e2e/support/visit.ts';
import {ensureChromium} from '../test/support/browsers.ts';
import {type Sheet, sheetPage, sheets} from './language-sheet/sheets.ts';
import {nearlyIndexed} from './pictures/palette.ts';
import {palettePng} from './pictures/palette-png.ts';
import {pixelsOf} from './pictures/pixels.ts';

/*
 * npm run languages:sheet: writes docs/languages/, a picture of each element in all its languages. It builds
 * the widgets for itself, and shows a petition of the demo's backend with them.
 */

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/languages');

async function picture(browser: Browser, url: string, {tag, settled}: Sheet): Promise<Uint8Array> {
  const visited = await visit(browser, url, {
    viewport: {width: 1400, height: 4200},
    reducedMotion: 'reduce',
  });
  const {page, errors, warnings} = visited;
  const elements = page.locator(tag);
  await Promise.all((await elements.all()).map((each) => each.locator(settled).first().waitFor()));
  await quiet(page);
  const complaints = [...errors, ...warnings];
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  const shot = await page.locator('main').screenshot();
  const image = await pixelsOf(page, shot);
  await visited.close();
  return palettePng(nearlyIndexed(image));
}

const temporary = mkdtempSync(join(tmpdir(), 'language-sheet-'));
const dist = join(temporary, 'dist');
await build({root, logLevel: 'warn', build: {outDir: dist}});
const backend = await startBackend({port: 0, dataDir: temporary, dist, log: () => undefined});
const site = await startSite('127.0.0.1');
const browser = await launchChromium(ensureChromium());
try {
  mkdirSync(folder, {recursive: true});
  for (const sheet of sheets) {
    const file = join(folder, `${sheet.name}.png`);
    const bytes = await picture(browser, site.serve(sheetPage(sheet, backend.url)), sheet);
    writeFileSync(file, bytes);
    console.log(`${file}: ${Math.round(bytes.length / 1000)} kB`);
  }
} finally {
  await browser.close();
  await site.close();
  await backend.close();
  rmSync(temporary, {recursive: true, force: true});
}
