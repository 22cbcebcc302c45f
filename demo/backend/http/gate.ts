import type {IncomingMessage, ServerResponse} from 'node:http';
import type {LoopLag} from './loop-lag.ts';

/** How much a process may have to do before requests of a kind are turned away. */
export interface Mark {
  /** How long what comes in waits for its turn (ms). */
  readonly lag: number;
  readonly underWay: number;
}

export interface Marks {
  /** Pages, files, petitions, lists, new streams: who is turned away has a cache, or comes again. */
  readonly reads: Mark;
  /** A count from memory, which costs next to nothing, and is what a page falls back to. */
  readonly counts: Mark;
  /** What somebody has typed and decided: turned away only where waiting would end in nothing. */
  readonly writes: Mark;
}

/**
 * At full speed a turn takes some 50 ms; readers give way as soon as signers would notice. From its
 * connection to its answer a signature takes three turns or more, and whoever signs waits 15 s: what is let
 * in at the last mark gets its answer in time, and whoever watches over the process too. A request under way
 * takes up to 20 KB, so that there the memory for all is some 200 MB.
 */
export const usualMarks: Marks = {
  reads: {lag: 300, underWay: 1000},
  counts: {lag: 600, underWay: 4000},
  writes: {lag: 1000, underWay: 10_000},
};

const countPath = /^\/v1\/petitions\/[^/?]+\/count(?:$|\?)/;

/** What signing takes beside the signature, up to the page that says how it went; and what tells whether one can be stored. */
const ofSigners = /^\/(v1\/challenges|confirm|withdraw|readyz|signed\/[^?]*)(\?|$)/;

interface GateOptions {
  readonly marks: Marks;
  readonly lag: Pick<LoopLag, 'forRequest'>;
}

/** Lets in what can be answered in time: under load, reads are turned away before writes. */
export class Gate {
  readonly #options: GateOptions;
  #underWay = 0;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /**
   * Decides by method and path alone. A request that is let in counts until its response is closed; one
   * with a body only once that is in, as whoever has yet to send it gives nobody else any work.
   */
  admits(request: IncomingMessage, response: ServerResponse): boolean {
    const {method = '', url = ''} = request;
    if (!this.#hasRoom(method, url)) return false;
    if (method === 'POST') request.once('end', () => this.#count(response));
    else this.#count(response);
    return true;
  }

  #count(response: ServerResponse): void {
    if (response.closed) return;
    this.#underWay += 1;
    response.once('close', this.#onClose);
  }

  readonly #onClose = (): void => {
    this.#underWay -= 1;
  };

  #hasRoom(method: string, url: string): boolean {
    // Whoever watches over the process has to know that it lives.
    if (url === '/healthz') return true;
    const {lag, underWay} = this.#markFor(method, url);
    return this.#underWay < underWay && this.#options.lag.forRequest() < lag;
  }

  #markFor(method: string, url: string): Mark {
    const {reads, counts, writes} = this.#options.marks;
    // A browser asks with OPTIONS before it sends a signature; and some signers have to read something first.
    if ((method !== 'GET' && method !== 'HEAD') || ofSigners.test(url)) return writes;
    return countPath.test(url) ? counts : reads;
  }
}
