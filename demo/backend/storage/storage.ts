import type {PetitionForm} from '../../../src/backend/wire.ts';
import type {Count} from '../../../src/model/count.ts';
import type {ConsentAnswer, SignatureSource} from '../../../src/model/signature.ts';
import type {Listing, PetitionStatus} from '../../../src/model/vocabulary.ts';
import type {FieldValues} from '../../../src/model/validation.ts';
import type {Organization, PetitionDefinition} from '../petitions/petition-definition.ts';
import type {Seed} from '../petitions/seed.ts';
import type {SolvedChallenge} from './challenge-uses.ts';
import type {Confirmations} from './confirmations.ts';
import type {CountListener, CountRevision, ListedSupporter, TotalDifference} from './counts.ts';
import type {MailQueue} from './mail-queue.ts';
import {StorageUnavailable} from './database.ts';
import type {RateLimit} from './rate-limits.ts';

export interface StoredPetition {
  readonly definition: PetitionDefinition;
  readonly organization: Organization;
  /** Its `asOf` is when the total last moved, so that it stays the same while the total does. */
  readonly count: Count;
}

/** Where a page of a list ended: what it is sorted by, of its last petition. */
export type ListPosition =
  | {readonly sort: 'newest'; readonly publishedAt: string; readonly id: string}
  | {readonly sort: 'most-signed'; readonly total: number; readonly id: string};

export interface ListQuery {
  readonly organization?: string | undefined;
  readonly status?: PetitionStatus | undefined;
  readonly sort: ListPosition['sort'];
  readonly after?: ListPosition | undefined;
  readonly limit: number;
  /** The time at which `status` is meant: an open petition closes by itself. */
  readonly at: Date;
}

/** A signature that was judged and may be stored. */
export interface AcceptedSignature {
  readonly fields: FieldValues;
  /** What a repeated signing is recognised by; absent where the form asks for no address. */
  readonly mailbox?: string | undefined;
  readonly consents: readonly ConsentAnswer[];
  readonly listed: Listing;
  readonly lang: string;
  readonly source: SignatureSource;
  /** The proof of work that it uses up, where the form asks for one. */
  readonly challenge?: SolvedChallenge | undefined;
}

/** The answer that a request got, kept under its idempotency key, which belongs to one petition. */
export interface KeptAnswer {
  /** Of the request, to recognise another one under the same key. */
  readonly digest: string;
  readonly status: number;
  readonly body: string;
}

export interface Signing {
  readonly petition: string;
  readonly key: string;
  readonly digest: string;
  readonly signature: AcceptedSignature;
  /** `email`: it counts once the signer confirms it by the mail that is queued with it. */
  readonly confirmation: PetitionForm['confirmation'];
  /** What it counts against. */
  readonly limits: readonly RateLimit[];
  readonly at: Date;
}

export {StorageUnavailable};
export type {CountListener, CountRevision, ListedSupporter, TotalDifference};

/** What to answer, given the petition's total after the signing. */
export type AnswerTo = (total: number) => Omit<KeptAnswer, 'digest'>;

/** Everything the backend keeps. Every method rejects with {@link StorageUnavailable} where it can't be had now. */
export interface Storage {
  readonly confirmations: Confirmations;
  readonly mails: MailQueue;

  /** Puts petitions in, or renews their definitions; what has been signed and counted stays. */
  seed(seed: Seed, at: Date): Promise<void>;

  findPetition(id: string): Promise<StoredPetition | undefined>;
  findCount(id: string): Promise<CountRevision | undefined>;

  /**
   * Hears of each change of a count once it is durable: of this process's own before the call that caused it
   * resolves; of those of other processes within a second. They come in no certain order, and some twice: what
   * is newer has the higher revision. `undefined`: some may have been missed; what is known is to be read again.
   * @returns what ends it
   */
  watchCounts(listener: CountListener): () => void;

  /** The latest `limit` listed supporters counted after `since` (RFC 3339), newest last. */
  listedSupporters(petition: string, since: string, limit: number): Promise<ListedSupporter[]>;

  /** Compares each total with a full count, mends what differs, and says what did. */
  checkTotals(at: Date): Promise<TotalDifference[]>;

  /** Whether nobody before has taken it on to check the totals in this night. */
  takeOnCheck(night: string): Promise<boolean>;
  listPetitions(query: ListQuery): Promise<StoredPetition[]>;

  /** Whether a consent of this petition's form ever had a text of this id. */
  hadConsentText(petition: string, consent: string, textId: string): Promise<boolean>;

  findAnswer(petition: string, key: string): Promise<KeptAnswer | undefined>;

  /**
   * Stores the signature, moves the total or queues the mail to confirm by, and keeps the answer: all
   * of it, durably, or nothing. A mailbox that has signed the petition adds nothing; where mails are
   * sent it gets another one, an hour after the last at the earliest. A key that has an answer adds
   * nothing either and gives that answer, whatever its digest.
   * @throws {RateLimitReached}
   * @throws {ChallengeUsed}
   */
  sign(signing: Signing, answer: AnswerTo): Promise<KeptAnswer>;

  /** Forgets up to `limit` answers kept before a time; says how many. */
  forgetAnswers(before: Date, limit: number): Promise<number>;

  /** Whether a signature has used this proof of work. */
  isChallengeUsed(challenge: SolvedChallenge): Promise<boolean>;

  /** Forgets up to `limit` proofs of work that have long expired; says how many. */
  forgetChallenges(at: Date, limit: number): Promise<number>;

  /** Forgets about `limit` of what was counted against a rate limit more than an hour ago; says how many. */
  forgetRateUses(at: Date, limit: number): Promise<number>;

  /** A random secret of this name: the same for every process that shares this storage, and for good. */
  secret(name: string): Promise<string>;

  /** Leaves nothing of what has been erased in the storage's files, as far as no other process holds it up. */
  overwriteErased(): Promise<void>;

  /** Resolves if a signature could be stored now. */
  checkWritable(at: Date): Promise<void>;

  close(): Promise<void>;
}
