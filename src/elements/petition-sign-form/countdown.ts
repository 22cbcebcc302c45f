import type {ReactiveControllerHost} from 'lit';
import {formatNumber} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {FormField} from '../../backend/wire.ts';
import {maxLengthOf} from '../../model/validation.ts';
import type {Announcer} from './announcer.ts';
import {fieldKind} from './field-kinds.ts';

const longestNotice = 50;

/** How many characters are left where the end is near, below 0 how many are too many; else undefined. */
export function charactersLeft(field: FormField, text: string): number | undefined {
  if (field.maxLength === undefined && fieldKind(field)?.control !== 'textarea') return undefined;
  const max = maxLengthOf(field);
  const left = max - text.trim().length;
  return left <= Math.min(longestNotice, max / 5) ? left : undefined;
}

/** What is told aloud: that the end is near, that it is very near, and that it is passed; not each letter. */
const stage = (left: number | undefined): number => {
  if (left === undefined) return 0;
  if (left < 0) return 3;
  return left <= 10 ? 2 : 1;
};

const isWorthTelling = (left: number | undefined, before: number | undefined): boolean =>
  left !== undefined && stage(left) !== stage(before);

/** How many characters are left, or too many, in the reader's language. */
export function countdownText(texts: Texts, lang: string, left: number): string {
  const count = Math.abs(left);
  const number = formatNumber(lang, count);
  return left < 0
    ? texts.message('charactersOver', {count, over: number})
    : texts.message('charactersLeft', {count, left: number});
}

interface Reader {
  readonly texts: () => Texts | undefined;
  readonly language: () => string;
}

/** Tells how many characters are left in each field, as somebody comes near to its end. */
export class Countdown {
  readonly #host: ReactiveControllerHost;
  readonly #announcer: Announcer;
  readonly #reader: Reader;
  readonly #left = new Map<string, number | undefined>();

  constructor(host: ReactiveControllerHost, announcer: Announcer, reader: Reader) {
    this.#host = host;
    this.#announcer = announcer;
    this.#reader = reader;
  }

  /** A field holds another text now. */
  change(field: FormField, text: string): void {
    const before = this.#left.get(field.name);
    const left = charactersLeft(field, text);
    if (left === before) return;
    this.#left.set(field.name, left);
    this.#host.requestUpdate();
    const texts = this.#reader.texts();
    if (left === undefined || !texts || !isWorthTelling(left, before)) return;
    this.#announcer.say(countdownText(texts, this.#reader.language(), left));
  }

  clear(): void {
    this.#left.clear();
  }
}
