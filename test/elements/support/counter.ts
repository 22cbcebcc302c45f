import {PetitionCounter} from '../../../src/elements/petition-counter/petition-counter.ts';
import {fixture, one, shadowOf, type Surroundings} from '../../support/dom.ts';
import {plain, lookedAt, settled} from './page.ts';

export const asOf = '2026-11-22T00:00:00Z';

export const counterOf = (container: HTMLElement): PetitionCounter =>
  one(container, 'petition-counter', PetitionCounter);

/** A counter that shows what it can show, and follows its count. */
export async function counting(template: unknown, around: Surroundings = {lang: 'en'}): Promise<PetitionCounter> {
  const counter = counterOf(await fixture(template, around));
  await settled(counter);
  await lookedAt();
  return counter;
}

export const partOf = (counter: PetitionCounter, name: string): Element | null =>
  shadowOf(counter).querySelector(`[part=${name}]`);

const isHidden = (node: Node): boolean => node instanceof Element && node.getAttribute('aria-hidden') === 'true';

const spoken = (node: Node): string => {
  if (isHidden(node)) return '';
  return node instanceof Text ? node.data : [...node.childNodes].map(spoken).join('');
};

/** What a screen reader reads as the number. */
export const totalRead = (counter: PetitionCounter): string => plain(spoken(one(shadowOf(counter), '[part=total]')));

/** The number that is seen: one on the way while it counts up. */
export function totalSeen(counter: PetitionCounter): string {
  const moving = one(shadowOf(counter), '[part=total] [aria-hidden=true]:not(svg)');
  return plain(moving.textContent) || totalRead(counter);
}
