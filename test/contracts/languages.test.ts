import {ownNameOf} from '../../src/i18n/formats.ts';
import {executeServerCommand} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html, type TemplateResult} from 'lit';
import type {Petition} from '../../src/backend/wire.ts';
import {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {directionOf} from '../../src/i18n/language-tags.ts';
import {locales, type Locale} from '../../src/i18n/locales.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {askingAll, control} from '../elements/support/form.ts';
import {composed, deep, deepAll, petition, plain, settled, textOf} from '../elements/support/page.ts';
import {fixture, one, until} from '../support/dom.ts';
import {Glyphs, others} from './support/glyphs.ts';
import {narrowInAllLanguages, still} from './support/in-all-languages.ts';
import {entriesOf} from './support/words.ts';

const width = 320;
const cell = `${width}px`;
const rightToLeft = locales.filter((locale) => directionOf(locale) === 'rtl');

before(narrowInAllLanguages);

/** The letters of each script that the languages are written in, by one of them. */
const scripts = {Arabic: 'ب', Cyrillic: 'ж', Han: '文', Hiragana: 'の', Katakana: 'ア', Latin: 'a'};

const isOf = (character: string, script: string): boolean => new RegExp(`\\p{Script=${script}}`, 'u').test(character);

/** Each character that a language's texts and names are written in, but for those that nothing is drawn for. */
const charactersOf = (locale: Locale): readonly string[] => {
  const texts = entriesOf(locale).map(([, text]) => text);
  const names = locales.map(ownNameOf);
  return [...new Set([...texts, ...names].join(''))].filter((each) => !/[\s\p{Cf}]/u.test(each));
};

describe('the fonts of this machine', () => {
  let glyphs: Glyphs;
  let unwritten: readonly string[] = [];

  /** Those that stay without a glyph: a browser may look for another font once it has drawn a box. */
  async function lacking(characters: readonly string[]): Promise<readonly string[]> {
    const patience = performance.now() + 2000;
    let left = characters;
    await until(() => {
      left = glyphs.missing(left);
      return left.length === 0 || performance.now() > patience;
    }, 'they are drawn');
    return left;
  }

  before(async () => {
    const element = deep(await fixture(html`<petition-counter lang="en"></petition-counter>`), '[part=root]');
    glyphs = new Glyphs(getComputedStyle(element).fontFamily);
    const letters = await lacking(Object.values(scripts));
    unwritten = Object.entries(scripts).flatMap(([script, letter]) => (letters.includes(letter) ? [script] : []));
    for (const script of unwritten) console.info(`No font for ${script} here: its characters are not looked at`);
  });

  it('lack characters that no font has', () => {
    expect(glyphs.missing([...others, 'a', '1', '.'])).to.deep.equal(others);
  });

  for (const locale of locales) {
    it(`have every character of ${locale}`, async () => {
      const looked = charactersOf(locale).filter((each) => !unwritten.some((script) => isOf(each, script)));
      expect(await lacking(looked)).to.deep.equal([]);
    });
  }
});

/** The texts of an element, also of those in it. */
const textsIn = (root: Element): readonly Text[] =>
  [...root.childNodes].flatMap((node) => {
    if (node instanceof Text) return [node];
    return node instanceof Element ? textsIn(node) : [];
  });

function rangeOf(text: Text, start = 0, end = text.length): Range {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

/** The characters of a single line as they stand in it, from the left to the right. */
function seen(line: Element): string {
  const characters = textsIn(line).flatMap((text) =>
    Array.from(text.data, (character, index) => ({
      character,
      box: rangeOf(text, index, index + 1).getBoundingClientRect(),
    })),
  );
  const inOrder = characters.filter(({box}) => box.width > 0).toSorted((a, b) => a.box.left - b.box.left);
  return plain(inOrder.map(({character}) => character).join(''));
}

/** An element alone, with so much room that nothing wraps. */
async function shown(template: TemplateResult, lang: string, room = '900px'): Promise<PetitionElement> {
  const container = await fixture(html`<div id="stage">${template}</div>`, {width: room, lang});
  const element = deepAll(container, '#stage > *').find((each) => each instanceof PetitionElement);
  if (!element) throw new Error('There is no element');
  await settled(element);
  return element;
}

const card = (changes: Partial<Petition>): TemplateResult =>
  html`<petition-card petition=${petition} .client=${new FakeClient(changes)}></petition-card>`;

const counter = (total: number, layout = 'bar'): TemplateResult =>
  html`<petition-counter
      petition=${petition}
      layout=${layout}
      .client=${new FakeClient({count: {total, goal: 8000, asOf: '2026-11-22T00:00:00Z'}})}
    ></petition-counter>`;

const form = (): TemplateResult =>
  html`<petition-sign-form petition=${petition} .client=${askingAll()}></petition-sign-form>`;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How dark the page is there; undefined where the browser gives a picture in one colour: WebKit's driver gives a black one. */
async function darkness(...points: readonly Point[]): Promise<readonly number[] | undefined> {
  const stage = one(document, '#stage');
  const {png} = await executeServerCommand<{readonly png: string}, string>('screenshot', stage.id);
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!pen) throw new Error('No canvas to be had');
  pen.drawImage(bitmap, 0, 0);
  const {data} = pen.getImageData(0, 0, bitmap.width, bitmap.height);
  if (new Set(new Uint32Array(data.buffer)).size === 1) return undefined;
  const {left, top, width: whole} = stage.getBoundingClientRect();
  const scale = bitmap.width / whole;
  return points.map(({x, y}) => {
    const [red = 0, green = 0, blue = 0] = pen.getImageData((x - left) * scale, (y - top) * scale, 1, 1).data;
    return 3 * 255 - red - green - blue;
  });
}

/** On which side a quarter of the way is drawn. */
async function sideOfWay(layout: string, lang: string): Promise<'left' | 'right'> {
  const element = await shown(counter(2000, layout), lang, cell);
  const way = deep(element, '[part=progress]', Element);
  still(element);
  const {left, top, right, height} = way.getBoundingClientRect();
  // On the bar, or on the ring's upper half.
  const [inwards, down] = layout === 'ring' ? [12, 12] : [height, height / 2];
  const dark = await darkness({x: left + inwards, y: top + down}, {x: right - inwards, y: top + down});
  const [onLeft = 0, onRight = 0] = dark ?? asStyled(way);
  element.closest('#stage')?.remove();
  expect(onLeft).not.to.equal(onRight);
  return onLeft > onRight ? 'left' : 'right';
}

/** The same as the styles have it, without a look. */
function asStyled(way: Element): readonly number[] {
  const {direction, scale} = getComputedStyle(way);
  const isFromRight = way.localName === 'progress' ? direction === 'rtl' : scale === 'none';
  return isFromRight ? [0, 1] : [1, 0];
}

/** Whether something, or what it is in, is drawn as in a mirror. */
function isMirrored(element: Element): boolean {
  const {transform, scale} = getComputedStyle(element);
  const {parentElement} = element;
  return new DOMMatrix(transform).a < 0 || scale.includes('-') || (parentElement !== null && isMirrored(parentElement));
}

describe('from left to right', () => {
  it('a bar and a ring fill from the left', async () => {
    expect(await sideOfWay('bar', 'en')).to.equal('left');
    expect(await sideOfWay('ring', 'en')).to.equal('right');
  });
});

for (const locale of rightToLeft) {
  describe(`from right to left, in ${locale}`, () => {
    it('the targets stand in order, each whole, and what is between them too', async () => {
      const targets = ['Nancy Pelosi', 'U.S. Senate', 'Google Inc.', 'Angela Merkel (CDU)'].map((name) => ({name}));
      const line = deep(await shown(card({targets}), locale), '[part=targets]');
      await until(() => /\p{Script=Arabic}{3}/u.test(line.textContent), 'the sentence is there');
      expect(seen(line)).to.match(
        /^Angela Merkel \(CDU\)[ ،و]+Google Inc\.[ ،و]+U\.S\. Senate[ ،و]+Nancy Pelosi[ :]+\p{Script=Arabic}/u,
      );
    });

    it('a number is read from its left, and its sentence around it from the right', async () => {
      const element = await shown(counter(3713), locale);
      await until(() => textOf(deep(element, '[part=goal]')) !== '', 'the sentence is there');
      const total = deep(element, '[part=total]');
      expect(seen(total))
        .to.match(/^(3,713|٣٬٧١٣)$/)
        .and.equal(textOf(total));
      const {left, right} = total.getBoundingClientRect();
      for (const text of textsIn(deep(element, '[part=sentence]'))) {
        const box = rangeOf(text).getBoundingClientRect();
        const isBefore = Boolean(total.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING);
        if (text.data.trim() === '' || total.contains(text)) continue;
        if (isBefore) expect(box.left, text.data).to.be.at.least(right - 1);
        else expect(box.right, text.data).to.be.at.most(left + 1);
      }
    });

    it('a title’s Latin names have their comma to their left, and their brackets around them', async () => {
      const title = 'أطلقوا سراح Serikzhan Bilash، المعلم (Atajurt)';
      const heading = deep(await shown(card({title, lang: locale}), locale), '[part=title]');
      // An opening bracket stands to the right of what it opens, and looks so.
      expect(seen(heading)).to.match(/^\)Atajurt\( \p{Script=Arabic}+ ،Serikzhan Bilash \p{Script=Arabic}/u);
    });

    it('what is written from left to right begins where its label does', async () => {
      const element = await shown(form(), locale);
      if (!(element instanceof PetitionSignForm)) throw new Error('There is no form');
      const names = deepAll(element, 'input[dir=ltr]').map(({id}) => id);
      expect(names).to.deep.equal(['email', 'phone', 'x-relatives']);
      for (const name of names) {
        const field = control(element, name);
        const [label] = field.labels ?? [];
        if (!label) throw new Error(`${name} has no label`);
        const {direction, textAlign} = getComputedStyle(field);
        expect([direction, textAlign], name).to.deep.equal(['ltr', 'end']);
        const [words] = textsIn(label);
        const start = words ? rangeOf(words).getBoundingClientRect().right : 0;
        expect(field.getBoundingClientRect().right, name).to.be.closeTo(start, 1);
      }
    });

    it('a bar and a ring fill from the right', async () => {
      expect(await sideOfWay('bar', locale)).to.equal('right');
      expect(await sideOfWay('ring', locale)).to.equal('left');
    });

    it('nothing but the ring is drawn as in a mirror: no other picture has a direction', async () => {
      const image = {
        src: new URL('../elements/support/image.svg', import.meta.url).href,
        alt: '',
        width: 120,
        height: 63,
      };
      const campaign = await shown(
        html`<petition-campaign petition=${petition} .client=${new FakeClient({image})}></petition-campaign>`,
        locale,
      );
      const pictures = [...composed(campaign)].filter((each) => each.matches('svg, img'));
      expect(pictures.map(({localName}) => localName)).to.include.members(['img', 'svg']);
      expect(pictures.filter(isMirrored)).to.deep.equal([]);
      const chevron = deep(campaign, '.chevron > svg', Element).getBoundingClientRect();
      expect(chevron.right).to.be.below(deep(campaign, '[part=button] > [lang]').getBoundingClientRect().left);
    });
  });
}
