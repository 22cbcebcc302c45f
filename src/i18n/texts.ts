import {warnOnce} from '../internal/warn-once.ts';
import type {Catalogue, MessageKey, Placeholders, TextKey, Values} from './catalogue.ts';
import {english} from './english.ts';
import {provideTable} from './format-table.ts';
import {directionOf, type Direction} from './language-tags.ts';
import type {Locale} from './locales.ts';
import {type Fillings, filledMessage, pluralRulesOf} from './message.ts';
import {type Loaded, registry} from './registry.ts';

/** The texts of one language. */
export class Texts {
  readonly locale: Locale;
  readonly dir: Direction;
  readonly #catalogue: Catalogue;
  #rules: Intl.PluralRules | undefined;

  constructor(locale: Locale, catalogue: Catalogue) {
    this.locale = locale;
    this.dir = directionOf(locale);
    this.#catalogue = catalogue;
  }

  /** A text that holds no placeholder. */
  text(key: TextKey): string {
    return this.#catalogue[key];
  }

  /** A message with its placeholders filled, in the plural form of `values.count`. */
  message<K extends MessageKey>(key: K, values: Values<K>): string {
    return this.#fill(key, values);
  }

  /** A message cut where its placeholder is, so that this can be marked up: text or `{name}` in order. */
  parts<K extends MessageKey, N extends Placeholders[K]>(
    key: K,
    name: N,
    values: Omit<Values<K>, N>,
  ): readonly (string | {readonly name: N})[] {
    const cut = '\uE000';
    return this.#fill(key, {...values, [name]: cut + name + cut})
      .split(cut)
      .map((part, index) => (index % 2 === 1 ? {name} : part));
  }

  #fill(key: MessageKey, values: Fillings): string {
    return filledMessage(this.#formOf(key, values['count']), values, this.dir);
  }

  /** The form of a message that goes with a number or, where it depends on none, the only one. */
  #formOf(key: MessageKey, count: unknown): string {
    const forms: Readonly<Record<string, string>> = this.#catalogue;
    if (typeof count !== 'number') return forms[key] ?? '';
    this.#rules ??= pluralRulesOf(this.locale);
    return forms[`${key}_${this.#rules.select(count)}`] ?? forms[`${key}_other`] ?? '';
  }
}

/** The catalogue of a language. English is there at once, to stand in where another can't be had. */
export const loadCatalogue = async (locale: Locale): Promise<Loaded> =>
  (await registry[locale].load?.()) ?? {default: english};

/** The texts of one language as they come in. */
export class TextSource {
  readonly #locale: Locale;
  #texts: Texts | undefined;
  #loading: Promise<void> | undefined;
  #hasFailed = false;
  readonly #listeners = new Set<() => void>();

  constructor(locale: Locale) {
    this.#locale = locale;
    if (locale === 'en') this.#texts = new Texts(locale, english);
    else void this.load();
  }

  get texts(): Texts | undefined {
    return this.#texts;
  }

  /** The catalogue could not be had: a page in another language is better than none. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Asks for the catalogue, unless it is there or on its way. Resolves once it is, or can't be had. */
  async load(): Promise<void> {
    if (!this.#texts) await (this.#loading ??= this.#load());
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #load(): Promise<void> {
    try {
      const {default: catalogue, table} = await loadCatalogue(this.#locale);
      if (table) provideTable(this.#locale, table);
      this.#texts = new Texts(this.#locale, catalogue);
      this.#hasFailed = false;
    } catch (error) {
      this.#hasFailed = true;
      warnOnce(`the texts for "${this.#locale}" did not load, so others stand in (${String(error)})`);
    }
    this.#loading = undefined;
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
