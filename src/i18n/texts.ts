import {warnOnce} from '../internal/warn-once.ts';
import type {Catalogue, CatalogueOf, MessageKey, TextKey} from './catalogue.ts';
import en from './catalogues/en.json';
import type {Engine} from './engine.ts';
import {isolated} from './isolate.ts';
import {directionOf, type Direction, type Locale} from './locales.ts';

type Values = Readonly<Record<string, string | number>>;

/** The texts of one language. A text without placeholders needs nothing but its catalogue. */
export class Texts {
  readonly locale: Locale;
  readonly dir: Direction;
  readonly #catalogue: Catalogue;
  readonly #engine: Engine | undefined;

  constructor(locale: Locale, catalogue: Catalogue, engine?: Engine) {
    this.locale = locale;
    this.dir = directionOf(locale);
    this.#catalogue = catalogue;
    this.#engine = engine;
  }

  /** A text that holds no placeholder. */
  text(key: TextKey): string {
    return this.#catalogue[key];
  }

  /**
   * A message with its placeholders filled, in the plural form of `values.count`; undefined until
   * the engine that does this is there, so that nothing waits for it to paint.
   */
  message(key: MessageKey, values: Values): string | undefined {
    return this.#engine?.(key, values);
  }

  /** A message cut where its placeholders are, so that each can be marked up: text or `{name}` in order. */
  parts(
    key: MessageKey,
    names: readonly string[],
    values: Values = {},
  ): readonly (string | {readonly name: string})[] | undefined {
    const cut = '\uE000';
    const marks = Object.fromEntries(names.map((name) => [name, cut + name + cut]));
    return this.message(key, {...values, ...marks})
      ?.split(cut)
      .map((part, index) => (index % 2 === 1 ? {name: part} : part));
  }
}

const english = new Texts('en', en);

type OtherLocale = Exclude<Locale, 'en'>;

const catalogues: {readonly [L in OtherLocale]: () => Promise<{default: CatalogueOf<L>}>} = {
  fr: () => import('./catalogues/fr.json'),
  ar: () => import('./catalogues/ar.json'),
  'ug-Arab': () => import('./catalogues/ug-Arab.json'),
};

/** The texts of one language as they come in: first the catalogue, then the engine for its messages. */
class TextSource {
  #texts: Texts | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(locale: Locale) {
    this.#texts = locale === 'en' ? english : undefined;
    void this.#load(locale);
  }

  get texts(): Texts | undefined {
    return this.#texts;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #load(locale: Locale): Promise<void> {
    const engine = import('./engine.ts');
    const catalogue = locale === 'en' ? en : await this.#catalogueOf(locale);
    const spoken = catalogue ? locale : 'en';
    const texts = catalogue ?? en;
    this.#publish(new Texts(spoken, texts));
    try {
      const {createEngine} = await engine;
      this.#publish(
        new Texts(spoken, texts, await createEngine(spoken, texts, (value) => isolated(value, directionOf(spoken)))),
      );
    } catch (error) {
      warnOnce(
        `sentences with numbers in them can't be shown, as a part of the script did not load (${String(error)})`,
      );
    }
  }

  /** Undefined where the catalogue can't be had: a page in English is better than none. */
  async #catalogueOf(locale: OtherLocale): Promise<Catalogue | undefined> {
    try {
      return (await catalogues[locale]()).default;
    } catch (error) {
      warnOnce(`the texts for "${locale}" did not load, so English stands in (${String(error)})`);
      return undefined;
    }
  }

  #publish(texts: Texts): void {
    this.#texts = texts;
    for (const listener of this.#listeners) listener();
  }
}

const sources = new Map<Locale, TextSource>();

/** The page's one source of a language's texts; the first to ask for it starts loading them. */
export function textSource(locale: Locale): TextSource {
  const source = sources.get(locale) ?? new TextSource(locale);
  sources.set(locale, source);
  return source;
}
export type {TextSource};
