import FakeTimers from '@sinonjs/fake-timers';
import {getSnapshotConfig, readFile, writeFile} from '@web/test-runner-commands';
import {expect} from 'chai';
import {fixture, until, updated} from '../support/dom.ts';
import {storiesByElement, type TestedStory} from './support/stories.ts';
import {asText, wholeTree} from './support/tree.ts';

/*
 * What a screen reader is told of each element in each of its states is kept in `trees/`, as Chromium tells it; Firefox
 * and WebKit tell nobody but screen readers. A change of it is to be looked at, and then written down by
 * `npm run test:elements -- --engine chromium --update-snapshots test/elements/accessibility-trees.chromium.test.ts`.
 */

const {updateSnapshots: isUpdate} = await getSnapshotConfig();
const languages = ['en', 'ar'] as const;

const fileOf = (name: string, lang: string): string => `trees/${name}.${lang}.txt`;

async function show(story: TestedStory, lang: string): Promise<HTMLElement> {
  const {template, act} = story.scene();
  const container = await fixture(template, {lang});
  await act(container);
  await updated(container);
  return container;
}

async function treeNow({isMoving}: TestedStory): Promise<string> {
  const tree = await wholeTree();
  const text = tree ? asText(tree) : '';
  return isMoving ? text.replaceAll(/\p{Nd}+/gu, '#') : text;
}

/** How often the same is read until nothing more is expected to come. */
const often = 5;

async function treeAtLast(story: TestedStory): Promise<string> {
  let [last, same] = ['', 0];
  await until(async () => {
    const now = await treeNow(story);
    same = now === last ? same + 1 : 0;
    last = now;
    return same > often;
  }, 'the tree stays as it is');
  return last;
}

/** Where so many differ, the others are not waited for. */
const few = 3;
let differing = 0;

/** The tree as soon as it is as expected, or as it is after a while. */
async function treeOnce(story: TestedStory, expected: string | undefined): Promise<string> {
  if (differing > few) return treeAtLast(story);
  let now = '';
  await until(async () => {
    now = await treeNow(story);
    return now === expected;
  }, 'the tree is as expected').catch(() => {
    differing += 1;
  });
  return now;
}

const sectionsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .split(/^# /m)
      .slice(1)
      .map((section): [string, string] => {
        const [name = '', ...lines] = section.split('\n');
        return [name, lines.join('\n').trim()];
      }),
  );

const fileText = (sections: ReadonlyMap<string, string>): string =>
  [...sections].map(([name, tree]) => `# ${name}\n\n${tree}\n`).join('\n');

function describeTrees(file: string, stories: readonly TestedStory[], lang: string): void {
  const names = stories.map(({name}) => name);
  let stored: ReadonlyMap<string, string> = new Map();
  const found = new Map<string, string>();

  describe(`what a screen reader is told is that of ${file}`, () => {
    before(async () => {
      if (!isUpdate) stored = sectionsOf((await readFile({path: file})) ?? '');
    });

    for (const story of stories) {
      it(story.name, async () => {
        const expected = stored.get(story.name);
        const container = await show(story, lang);
        const tree = isUpdate ? await treeAtLast(story) : await treeOnce(story, expected);
        container.remove();
        found.set(story.name, tree);
        if (!isUpdate) expect(tree).to.equal(expected);
      });
    }

    it('and of no other state', async () => {
      if (isUpdate) await writeFile({path: file, content: fileText(found)});
      else expect([...stored.keys()]).to.deep.equal(names);
    });
  });
}

describe('the trees of all elements', () => {
  const clock = FakeTimers.install({toFake: ['Date'], now: new Date(2026, 10, 22, 12)});
  after(() => clock.uninstall());

  for (const [name, stories] of storiesByElement)
    for (const lang of languages) describeTrees(fileOf(name, lang), stories, lang);
});
