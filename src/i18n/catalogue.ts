import type en from './catalogues/en.json';
import type {Locale} from './locales.ts';

type EnglishKey = keyof typeof en;
type Category = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The plural categories of CLDR that a catalogue must hold for each counted message. */
interface Categories {
  en: 'one' | 'other';
  fr: 'one' | 'many' | 'other';
  ar: Category;
  'ug-Arab': 'one' | 'other';
}

/** A message that depends on a number, such as `signed` for `signed_one` and `signed_other`. */
export type PluralKey = EnglishKey extends infer K ? (K extends `${infer Base}_${Category}` ? Base : never) : never;
/** A text that is the same for any number. */
export type TextKey = Exclude<EnglishKey, `${string}_${Category}`>;
export type MessageKey = PluralKey | TextKey;

/** A catalogue of one language, complete: one that misses a text or a plural category doesn't type-check. */
export type CatalogueOf<L extends Locale> = Readonly<Record<TextKey | `${PluralKey}_${Categories[L]}`, string>>;
export type Catalogue = {[L in Locale]: CatalogueOf<L>}[Locale];
