import type {EarlyRead} from './ask-early.ts';

/** What an element stands for, and how its code is had. */
export interface Cast {
  /** The reader's language. */
  readonly lang: string;
  /** Its petition, where that is asked for. */
  readonly early: EarlyRead | undefined;
  /** Fetches the elements' classes; resolves with whether they are there; may be called again. */
  readonly load: () => Promise<boolean>;
  /** Whether all is still as it was when the tag ran: a page may have changed it since. */
  readonly isStill: () => boolean;
  /** Resolves when nobody is in the midst of composing a letter in what stands for it so far. */
  readonly composed?: (() => Promise<void>) | undefined;
}
