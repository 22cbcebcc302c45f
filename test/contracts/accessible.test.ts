import {expect} from 'chai';
import {html} from 'lit';
import {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {composed, deep, deepAll, petition, settled, textOf} from '../elements/support/page.ts';
import {type State, type Variant, variants} from '../elements/support/states.ts';
import {twelve} from '../elements/support/switcher.ts';
import {expectAccessible} from '../support/axe.ts';
import {fixture, until, updated} from '../support/dom.ts';

interface Language {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

const [english, arabic]: readonly [Language, Language] = [
  {lang: 'en', dir: 'ltr'},
  {lang: 'ar', dir: 'rtl'},
];
const all: readonly Language[] = twelve.map(([lang, , dir]) => ({lang, dir}));

/** Both directions in every state; the other languages differ from them only in their words. */
const languagesOf = ({name}: State): readonly Language[] => (name === 'ready' ? all : [english, arabic]);

/** Nothing fades or moves any more: colours in between are judged by nobody. */
function still(container: Element): void {
  const roots = [...composed(container)].flatMap(({shadowRoot}) => shadowRoot ?? []);
  for (const animation of roots.flatMap((root) => root.getAnimations())) animation.finish();
}

async function expectAccessibleIn(variant: Variant, state: State, languages: readonly Language[]): Promise<void> {
  const container = await fixture(
    languages.map(({lang, dir}) => html`<div lang=${lang} dir=${dir}>${variant.render(state, lang)}</div>`),
  );
  const elements = deepAll(container, `div > ${variant.tag}`).filter((each) => each instanceof PetitionElement);
  expect(elements).to.have.length(languages.length);
  for (const element of elements) {
    if (!state.isLoading) await settled(element);
    await state.act?.(element);
  }
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

for (const variant of variants) {
  describe(`<${variant.tag}> ${variant.layout} is accessible`, () => {
    for (const state of variant.states) {
      it(state.name, async () => {
        const languages = languagesOf(state);
        // What is done to an element takes the focus from others, or makes them inert.
        const groups = state.act ? languages.map((language) => [language]) : [languages];
        for (const group of groups) await expectAccessibleIn(variant, state, group);
      });
    }
  });
}
