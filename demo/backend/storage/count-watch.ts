import * as v from 'valibot';
import {countSchema} from '../../../src/backend/wire.ts';
import {integer} from '../../../src/backend/wire-values.ts';
import type {CountListener, CountRevision} from './counts.ts';
import type {Database} from './database.ts';

const messageSchema = v.object({petition: v.string(), count: countSchema, revision: integer});

/** What another process has announced; undefined where it can't be told, as of a backend of another version. */
function changeIn(message: string | undefined): CountRevision | undefined {
  if (message === undefined) return undefined;
  try {
    return v.parse(messageSchema, JSON.parse(message));
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
