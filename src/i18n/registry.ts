import type {Catalogue, CatalogueWith, Category} from './catalogue.ts';
import type {FormatTable} from './format-table.ts';

/** A language that the elements speak. */
export interface Language {
  /** Its name in itself. */
  readonly name: string;
  /** Asked for when somebody reads in it; absent for English, which comes with the elements. */
  readonly load?: () => Promise<Loaded>;
}

export interface Loaded<C extends Catalogue = Catalogue> {
  readonly default: C;
  /** Comes along where not every browser can format in that language. */
  readonly table?: FormatTable;
}

/** A catalogue that misses a text or one of its language's plural categories doesn't type-check. */
const language = <C extends Category = 'other'>(
  name: string,
  load: () => Promise<Loaded<CatalogueWith<C | 'other'>>>,
): Language => ({name, load});

const english: Language = {name: 'English'};

/** The languages of the elements: to add one takes its file in `catalogues/` and a line here. */
export const registry = {
  en: english,
  ar: language<'zero' | 'one' | 'two' | 'few' | 'many'>('العربية', () => import('./catalogues/ar.json')),
  de: language<'one'>('Deutsch', () => import('./catalogues/de.json')),
  fr: language<'one' | 'many'>('Français', () => import('./catalogues/fr.json')),
  ja: language('日本語', () => import('./catalogues/ja.json')),
  ru: language<'one' | 'few' | 'many'>('Русский', () => import('./catalogues/ru.json')),
  tr: language<'one'>('Türkçe', () => import('./catalogues/tr.json')),
  'ug-Arab': language<'one'>('ئۇيغۇرچە', () => import('./catalogues/ug-Arab.ts')),
  'ug-Cyrl': language<'one'>('Уйғурчә', () => import('./catalogues/ug-Cyrl.ts')),
  'ug-Latn': language<'one'>('Uyghurche', () => import('./catalogues/ug-Latn.ts')),
  'zh-Hans': language('简体中文', () => import('./catalogues/zh-Hans.json')),
  'zh-Hant': language('繁體中文', () => import('./catalogues/zh-Hant.json')),
} as const;
