import {setViewport} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import {PetitionElement} from '../../../src/elements/base/petition-element.ts';
import {directionOf} from '../../../src/i18n/language-tags.ts';
import {locales, type Locale} from '../../../src/i18n/locales.ts';
import {FakeClient} from '../../../stories/support/fake-client.ts';
import {composed, deep, deepAll, petition, textOf} from '../../elements/support/page.ts';
import type {TestedStory} from '../../elements/support/stories.ts';
import {fixture, until} from '../../support/dom.ts';
import {roomFaults} from './room.ts';
import {wordsBelow, wrongWords} from './words.ts';

/** Those whose letters and lengths differ most: the other browsers set the same words in the same fonts. */
const mostDifferent: readonly Locale[] = ['ar', 'de', 'ja', 'ug-Cyrl'];
const looked = navigator.userAgent.includes('Chrome/') ? locales : mostDifferent;

const width = 320;
const cell = `${width}px`;

/** The element and all petition elements in it. */
const partsOf = (element: PetitionElement): readonly PetitionElement[] =>
  [element, ...composed(element)].filter((each) => each instanceof PetitionElement);

/** What of an element is not in the language that it should be in. */
function languageFaults(element: PetitionElement, locale: Locale, isShown: boolean): readonly string[] {
  const wanted = `${locale} ${directionOf(locale)}`;
  return partsOf(element).flatMap((part) => {
    const root = deep(part, '[part=root]');
    const marked = isShown ? [part, root] : [root];
    return marked
      .map((each) => `${each.lang} ${each.dir}`)
      .filter((found) => found !== wanted)
      .map((found) => `<${part.localName}> is ${found}`);
  });
}

/** A petition that could be had, and so an element that says in which language it shows it. */
const showsPetition = (element: PetitionElement): boolean => !element.matches(':state(loading), :state(error)');

/** Nothing moves any more. */
export function still(element: Element): void {
  const roots = [element, ...composed(element)].flatMap(({shadowRoot}) => shadowRoot ?? []);
  for (const animation of roots.flatMap((root) => root.getAnimations())) animation.finish();
}

function faultsOf(element: PetitionElement, locale: Locale, bounds: Element): readonly string[] {
  still(element);
  const room = element.matches(':state(banner)') ? document.documentElement : bounds;
  return [
    ...languageFaults(element, locale, showsPetition(element)),
    ...wrongWords(wordsBelow(element), locale),
    ...roomFaults(element, room.getBoundingClientRect()),
  ].map((fault) => `${locale}: ${fault}`);
}

async function expectRightInAll(story: TestedStory): Promise<void> {
  const scenes = looked.map((locale) => ({locale, scene: story.scene()}));
  const container = await fixture(
    scenes.map(({locale, scene}) => html`<div lang=${locale} dir=${directionOf(locale)}>${scene.template}</div>`),
    {width: cell},
  );
  const faults: string[] = [];
  for (const [index, {locale, scene}] of scenes.entries()) {
    const place = container.children[index];
    if (!(place instanceof HTMLElement)) throw new Error(`There is no place for ${locale}`);
    await scene.act(place);
    const elements = [...place.querySelectorAll('*')].filter((each) => each instanceof PetitionElement);
    expect(elements).not.to.have.length(0);
    faults.push(...elements.flatMap((element) => faultsOf(element, locale, container)));
  }
  expect(faults).to.deep.equal([]);
}

/** The window as narrow as it may be, and the sentences of all languages at hand. */
export async function narrowInAllLanguages(): Promise<void> {
  document.body.style.margin = '0';
  // WebKit's driver can't, so that there what depends on the window is as wide as that.
  if (!navigator.userAgent.includes('Version/')) await setViewport({width, height: 800});
  const counters = await fixture(
    looked.map(
      (locale) =>
        html`<petition-counter petition=${petition} lang=${locale} .client=${new FakeClient()}></petition-counter>`,
    ),
  );
  const isThere = (): boolean => {
    const goals = deepAll(counters, '[part=goal]');
    return goals.length === looked.length && goals.every((goal) => textOf(goal) !== '');
  };
  await until(isThere, 'the sentences of all languages are there');
}

/** Each story in all languages, or the most different ones: the words are its own, and none of them is cut off or covered. */
export function describeInAllLanguages(stories: readonly TestedStory[]): void {
  before(narrowInAllLanguages);

  describe(`in ${looked.length} languages, ${width} px wide`, () => {
    for (const story of stories.filter(({name}) => !name.endsWith(', Switched'))) {
      it(story.name, () => expectRightInAll(story));
    }
  });
}
