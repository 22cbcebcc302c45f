import {expect} from 'chai';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {PetitionSignForm as SignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {longTitle} from '../../stories/support/petitions.ts';
import {askingAll, fill, formOf, leave} from './support/form.ts';
import {composed, has} from './support/page.ts';
import {formStories} from './support/stories.ts';

/** What sticks out of the form, to whatever side; what is out of sight is no part of it. */
function overflowing(form: PetitionSignForm): string[] {
  const frame = form.getBoundingClientRect();
  return [...composed(form)]
    .filter((each) => !each.closest('.visually-hidden') && each.checkVisibility())
    .filter((each) => {
      const {left, right, width} = each.getBoundingClientRect();
      return width > 0 && (left < frame.left - 0.5 || right > frame.right + 0.5);
    })
    .map((each) => each.outerHTML.slice(0, 120));
}

/** What holds more than it shows, from side to side. */
const scrolling = (form: PetitionSignForm): string[] =>
  [...composed(form)]
    .filter((each) => each instanceof HTMLElement && !each.closest('.visually-hidden'))
    .filter((each) => !each.matches('input, select, textarea, svg, svg *'))
    .filter((each) => getComputedStyle(each).display !== 'inline' && each.scrollWidth > each.clientWidth + 1)
    .map((each) => each.outerHTML.slice(0, 120));

const surroundings = [
  {lang: 'en', dir: 'ltr', width: '320px', size: '100%'},
  {lang: 'ar', dir: 'rtl', width: '320px', size: '100%'},
  {lang: 'fr', dir: 'ltr', width: '320px', size: '200%'},
  {lang: 'ar', dir: 'rtl', width: '320px', size: '200%'},
  {lang: 'en', dir: 'ltr', width: '1280px', size: '100%'},
] as const;

describe('a sign form has room', () => {
  afterEach(() => document.documentElement.style.removeProperty('font-size'));

  for (const {lang, dir, width, size} of surroundings) {
    for (const story of formStories) {
      it(`${width} wide, text at ${size}, in ${lang}: ${story.name}`, async () => {
        // As a reader who has their browser write larger.
        document.documentElement.style.fontSize = size;
        const {template, act} = story.scene();
        const container = await fixture(template, {lang, dir, width});
        await act(container);
        const form = one(container, 'petition-sign-form', SignForm);
        const root = one(shadowOf(form), '[part=root]');
        expect(getComputedStyle(root).fontSize).to.equal(size === '200%' ? '32px' : '16px');
        expect(overflowing(form)).to.deep.equal([]);
        expect(scrolling(form)).to.deep.equal([]);
      });
    }
  }

  it('for words that have no end', async () => {
    const endless = longTitle.replaceAll(' ', '');
    const client = askingAll();
    const form = await formOf(client, {width: '320px'});
    await fill(form, {email: `${endless}@gmial.com`.slice(0, 70), 'x-birthplace': endless.slice(0, 60)});
    leave(form, 'email');
    await form.updateComplete;
    expect(overflowing(form)).to.deep.equal([]);
    expect(scrolling(form)).to.deep.equal([]);
  });

  it('for fingers: no target is under 24 px, and no field under 44', async () => {
    const client = askingAll();
    const form = await formOf(client, {width: '320px'});
    await fill(form, {email: 'ada@gmial.com'});
    leave(form, 'email');
    await until(() => has(form, '[part=suggestion]'), 'another address is proposed');
    const sizes = [...shadowOf(form).querySelectorAll('button, [type=checkbox], [type=radio]')].map((each) => {
      const {width, height} = each.getBoundingClientRect();
      return [each.outerHTML.slice(0, 80), Math.min(width, height)] as const;
    });
    expect(sizes.length).to.be.at.least(10);
    for (const [what, size] of sizes) expect(size, what).to.be.at.least(24);
    const fields = 'input:not([type=checkbox], [type=radio], [inert] *), select, textarea';
    for (const each of shadowOf(form).querySelectorAll(fields)) {
      expect(each.getBoundingClientRect().height, each.outerHTML.slice(0, 80)).to.be.at.least(44);
      expect(Number.parseFloat(getComputedStyle(each).fontSize), 'a phone does not zoom in').to.be.at.least(16);
    }
  });
});
