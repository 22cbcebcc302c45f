import * as z from 'zod/mini';
import {countSchema} from '../../../src/backend/wire.ts';
import type {CountListener, CountRevision} from './counts.ts';
import type {Database} from './database.ts';

const messageSchema = z.object({petition: z.string(), count: countSchema, revision: z.int()});

/** What another process has announced; undefined where it can't be told, as of a backend of another version. */
function changeIn(message: string | undefined): CountRevision | undefined {
  if (message === undefined) return undefined;
  try {
    return z.parse(messageSchema, JSON.parse(message));
  } catch {
    return undefined;
  }
}

/** Those in this process who want to hear of changes of counts, and what they hear of other processes. */
export class CountWatch {
  readonly #listeners = new Set<CountListener>();
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(listener: CountListener): () => void {
    // Of its own, so that one who listens twice may end the one and keep the other.
    const own: CountListener = (change) => listener(change);
    this.#listeners.add(own);
    const end = this.#database.listen((message) => own(changeIn(message)));
    return () => {
      this.#listeners.delete(own);
      end();
    };
  }

  /** Tells of what is durable by now. */
  tell(changes: readonly CountRevision[]): void {
    for (const change of changes) for (const listener of this.#listeners) listener(change);
  }
}
