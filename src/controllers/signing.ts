import type {ReactiveControllerHost} from 'lit';
import type {SignAnswer} from '../model/outcome.ts';
import {failed, idle, loading, ready, type Remote} from '../model/remote.ts';
import {newIdempotencyKey, type Signature} from '../model/signature.ts';
import type {PetitionStore} from './petition-store.ts';

interface Attempt {
  readonly signature: Signature;
  readonly key: string;
}

/** What a person said; the language, the page and the version of a text may differ when it is said again. */
const contentOf = ({fields, consents, listed}: Signature): string =>
  JSON.stringify([fields, consents.map(({name, given}) => [name, given]), listed]);

/**
 * Hands in a filled form. The same form handed in again after a failure is the very same signature
 * under the same key, and so counts once.
 */
export class Signing {
  readonly #host: ReactiveControllerHost;
  #attempt: Attempt | undefined;
  #answer: Remote<SignAnswer> = idle;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What became of the signature that was handed in last. */
  get answer(): Remote<SignAnswer> {
    return this.#answer;
  }

  /** @returns what became of this signature, which after a {@link reset} is not the answer to show */
  async send(store: PetitionStore, filled: Signature): Promise<Remote<SignAnswer>> {
    const attempt = this.#attemptFor(filled);
    this.#attempt = attempt;
    this.#set(loading);
    const result = await store.sign(attempt.signature, attempt.key);
    const answer = result.ok ? ready(result.value) : failed(result.problem);
    if (this.#attempt !== attempt) return answer;
    if (result.ok || !result.problem.retryable) this.#attempt = undefined;
    this.#set(answer);
    return answer;
  }

  /** Forgets why it failed last, as something else is wrong now. */
  dismiss(): void {
    if (this.#answer.state === 'failed') this.#set(idle);
  }

  /** Forgets what was sent, for another person's turn. */
  reset(): void {
    this.#attempt = undefined;
    this.#set(idle);
  }

  #attemptFor(filled: Signature): Attempt {
    const isSame = this.#attempt && contentOf(this.#attempt.signature) === contentOf(filled);
    return this.#attempt && isSame ? this.#attempt : {signature: filled, key: newIdempotencyKey()};
  }

  #set(answer: Remote<SignAnswer>): void {
    this.#answer = answer;
    this.#host.requestUpdate();
  }
}
