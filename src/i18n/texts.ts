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
  readonly #onMissing: () => void;

  /** @param onMissing called when a message is asked for while there is no engine to make it */
  constructor(locale: Locale, catalogue: Catalogue, engine?: Engine, onMissing: () => void = () => undefined) {
    this.locale = locale;
    this.dir = directionOf(locale);
    this.#catalogue = catalogue;
    this.#engine = engine;
    this.#onMissing = onMissing;
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
    if (!this.#engine) this.#onMissing();
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

type OtherLocale = Exclude<Locale, 'en'>;

const catalogues: {readonly [L in OtherLocale]: () => Promise<{default: CatalogueOf<L>}>} = {
  fr: () => import('./catalogues/fr.json'),
  ar: () => import('./catalogues/ar.json'),
  'ug-Arab': () => import('./catalogues/ug-Arab.json'),
};

/**
 * The texts of one language as they come in: first the catalogue, which is all that a form needs to be
 * painted; then, once a message is asked for, the engine that makes messages.
 */
class TextSource {
  #texts: Texts | undefined;
  #hasAskedForEngine = false;
  readonly #listeners = new Set<() => void>();

  constructor(locale: Locale) {
    if (locale === 'en') this.#speak('en', en);
    else void this.#load(locale);
  }

  get texts(): Texts | undefined {
    return this.#texts;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #load(locale: OtherLocale): Promise<void> {
    const catalogue = await this.#catalogueOf(locale);
    if (catalogue) this.#speak(locale, catalogue);
    else this.#speak('en', en);
  }

  #speak(locale: Locale, catalogue: Catalogue): void {
    this.#publish(new Texts(locale, catalogue, undefined, () => void this.#loadEngine(locale, catalogue)));
  }

  async #loadEngine(locale: Locale, catalogue: Catalogue): Promise<void> {
    if (this.#hasAskedForEngine) return;
    this.#hasAskedForEngine = true;
    try {
      const {createEngine} = await import('./engine.ts');
      const engine = await createEngine(locale, catalogue, (value) => isolated(value, directionOf(locale)));
      this.#publish(new Texts(locale, catalogue, engine));
    } catch (error) {
      this.#hasAskedForEngine = false;
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
