import type en from './catalogues/en.json';

type EnglishKey = keyof typeof en;
/** The plural categories of CLDR; each language has some of them. */
export type Category = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** What the messages with placeholders are filled with. The lint rule `house/catalogues` holds each catalogue to it. */
export interface Placeholders {
  'problem.not-found': 'petition';
  signed: 'total';
  signedFinal: 'total';
  nextGoal: 'goal';
  progressValue: 'total' | 'goal';
  targets: 'targets';
  targetsMore: 'targets' | 'more';
  closedOn: 'date';
  languagesMore: 'more';
  languageChanged: 'language';
  untranslated: 'language';
  tooLong: 'max';
  charactersLeft: 'left';
  charactersOver: 'over';
  emailSuggestion: 'email';
  emailSuggestionTaken: 'email';
  mistakes: 'fields';
  privacy: 'organization';
  nextTry: 'seconds';
  nextTryAt: 'time';
  thanks: 'name';
  confirmationSentTo: 'email';
}

/** A message that depends on a number, such as `signed` for `signed_one` and `signed_other`. */
export type PluralKey = EnglishKey extends infer K ? (K extends `${infer Base}_${Category}` ? Base : never) : never;
/** What a catalogue has texts for; those that depend on a number have more than one. */
type BaseKey = PluralKey | Exclude<EnglishKey, `${string}_${Category}`>;
/** A message with placeholders. */
export type MessageKey = keyof Placeholders & BaseKey;
/** A text that is always the same. */
export type TextKey = Exclude<BaseKey, MessageKey | PluralKey>;

/** What a message is filled with: each of its placeholders and, where it depends on a number, that. */
export type Values<K extends MessageKey> = Readonly<Record<Placeholders[K], string | number>> &
  (K extends PluralKey ? {readonly count: number} : unknown);

/** A catalogue of a language with those plural categories, complete. */
export type CatalogueWith<C extends Category> = Readonly<
  Record<Exclude<BaseKey, PluralKey> | `${PluralKey}_${C}`, string>
>;
/** What any catalogue has. */
export type Catalogue = CatalogueWith<'other'>;
