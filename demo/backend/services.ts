import type {FileStore} from './http/files.ts';
import type {CountBoard} from './live/count-board.ts';
import type {LiveHub} from './live/live-hub.ts';
import type {Log} from './log.ts';
import type {PetitionBook} from './petitions/petition-book.ts';
import type {Challenges} from './signing/challenges.ts';
import type {SigningLimits} from './signing/signing-limits.ts';
import type {Storage} from './storage/storage.ts';

/** What the routes work with. */
export interface Services {
  readonly storage: Storage;
  readonly petitions: PetitionBook;
  readonly board: CountBoard;
  readonly live: LiveHub;
  readonly challenges: Challenges;
  readonly signingLimits: SigningLimits;
  /** How many proxies stand before the backend, whose word on whom they were asked by is taken. */
  readonly trustedProxies: number;
  /** Sees to the queued mails, once the request is answered. */
  readonly sendMails: () => void;
  readonly log: Log;
  readonly now: () => Date;
  /** The backend's address as the world knows it; absent: as each request has it. */
  readonly publicUrl: string | undefined;
  readonly dist: FileStore;
  readonly images: FileStore;
}
