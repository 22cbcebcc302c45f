import type {Count} from '../../../src/model/count.ts';

/** What the link of a mail is for; each has a token of its own. */
export type TokenPurpose = 'confirm' | 'withdraw';

/** What a token stands for, as far as it is still there. */
export interface TokenTarget {
  readonly petition: string;
  /** Absent: the signature has been withdrawn. */
  readonly signature?: {readonly lang: string; readonly isCounted: boolean} | undefined;
}

export interface TokenUse {
  /** The SHA-256 of the token. */
  readonly hash: string;
  readonly at: Date;
}

/** What the signers decide by the links in their mails. */
export interface Confirmations {
  /** Undefined: the token is unknown, or no longer good. */
  findTarget(purpose: TokenPurpose, use: TokenUse): Promise<TokenTarget | undefined>;

  /** Lets the signature count from now on, unless it does already, and gives the count after it. */
  confirm(use: TokenUse): Promise<Count | undefined>;

  /**
   * Erases the signature and all that belongs to it, and takes it off the count. Done before: nothing to do.
   * @returns whether the token is good
   */
  withdraw(use: TokenUse): Promise<boolean>;

  /** Erases up to `limit` signatures that were never confirmed since a time; says how many. */
  eraseUnconfirmed(before: Date, limit: number): Promise<number>;

  /** Forgets up to `limit` tokens that are no longer good; says how many. */
  forgetTokens(at: Date, limit: number): Promise<number>;
}
