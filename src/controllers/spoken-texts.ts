import {localeOf} from '../i18n/locales.ts';
import {type Texts, type TextSource, textSource} from '../i18n/texts.ts';

interface Spoken {
  /** The reader's tag for that language, as numbers and dates depend on the region. */
  readonly tag: string;
  readonly source: TextSource;
}

const english = 'en';

/**
 * The texts that an element speaks: those of the reader's language or, until its catalogue is there, of
 * the one before. Where it can't be had, the one before stays; where there was none, English stands in,
 * as it does for languages without a catalogue.
 */
export class SpokenTexts {
  readonly #onChange: () => void;
  #spoken: Spoken | undefined;
  #awaited: Spoken | undefined;
  readonly #subscriptions = new Map<TextSource, () => void>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get texts(): Texts | undefined {
    return this.#spoken?.source.texts;
  }

  /** The language of the texts, as a tag that formats numbers and dates beside them. */
  get language(): string {
    return this.#spoken?.tag ?? english;
  }

  /** Whether the texts of the reader's language may still come. */
  get isWaiting(): boolean {
    const source = this.#awaited?.source;
    return source !== undefined && !source.texts && !source.hasFailed;
  }

  /** Speaks to a reader of that language as soon as that is possible. */
  speak(lang: string): void {
    const locale = localeOf(lang);
    const source = textSource(locale ?? english);
    if (this.#awaited?.source !== source) void source.load();
    this.#awaited = {tag: locale ? lang : english, source};
    this.#settle();
  }

  /** Asks once more for a catalogue that could not be had. */
  retry(): void {
    void this.#awaited?.source.load();
  }

  /** Hears of no further change; what is spoken stays. */
  leave(): void {
    this.#awaited = undefined;
    this.#listenTo([]);
  }

  #settle(): void {
    const awaited = this.#awaited;
    if (awaited?.source.texts) this.#spoken = awaited;
    else if (awaited?.source.hasFailed) this.#spoken ??= {tag: english, source: textSource(english)};
    this.#listenTo([this.#spoken, awaited]);
  }

  #listenTo(all: readonly (Spoken | undefined)[]): void {
    const sources = new Set(all.flatMap((spoken) => spoken?.source ?? []));
    for (const [source, end] of this.#subscriptions) {
      if (sources.has(source)) continue;
      end();
      this.#subscriptions.delete(source);
    }
    for (const source of sources) {
      if (!this.#subscriptions.has(source)) this.#subscriptions.set(source, source.subscribe(this.#onNews));
    }
  }

  readonly #onNews = (): void => {
    this.#settle();
    this.#onChange();
  };
}
