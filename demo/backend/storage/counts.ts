import type {Count} from '../../../src/model/count.ts';

/** A petition's count as one change left it. */
export interface CountRevision {
  readonly petition: string;
  readonly count: Count;
  /** Grows with each change, in the order in which the changes came about, in whatever process. */
  readonly revision: number;
}

/** Hears of a change; `undefined`: some may have been missed, and what is known is to be read again. */
export type CountListener = (change: CountRevision | undefined) => void;

/** A total that was not what a full count says. */
export interface TotalDifference {
  readonly petition: string;
  readonly stored: number;
  readonly counted: number;
}

/** A supporter as all may see them: only those who chose to be listed by name or initials. */
export interface ListedSupporter {
  readonly id: string;
  readonly name: string;
  readonly country?: string | undefined;
  readonly lang: string;
  readonly signedAt: string;
}
