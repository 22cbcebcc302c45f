/*
 * What may be fetched, in bytes, brotli 11. A budget is what is held today, and to be lowered until it is what is
 * aimed at. That of one language rose by 3 KiB once, for petitions to be drawn before the elements' classes come, and
 * all by 0.5 to 2 KiB, for a palette whose contrast holds for any accent, designed ends of petitions, and parts that
 * pages can style wherever they stand. A ceiling is a little above what a part has, so that none grows unseen: raise
 * it where a part has to grow.
 */

const bytesPerKib = 1024;

export interface Budgets {
  /** All that a page fetches until the form can be signed, the petition's answer included. */
  readonly untilSignable: number;
  /** The same for readers of the language that takes most. */
  readonly untilSignableInAnyLanguage: number;
  /** All that it fetches while nobody touches it, but all of it is looked at for long: also the count's feed and the text. */
  readonly untouched: number;
  /** Every part that a reader of one language can come to fetch, whatever the petition asks for. */
  readonly oneLanguage: number;
}

/** What a page that embeds a petition should fetch at most. */
export const aims: Budgets = {
  untilSignable: 20 * bytesPerKib,
  untilSignableInAnyLanguage: 24 * bytesPerKib,
  untouched: 44 * bytesPerKib,
  oneLanguage: 60 * bytesPerKib,
};

export const budgets: Budgets = {
  untilSignable: 30.5 * bytesPerKib,
  untilSignableInAnyLanguage: 33.75 * bytesPerKib,
  untouched: 58 * bytesPerKib,
  oneLanguage: 89.25 * bytesPerKib,
};

/** By the part's name. `*` is any language's tag. */
export const ceilings: Readonly<Record<string, number>> = {
  embed: 9600,
  drawing: 20_500,
  elements: 15_200,
  'count-life': 2900,
  'device-outbox': 2400,
  'dialog-layouts': 1000,
  'email-suggestion': 2500,
  'form-life': 10_200,
  'live-reader': 2000,
  markdown: 8700,
  'phone-number': 5600,
  'postal-code': 1500,
  'proof-of-work': 2100,
  switching: 3700,
  '*': 3000,
  'countries-*': 2200,
};
