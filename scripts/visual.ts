import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {parseArgs} from 'node:util';
import {ensureChromium} from '../test/support/browsers.ts';
import {buildStorybook, isStill, serveStorybook} from '../test/support/built-storybook.ts';
import {launchCamera} from './visual/camera.ts';
import {Findings} from './visual/findings.ts';
import {pinnedFonts} from './visual/fonts.ts';
import {keepMachine, otherThanKept} from './visual/machine.ts';
import {compareStories, renewReferences, type Round} from './visual/rounds.ts';
import {variants} from './visual/variants.ts';

/*
 * npm run visual: compares each story, light and dark, in English and Arabic, narrow and wide, with its picture in
 * test/visual/. npm run visual:update renews those. Either takes the beginnings of stories' ids, for only some of them:
 * npm run visual -- elements-card elements-counter--ring.
 */

const root = join(import.meta.dirname, '..');
const folder = join(root, 'test/visual');
const outcome = join(root, '.cache/visual');

/** Pages at once: more gain nothing on a machine of two cores. */
const pages = 2;

const {values, positionals} = parseArgs({options: {update: {type: 'boolean', default: false}}, allowPositionals: true});
const isMeant = (story: string): boolean =>
  positionals.length === 0 || positionals.some((beginning) => story.startsWith(beginning));

async function inTurns(round: Round): Promise<void> {
  const waiting = [...variants];
  const go = values.update ? renewReferences : compareStories;
  await Promise.all(
    Array.from({length: pages}, async () => {
      for (let variant = waiting.shift(); variant; variant = waiting.shift()) {
        await go(round, variant);
        console.log(`${variant.name} is done`);
      }
    }),
  );
}

const temporary = mkdtempSync(join(tmpdir(), 'visual-'));
const fonts = pinnedFonts(temporary);
const findings = new Findings(outcome);
const built = await buildStorybook();
const site = await serveStorybook(built);
const stories = built.stories.filter(isStill).map(({id}) => id);
const browser = await launchCamera(ensureChromium(), fonts.configuration);
const machine = {chromium: browser.version(), fonts: fonts.digests};
try {
  await inTurns({browser, origin: site.origin, stories, isMeant, folder, findings});
} finally {
  await browser.close();
  await site.close();
  rmSync(temporary, {recursive: true, force: true});
}
// Where only some were renewed, the others are still the other machine's.
if (values.update && positionals.length === 0) keepMachine(folder, machine);
if (findings.count > 0) {
  const others = values.update ? [] : otherThanKept(folder, machine);
  if (others.length > 0) console.log(`The references were made elsewhere; here it is ${others.join(', ')}.`);
  console.log(`${findings.count} are not as they should be. Pictures of what differs: ${relative(root, outcome)}/`);
  process.exitCode = 1;
}
