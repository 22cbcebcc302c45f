import type {Challenge} from '../model/challenge.ts';
import type {Count} from '../model/count.ts';
import type {Problem, Result, SignAnswer} from '../model/outcome.ts';
import type {Signature} from '../model/signature.ts';
import type {Supporter} from '../model/supporter.ts';
import type {Petition} from './wire.ts';

export interface ReadOptions {
  /** Asks the backend itself, past all caches. */
  readonly fresh?: boolean;
}

/** Hears what a stream tells, as it comes in. */
export interface LiveListener {
  /** The stream lives: called whenever anything comes in, also where that tells nothing. */
  alive(): void;
  count(count: Count): void;
  supporter(supporter: Supporter): void;
}

/**
 * The one seam to the network: what an element's `client` property takes. Methods never reject for
 * what a backend or the network does; they resolve with a problem. An aborted call may reject.
 */
export interface PetitionClient {
  /** What relative URLs in a petition are relative to. */
  readonly base?: string | undefined;
  petition(id: string, lang: string, signal: AbortSignal, options?: ReadOptions): Promise<Result<Petition>>;
  count(id: string, signal: AbortSignal, options?: ReadOptions): Promise<Result<Count>>;
  /**
   * Tells the count and the latest supporters as they change, the count as it is first of all. Resolves
   * once that is over, with the reason; where the method is absent, the count is read again and again.
   */
  live?(id: string, signal: AbortSignal, listener: LiveListener): Promise<Problem>;
  /** The same `key` again, with the same signature, signs only once. */
  sign(id: string, signature: Signature, key: string): Promise<Result<SignAnswer>>;
  /** A new proof of work; asked for where a form's `challenge` is `altcha`. */
  challenge(signal: AbortSignal): Promise<Result<Challenge>>;
}
