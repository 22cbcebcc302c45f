import type {LiveListener, PetitionClient} from '../../src/backend/client.ts';
import type {Petition} from '../../src/backend/wire.ts';
import type {Challenge} from '../../src/model/challenge.ts';
import type {Count} from '../../src/model/count.ts';
import {failure, problem, type Problem, type Result, type SignAnswer} from '../../src/model/outcome.ts';
import type {Signature} from '../../src/model/signature.ts';
import type {Settings} from './settings.ts';

/** Milliseconds that a slow network takes for each answer. */
const slowness = 3_000;

const later = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, slowness);
  });

/** What a backend answers to somebody whose network is as the toolbar says. */
export class ThroughNetwork implements PetitionClient {
  readonly #client: PetitionClient;
  readonly #network: Settings['network'];

  constructor(client: PetitionClient, network: Settings['network']) {
    this.#client = client;
    this.#network = network;
  }

  petition(id: string, lang: string, signal: AbortSignal): Promise<Result<Petition>> {
    return this.#answer(() => this.#client.petition(id, lang, signal));
  }

  count(id: string, signal: AbortSignal): Promise<Result<Count>> {
    return this.#answer(() => this.#client.count(id, signal));
  }

  sign(id: string, signature: Signature, key: string): Promise<Result<SignAnswer>> {
    return this.#answer(() => this.#client.sign(id, signature, key));
  }

  challenge(signal: AbortSignal): Promise<Result<Challenge>> {
    return this.#answer(() => this.#client.challenge(signal));
  }

  async live(id: string, signal: AbortSignal, listener: LiveListener): Promise<Problem> {
    const reached = await this.#reach();
    return reached ?? this.#client.live?.(id, signal, listener) ?? problem('not-found');
  }

  async #answer<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
    const reached = await this.#reach();
    return reached ? failure(reached) : ask();
  }

  /** What keeps it from being reached. */
  async #reach(): Promise<Problem | undefined> {
    switch (this.#network) {
      case 'fast':
        return undefined;
      case 'slow':
        await later();
        return undefined;
      case 'offline':
        return problem('unreachable');
      case 'failing':
        return problem('unavailable');
    }
  }
}
