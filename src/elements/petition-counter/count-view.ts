import type {Texts} from '../../i18n/texts.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import type {PetitionStatus} from '../../model/vocabulary.ts';

export type CounterLayout = 'bar' | 'number' | 'ring' | 'inline';

/** What a counter shows. */
export interface CountView {
  readonly layout: CounterLayout;
  readonly texts: Texts;
  readonly status: PetitionStatus;
  readonly total: number;
  /** Undefined where no way is shown. */
  readonly goal: number | undefined;
  /** What the total counts: that of something else is no later one of this. */
  readonly counted: unknown;
  readonly format: (value: number) => string;
}

/** Whether the layout has room for the way to the goal. */
export const hasWay = (layout: CounterLayout): boolean => layout === 'bar' || layout === 'ring';

/** The key of the sentence: how many have signed until now, or how many did. */
export const sentenceKey = (status: PetitionStatus): 'signed' | 'signedFinal' =>
  acceptsSignatures(status) ? 'signed' : 'signedFinal';
