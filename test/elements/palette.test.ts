import {expect} from 'chai';
import {assert, integer, property, tuple} from 'fast-check';
import {html} from 'lit';
import {PetitionCard} from '../../src/elements/petition-card/petition-card.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {deep, petition, settled} from './support/page.ts';
import {fixture, one} from '../support/dom.ts';

type Rgb = readonly [number, number, number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});

/** A CSS colour as it is painted on a ground. */
function painted(color: string, ground = '#fff'): Rgb {
  if (!canvas) throw new Error('There is no canvas');
  canvas.fillStyle = ground;
  canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

const linear = (value: number): number =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;

/** As WCAG 2.2 defines it. */
const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** As WCAG 2.2 defines it, from 1 to 21. */
function contrast(text: Rgb, ground: Rgb): number {
  const [less = 0, more = 0] = [luminance(text), luminance(ground)].toSorted((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

/** The lightest and the darkest grounds that the palette is made for. */
const grounds = {light: ['#fff', '#f4f4f4'], dark: ['#000', '#1c272d']} as const;

const extremes = [
  '#000',
  '#fff',
  '#f00',
  '#0f0',
  '#00f',
  '#ff0',
  '#0ff',
  '#f0f',
  '#767676',
  '#777',
  '#ffe600',
  '#7a2048',
];
const channel = integer({min: 0, max: 255});
const anyAccent = tuple(channel, channel, channel).map(
  (parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`,
);

const partsOf = (container: Element) => ({
  card: one(container, 'petition-card', PetitionCard),
  button: deep(container, '[part=action]'),
  initial: deep(container, '[part=image]'),
  bar: deep(container, 'progress'),
});

describe('the palette of one accent', () => {
  for (const scheme of ['light', 'dark'] as const) {
    let parts: ReturnType<typeof partsOf>;

    const shown = async (): Promise<void> => {
      const container = await fixture(
        html`<div style="color-scheme: ${scheme}">
          <petition-card petition=${petition} lang="en" .client=${new FakeClient()}></petition-card>
        </div>`,
      );
      const card = one(container, 'petition-card', PetitionCard);
      await settled(card);
      parts = partsOf(container);
    };

    const accent = (color: string): void => parts.card.style.setProperty('--petition-accent', color);

    it(`has text on the accent that can be read, whatever that is, where the page is ${scheme}`, async () => {
      await shown();
      parts.button.style.transition = 'none';
      const check = (color: string): void => {
        accent(color);
        const {color: text, backgroundColor} = getComputedStyle(parts.button);
        expect(contrast(painted(text), painted(backgroundColor)), `${text} on ${backgroundColor}`).to.be.at.least(4.5);
      };
      extremes.forEach(check);
      assert(property(anyAccent, check), {numRuns: 300});
    });

    it(`has an accent that can be read as text, whatever that is, where the page is ${scheme}`, async () => {
      await shown();
      const check = (color: string): void => {
        accent(color);
        const {color: text} = getComputedStyle(parts.initial);
        for (const ground of grounds[scheme]) {
          expect(contrast(painted(text), painted(ground)), `${text} on ${ground}`).to.be.at.least(4.5);
        }
      };
      extremes.forEach(check);
      assert(property(anyAccent, check), {numRuns: 300});
    });

    it(`has a bar that is told from its track, whatever the accent, where the page is ${scheme}`, async () => {
      await shown();
      const check = (color: string): void => {
        accent(color);
        const {backgroundColor: track} = getComputedStyle(parts.bar);
        const {color: reached} = getComputedStyle(parts.initial);
        for (const ground of grounds[scheme]) {
          expect(contrast(painted(reached), painted(track, ground)), `${reached} on ${track}`).to.be.at.least(3);
        }
      };
      extremes.forEach(check);
      assert(property(anyAccent, check), {numRuns: 300});
    });
  }

  it('leaves text on the accent to the page that wants it another colour', async () => {
    const container = await fixture(
      html`<petition-card
        petition=${petition}
        style="--petition-accent: #ffe600; --petition-on-accent: #123456"
        .client=${new FakeClient()}
      ></petition-card>`,
    );
    await settled(one(container, 'petition-card', PetitionCard));
    expect(getComputedStyle(deep(container, '[part=action]')).color).to.equal('rgb(18, 52, 86)');
  });
});
