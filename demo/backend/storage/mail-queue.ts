import type {FieldValues} from '../../../src/model/validation.ts';

export const mailKinds = ['confirmation', 'already-signed'] as const;

/** `already-signed`: for one who has confirmed before and signs again. */
export type MailKind = (typeof mailKinds)[number];

/** The SHA-256 of each token in a mail. */
export interface TokenHashes {
  readonly confirm: string;
  readonly withdraw: string;
}

/** A mail that one sender has taken on. */
export interface ClaimedMail {
  /** The signature that it is about. */
  readonly signature: string;
  /** Which try it is, from 1 on. */
  readonly attempt: number;
  readonly kind: MailKind;
  readonly petition: string;
  readonly fields: FieldValues;
  readonly lang: string;
}

/** The mails that are to be sent. Signing puts them in, in the transaction that stores the signature. */
export interface MailQueue {
  /** When the next one is due; undefined: none is waiting. */
  nextDue(): Promise<Date | undefined>;

  /**
   * Takes on the mail that has been due the longest, for this sender alone until `until`; after that
   * it is due again, in case the sender is gone. From now on its tokens are good.
   */
  claim(at: Date, until: Date, hashes: TokenHashes): Promise<ClaimedMail | undefined>;

  /** The claimed mail has been sent. */
  settle(mail: ClaimedMail, at: Date): Promise<void>;

  /** The claimed mail could not be sent, and is due again at a time. */
  postpone(mail: ClaimedMail, until: Date): Promise<void>;

  /** Gives up the mails that have been waiting since before a time. */
  giveUp(before: Date): Promise<void>;
}
