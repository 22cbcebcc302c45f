import {warnOnce} from '../internal/warn-once.ts';
import type {Catalogue, MessageKey, Placeholders, TextKey, Values} from './catalogue.ts';
import en from './catalogues/en.json';
import type {createEngine, Engine} from './engine.ts';
import {provideTable} from './format-table.ts';
import {isolated} from './isolate.ts';
import {directionOf, type Direction} from './language-tags.ts';
import type {Locale} from './locales.ts';
import {type Loaded, registry} from './registry.ts';

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
  message<K extends MessageKey>(key: K, values: Values<K>): string | undefined {
    if (!this.#engine) this.#onMissing();
    return this.#engine?.(key, values);
  }

  /** A message cut where its placeholder is, so that this can be marked up: text or `{name}` in order. */
  parts<K extends MessageKey, N extends Placeholders[K]>(
    key: K,
    name: N,
    values: Omit<Values<K>, N>,
  ): readonly (string | {readonly name: N})[] | undefined {
    const cut = '\uE000';
    if (!this.#engine) this.#onMissing();
    return this.#engine?.(key, {...values, [name]: cut + name + cut})
      .split(cut)
      .map((part, index) => (index % 2 === 1 ? {name} : part));
  }
}

/** Makes engines, once that part of the script is there: from then on a language comes with its sentences. */
let makeEngine: typeof createEngine | undefined;

/**
 * The texts of one language as they come in: first the catalogue, which is all that a form needs to be
 * painted; then, once a message is asked for, the engine that makes messages.
 */
export class TextSource {
  readonly #locale: Locale;
  #texts: Texts | undefined;
  #isLoading = false;
  #hasFailed = false;
  #hasAskedForEngine = false;
  readonly #listeners = new Set<() => void>();

  constructor(locale: Locale) {
    this.#locale = locale;
    if (locale === 'en') void this.#speak(en);
    else this.load();
  }

  get texts(): Texts | undefined {
    return this.#texts;
  }

  /** The catalogue could not be had: a page in another language is better than none. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Asks for the catalogue, unless it is there or on its way. */
  load(): void {
    if (!this.#texts && !this.#isLoading) void this.#load();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    const loaded = await this.#request();
    this.#hasFailed = loaded === undefined;
    if (loaded?.table) provideTable(this.#locale, loaded.table);
    if (loaded) await this.#speak(loaded.default);
    else this.#publish();
    this.#isLoading = false;
  }

  async #request(): Promise<Loaded | undefined> {
    try {
      return await registry[this.#locale].load();
    } catch (error) {
      warnOnce(`the texts for "${this.#locale}" did not load, so others stand in (${String(error)})`);
      return undefined;
    }
  }

  async #speak(catalogue: Catalogue): Promise<void> {
    if (makeEngine) await this.#speakWhole(catalogue, makeEngine);
    else this.#publish(new Texts(this.#locale, catalogue, undefined, () => void this.#loadEngine(catalogue)));
  }

  async #speakWhole(catalogue: Catalogue, make: typeof createEngine): Promise<void> {
    const dir = directionOf(this.#locale);
    const engine = await make(this.#locale, catalogue, (value) => isolated(value, dir));
    this.#publish(new Texts(this.#locale, catalogue, engine));
  }

  async #loadEngine(catalogue: Catalogue): Promise<void> {
    if (this.#hasAskedForEngine) return;
    this.#hasAskedForEngine = true;
    try {
      makeEngine = (await import('./engine.ts')).createEngine;
      await this.#speakWhole(catalogue, makeEngine);
    } catch (error) {
      this.#hasAskedForEngine = false;
      warnOnce(
        `sentences with numbers in them can't be shown, as a part of the script did not load (${String(error)})`,
      );
    }
  }

  #publish(texts?: Texts): void {
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
