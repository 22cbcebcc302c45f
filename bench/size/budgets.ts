/*
 * What may be fetched, in bytes, brotli 11. A budget is what was promised to the pages that embed a petition; a
 * ceiling is a little above what a part has, so that none grows unseen: raise it where a part has to grow.
 */

const bytesPerKib = 1024;

export interface Budgets {
  /** All that a page fetches until the form can be signed, the petition's answer included. */
  readonly untilSignable: number;
  /** The same for readers of the language that takes most. */
  readonly untilSignableInAnyLanguage: number;
  /** All that it fetches while nobody touches it: the count's feed and the long text come after the form. */
  readonly untouched: number;
  /** Every part that a reader of one language can come to fetch, whatever the petition asks for. */
  readonly oneLanguage: number;
}

export const budgets: Budgets = {
  untilSignable: 20 * bytesPerKib,
  untilSignableInAnyLanguage: 24 * bytesPerKib,
  untouched: 30 * bytesPerKib,
  oneLanguage: 60 * bytesPerKib,
};

/** By the part's name. `*` is any language's tag. */
export const ceilings: Readonly<Record<string, number>> = {
  embed: 9500,
  elements: 34_000,
  'form-life': 10_000,
  'body-markdown': 8100,
  'device-outbox': 2400,
  'email-suggestion': 2500,
  'live-reader': 2000,
  'phone-number': 5600,
  'postal-code': 1500,
  'proof-of-work': 2000,
  '*': 3000,
  'countries-*': 2200,
};
