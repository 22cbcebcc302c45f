import type {Count} from '../../../src/model/count.ts';
import {hashOf} from '../http/cacheable.ts';
import type {CountRevision} from '../storage/counts.ts';
import {countEvent} from './events.ts';

/** A count in the forms in which it is sent, each made once, and only if somebody asks for it. */
export class CountView {
  readonly petition: string;
  readonly revision: number;
  readonly count: Count;
  #json: string | undefined;
  #etag: string | undefined;
  #event: Buffer | undefined;

  constructor({petition, count, revision}: CountRevision) {
    this.petition = petition;
    this.count = count;
    this.revision = revision;
  }

  get json(): string {
    return (this.#json ??= JSON.stringify(this.count));
  }

  /** Strong: of exactly the bytes of the JSON. */
  get etag(): string {
    return (this.#etag ??= `"${hashOf(this.json)}"`);
  }

  get event(): Buffer {
    return (this.#event ??= countEvent(this.count.total, this.json));
  }
}
