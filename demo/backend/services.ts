import type {FileStore} from './http/files.ts';
import type {Log} from './log.ts';
import type {Storage} from './storage/storage.ts';

/** What the routes work with. */
export interface Services {
  readonly storage: Storage;
  readonly log: Log;
  readonly now: () => Date;
  /** The backend's address as the world knows it; absent: as each request has it. */
  readonly publicUrl: string | undefined;
  readonly dist: FileStore;
  readonly images: FileStore;
}
