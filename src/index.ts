export type {PetitionClient} from './backend/client.ts';
export {HttpClient} from './backend/http-client.ts';
export type {FormConsent, FormField, Petition, PetitionForm} from './backend/wire.ts';
export {
  PetitionCountEvent,
  PetitionErrorEvent,
  PetitionLanguageEvent,
  PetitionLoadEvent,
  PetitionSignEvent,
  PetitionSubmitEvent,
  type SignStatus,
} from './elements/base/events.ts';
export {PetitionElement} from './elements/base/petition-element.ts';
export {PetitionCampaign} from './elements/petition-campaign/petition-campaign.ts';
export {PetitionCard} from './elements/petition-card/petition-card.ts';
export {PetitionCounter} from './elements/petition-counter/petition-counter.ts';
export {PetitionLanguageSwitcher} from './elements/petition-language-switcher/petition-language-switcher.ts';
export {PetitionSignForm} from './elements/petition-sign-form/petition-sign-form.ts';
export type {Count} from './model/count.ts';
export type {FieldError, Problem, ProblemSlug, Result, SignAnswer} from './model/outcome.ts';
export type {ConsentAnswer, Signature, SignatureSource} from './model/signature.ts';
export type {FieldErrorCode, Listing, PetitionStatus} from './model/vocabulary.ts';
