import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import {switching} from '../../src/elements/petition-language-switcher/petition-language-switcher.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {shadowOf, until} from '../support/dom.ts';
import {languageOption, petition, shows, textOf, warningsOf} from './support/page.ts';
import {withoutPart} from './support/parts.ts';
import {buttonOf, focusedTag, isOpen, namesOf, selectOf, showing, switcherOf} from './support/switcher.ts';

const hasMenu = (switcher: Element): boolean => shadowOf(switcher).querySelector('[part=menu]') !== null;

describe('a language menu before the part of the script is there that it needs', () => {
  it('has its button, and asks for nothing', async () => {
    const part = withoutPart(switching);
    const switcher = await switcherOf('menu');
    expect(textOf(buttonOf(switcher))).to.equal('Language English');
    expect(buttonOf(switcher).getAttribute('aria-expanded')).to.equal('false');
    expect([hasMenu(switcher), part.asked]).to.deep.equal([false, 0]);
  });

  for (const [how, approach] of [
    ['a pointer comes near', (button: HTMLElement) => button.dispatchEvent(new PointerEvent('pointerenter'))],
    ['it has the focus', (button: HTMLElement) => button.focus()],
  ] as const) {
    it(`asks for it when ${how}, and opens nothing`, async () => {
      const part = withoutPart(switching);
      const switcher = await switcherOf('menu');
      approach(buttonOf(switcher));
      expect(part.asked).to.equal(1);
      part.arrive();
      await until(() => hasMenu(switcher), 'the menu is there');
      expect(isOpen(switcher)).to.equal(false);
      expect(buttonOf(switcher).hasAttribute('aria-expanded'), 'the browser says it').to.equal(false);
    });
  }

  for (const [how, press] of [
    ['a press', async (button: HTMLElement) => button.click()],
    ['ArrowDown', () => sendKeys({press: 'ArrowDown'})],
    ['Enter', () => sendKeys({press: 'Enter'})],
  ] as const) {
    it(`opens as soon as it is there, after ${how}`, async () => {
      const part = withoutPart(switching);
      const switcher = await switcherOf('menu');
      buttonOf(switcher).focus();
      await press(buttonOf(switcher));
      expect(hasMenu(switcher)).to.equal(false);
      part.arrive();
      await until(() => hasMenu(switcher) && isOpen(switcher), 'the menu is open');
      await until(() => focusedTag(switcher) === 'en', 'the current language has the focus');
      languageOption(switcher, 'fr').click();
      await until(() => textOf(buttonOf(switcher)) === 'Langue Français', 'the language is chosen');
    });
  }

  it('does not open for a reader who has gone on', async () => {
    const part = withoutPart(switching);
    const switcher = await showing(
      html`<petition-language-switcher petition=${petition} .client=${new FakeClient()}></petition-language-switcher>
        <button id="after">After</button>`,
    );
    buttonOf(switcher).click();
    switcher.parentElement?.querySelector<HTMLElement>('#after')?.focus();
    part.arrive();
    await until(() => hasMenu(switcher), 'the menu is there');
    expect(isOpen(switcher)).to.equal(false);
    expect(document.activeElement?.id).to.equal('after');
  });

  it('says in the console that it can’t be had, and opens with the next press', async () => {
    const part = withoutPart(switching);
    const switcher = await switcherOf('menu');
    const warnings = await warningsOf(async () => {
      buttonOf(switcher).click();
      part.fail();
      await until(() => part.asked === 1, 'it was asked for');
      await switcher.updateComplete;
    });
    expect(warnings.join()).to.include('languages can’t be chosen, as a part of the script did not load');
    expect(textOf(buttonOf(switcher))).to.equal('Language English');
    buttonOf(switcher).click();
    part.arrive();
    await until(() => hasMenu(switcher) && isOpen(switcher), 'the menu is open');
  });
});

describe('languages in a line before that part is there', () => {
  for (const width of ['320px', '900px']) {
    it(`have their room in ${width}`, async () => {
      const part = withoutPart(switching);
      const switcher = await switcherOf('list');
      Object.assign(switcher.parentElement?.style ?? {}, {width});
      const {height} = switcher.getBoundingClientRect();
      expect(part.asked).to.equal(1);
      part.arrive();
      await shows(switcher, 'and 7 more');
      expect(switcher.getBoundingClientRect().height).to.equal(height);
      expect(namesOf(switcher)).to.have.length(5);
    });
  }
});

it('the browser’s own control comes with that part, which is asked for at once', async () => {
  const part = withoutPart(switching);
  const switcher = await switcherOf('select');
  const {height} = switcher.getBoundingClientRect();
  part.arrive();
  await until(() => shadowOf(switcher).querySelector('select'), 'it is there');
  expect(selectOf(switcher).value).to.equal('en');
  expect(switcher.getBoundingClientRect().height).to.be.closeTo(height, 8);
});
