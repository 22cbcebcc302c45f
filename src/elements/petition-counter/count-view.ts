import type {Texts} from '../../i18n/texts.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import type {PetitionStatus} from '../../model/vocabulary.ts';

export const counterLayouts = ['bar', 'number', 'ring', 'inline'] as const;
export type CounterLayout = (typeof counterLayouts)[number];

/** What a counter shows. */
export interface CountView {
  readonly layout: CounterLayout;
  readonly texts: Texts;
  readonly status: PetitionStatus;
  readonly total: number;
  /** Whether there is room for the way to the goal, and anybody wants it shown. */
  readonly hasWay: boolean;
  /** What is on the way; undefined where none is shown, or once it is over. */
  readonly goal: number | undefined;
  /** It was shown, or awaited, as one that goes on. */
  readonly wasOpen: boolean;
  /** What the total counts: that of something else is no later one of this. */
  readonly counted: unknown;
  readonly format: (value: number) => string;
}

/** The key of the sentence: how many have signed until now, or how many did. */
export const sentenceKey = (status: PetitionStatus): 'signed' | 'signedFinal' =>
  acceptsSignatures(status) ? 'signed' : 'signedFinal';
