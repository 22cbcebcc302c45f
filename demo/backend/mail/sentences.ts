import {html} from 'hono/html';
import type {Placeholders, SentenceKey, Sentences} from '../catalogue.ts';

export interface Filling {
  readonly text: string;
  readonly lang?: string | undefined;
}
type Fillings<Name extends string> = Readonly<Record<Name, Filling>>;

const placeholder = /\{\{(\w+)\}\}/;

/** Names and titles may run in another direction than the sentence: these marks keep them apart. */
const isolate = '\u2068';
const endOfIsolate = '\u2069';

/**
 * The sentence's own words, and between every two of them a filling. Not by i18next, which
 * fills in strings: in HTML a filling is an element with a language of its own.
 */
function filled<Part>(
  sentence: string,
  fillings: Fillings<string>,
  show: (filling: Filling) => Part,
): (string | Part)[] {
  return sentence
    .split(placeholder)
    .map((part, index) => (index % 2 === 0 ? part : show(fillings[part] ?? {text: ''})));
}

/** Without marks, which some programs show in a list of mails. */
export const inSubject = <Key extends SentenceKey>(
  sentences: Sentences,
  key: Key,
  fillings: Fillings<Placeholders[Key]>,
): string => filled(sentences[key], fillings, ({text}) => text).join('');

export const inText = <Key extends SentenceKey>(
  sentences: Sentences,
  key: Key,
  fillings: Fillings<Placeholders[Key]>,
): string => filled(sentences[key], fillings, ({text}) => `${isolate}${text}${endOfIsolate}`).join('');

export const inHtml = <Key extends SentenceKey>(
  sentences: Sentences,
  key: Key,
  fillings: Fillings<Placeholders[Key]>,
) =>
  html`${filled(sentences[key], fillings, ({text, lang}) =>
    lang === undefined ? html`<bdi>${text}</bdi>` : html`<bdi lang="${lang}">${text}</bdi>`,
  )}`;
