import {expect} from 'chai';
import {html} from 'lit';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {composed, deep, deepAll, petition, textOf} from '../elements/support/page.ts';
import {elementStories, type TestedStory} from '../elements/support/stories.ts';
import {twelve} from '../elements/support/switcher.ts';
import {expectAccessible} from '../support/axe.ts';
import {fixture, until, updated} from '../support/dom.ts';

interface Language {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

const arabic: Language = {lang: 'ar', dir: 'rtl'};
const all: readonly Language[] = twelve.map(([lang, , dir]) => ({lang, dir}));

const isChromium = navigator.userAgent.includes('Chrome/');

const isOverview = ({name}: TestedStory): boolean => name.endsWith(', Overview');

/** Every state in Chromium: axe judges what is in the page, which is the same in other browsers. */
const stories = isChromium ? elementStories : elementStories.filter(isOverview);

/** States in Arabic, as stories are tested themselves in English; other languages differ only in their words. */
const languagesOf = (story: TestedStory): readonly Language[] => (isOverview(story) ? all : [arabic]);

/** Nothing fades or moves any more: colours in between are judged by nobody. */
function still(container: Element): void {
  const roots = [...composed(container)].flatMap(({shadowRoot}) => shadowRoot ?? []);
  for (const animation of roots.flatMap((root) => root.getAnimations())) animation.finish();
}

async function expectAccessibleIn(story: TestedStory, languages: readonly Language[]): Promise<void> {
  const shown = languages.map((language) => ({...language, scene: story.scene()}));
  const container = await fixture(
    shown.map(({lang, dir, scene}) => html`<div lang=${lang} dir=${dir}>${scene.template}</div>`),
  );
  const cells = [...container.children].filter((each) => each instanceof HTMLElement);
  for (const [index, cell] of cells.entries()) await shown[index]?.scene.act(cell);
  await updated(container);
  still(container);
  await expectAccessible(container);
  container.remove();
}

// First in this page, and so also the first to load each language's texts.
describe('an element whose texts come in bit by bit', () => {
  for (const {lang} of all) {
    it(`has no link or button without words meanwhile: ${lang}`, async () => {
      const container = await fixture(
        html`<petition-campaign petition=${petition} lang=${lang} .client=${new FakeClient()}></petition-campaign>`,
      );
      const wordless = new Set<string>();
      await until(() => {
        for (const each of deepAll(container, 'a, button, [role=option]')) {
          if (textOf(each) === '' && each.checkVisibility()) wordless.add(each.outerHTML);
        }
        return deepAll(container, '[part=goal]').some((goal) => textOf(goal) !== '');
      }, 'the sentences are there');
      expect(textOf(deep(container, '[part=privacy]'))).to.include('Torchlight Uyghur Group');
      expect([...wordless]).to.deep.equal([]);
    });
  }
});

describe('each element, in each state, is accessible', () => {
  for (const story of stories) {
    it(story.name, async () => {
      const languages = languagesOf(story);
      const groups = story.isPlayed ? languages.map((language) => [language]) : [languages];
      for (const group of groups) await expectAccessibleIn(story, group);
    });
  }
});
