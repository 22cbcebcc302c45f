import {html} from 'hono/html';

/** A sentence with places to fill in, each written as `{place}`. */
export type Sentence<Place extends string> = `${string}{${Place}}${string}`;

export interface Filling {
  readonly text: string;
  readonly lang?: string | undefined;
}
type Fillings = Readonly<Record<string, Filling>>;

const place = /\{(\w+)\}/;

/** Names and titles may run in another direction than the sentence: these marks keep them apart. */
const isolate = '\u2068';
const endOfIsolate = '\u2069';

/** The sentence's own words, and between every two of them the filling of a place. */
function filled<Part>(sentence: string, fillings: Fillings, show: (filling: Filling) => Part): (string | Part)[] {
  return sentence.split(place).map((part, index) => (index % 2 === 0 ? part : show(fillings[part] ?? {text: ''})));
}

/** Without marks, which some programs show in a list of mails. */
export const inSubject = (sentence: string, fillings: Fillings): string =>
  filled(sentence, fillings, ({text}) => text).join('');

export const inText = (sentence: string, fillings: Fillings): string =>
  filled(sentence, fillings, ({text}) => `${isolate}${text}${endOfIsolate}`).join('');

export const inHtml = (sentence: string, fillings: Fillings) =>
  html`${filled(sentence, fillings, ({text, lang}) =>
    lang === undefined ? html`<bdi>${text}</bdi>` : html`<bdi lang="${lang}">${text}</bdi>`,
  )}`;
