import {PetitionElement} from '../elements/base/petition-element.ts';
import {PetitionCampaign} from '../elements/petition-campaign/petition-campaign.ts';
import {PetitionCard} from '../elements/petition-card/petition-card.ts';
import {PetitionCounter} from '../elements/petition-counter/petition-counter.ts';
import {PetitionLanguageSwitcher} from '../elements/petition-language-switcher/petition-language-switcher.ts';
import {PetitionSignForm} from '../elements/petition-sign-form/petition-sign-form.ts';
import {completeEnglish} from '../i18n/rest-of-english.ts';
import {defineOnce} from '../internal/define-once.ts';
import {markOrigin} from './registered.ts';
import type {Widget} from './script-tag.ts';

const elements: Readonly<Record<Widget, CustomElementConstructor>> = {
  campaign: PetitionCampaign,
  card: PetitionCard,
  counter: PetitionCounter,
  'language-switcher': PetitionLanguageSwitcher,
  'sign-form': PetitionSignForm,
};

/** Registers the elements, unless a script that ran before has done so. */
export function defineElements(backend: string | undefined): void {
  completeEnglish();
  markOrigin(PetitionElement);
  // First of all, as tags that are in the page already want to know it.
  if (backend !== undefined) PetitionElement.offerBackend(backend);
  for (const [name, element] of Object.entries(elements)) defineOnce(`petition-${name}`, element);
}
