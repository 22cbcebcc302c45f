import {expect} from 'chai';
import {html, type TemplateResult} from 'lit';
import {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {submitIn} from '../../stories/support/campaign.ts';
import {deep, petition, settled} from './support/page.ts';
import {fixture} from '../support/dom.ts';

/** A custom property, and where in which element a page sees what it does. */
interface Acting {
  readonly name: `--petition-${string}`;
  readonly given: string;
  readonly shown: TemplateResult;
  readonly act?: (container: Element) => Promise<unknown>;
  readonly where: string;
  readonly style: string;
  readonly computed: string;
}

const colour = {given: '#7a2048', computed: 'rgb(122, 32, 72)'} as const;
const length = {given: '13px', computed: '13px'} as const;
const font = {given: 'monospace', computed: 'monospace', style: 'font-family'} as const;

const campaign = html`<petition-campaign petition=${petition} .client=${new FakeClient()}></petition-campaign>`;
const won = html`<petition-card petition=${petition} .client=${new FakeClient({status: 'victory'})}></petition-card>`;
const ring = html`<petition-counter petition=${petition} layout="ring" .client=${new FakeClient()}></petition-counter>`;

const submit = {shown: campaign, where: '[part=submit]'} as const;
const whole = {shown: campaign, where: '[part=campaign]'} as const;
const title = {shown: campaign, where: '[part=title]'} as const;

const properties: readonly Acting[] = [
  {name: '--petition-accent', ...colour, ...submit, style: 'background-color'},
  {name: '--petition-on-accent', ...colour, ...submit, style: 'color'},
  {name: '--petition-text', ...colour, ...title, style: 'color'},
  {name: '--petition-muted', ...colour, shown: campaign, where: '[part=targets]', style: 'color'},
  {name: '--petition-surface', ...colour, ...whole, style: 'background-color'},
  {name: '--petition-border', ...colour, ...whole, style: 'border-top-color'},
  {
    name: '--petition-danger',
    ...colour,
    shown: campaign,
    act: (container) => submitIn(container),
    where: '[part=failure]',
    style: 'color',
  },
  {name: '--petition-success', ...colour, shown: won, where: '[part=total]', style: 'color'},
  {name: '--petition-progress', ...colour, shown: ring, where: '.done', style: 'stroke'},
  {
    name: '--petition-focus',
    ...colour,
    shown: campaign,
    act: async (container) => deep(container, '[name=email]').focus(),
    where: '[name=email]',
    style: 'outline-color',
  },
  {name: '--petition-radius', ...length, ...whole, style: 'border-top-left-radius'},
  {name: '--petition-button-radius', ...length, ...submit, style: 'border-top-left-radius'},
  {
    name: '--petition-space',
    given: '5px',
    shown: campaign,
    where: '[part=heading]',
    style: 'margin-bottom',
    computed: '20px',
  },
  {name: '--petition-bar-size', ...length, shown: campaign, where: '[part=progress]', style: 'height'},
  {name: '--petition-font', ...font, shown: campaign, where: '[part=summary]'},
  {name: '--petition-title-font', ...font, ...title},
];

describe('a custom property of the page', () => {
  for (const {name, given, shown, act, where, style, computed} of properties) {
    it(`${name} acts on ${style}`, async () => {
      const container = await fixture(shown);
      await settled(deep(container, ':defined', PetitionElement));
      await act?.(container);
      const element = deep(container, where, Element);
      const valueOf = (): string => getComputedStyle(element).getPropertyValue(style);
      expect(valueOf()).not.to.equal(computed);
      container.style.setProperty(name, given);
      for (const animation of element.getAnimations()) animation.finish();
      expect(valueOf()).to.equal(computed);
    });
  }
});
