import type {ReactiveControllerHost} from 'lit';
import type {SignAnswer} from '../model/outcome.ts';
import {failed, idle, loading, ready, type Remote} from '../model/remote.ts';
import {newIdempotencyKey, type Signature} from '../model/signature.ts';
import type {PetitionStore} from './petition-store.ts';

/** Hands in a filled form. The same form, handed in again after a failure, keeps its key and so counts once. */
export class Signing {
  readonly #host: ReactiveControllerHost;
  #attempt: {readonly content: string; readonly key: string} | undefined;
  #answer: Remote<SignAnswer> = idle;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What became of the signature. */
  get answer(): Remote<SignAnswer> {
    return this.#answer;
  }

  async send(store: PetitionStore, signature: Signature): Promise<Remote<SignAnswer>> {
    this.#set(loading);
    const result = await store.sign(signature, this.#keyFor(signature));
    this.#set(result.ok ? ready(result.value) : failed(result.problem));
    return this.#answer;
  }

  /** Forgets what was sent, for another person's turn. */
  reset(): void {
    this.#attempt = undefined;
    this.#set(idle);
  }

  #keyFor(signature: Signature): string {
    const content = JSON.stringify(signature);
    if (this.#attempt?.content !== content) this.#attempt = {content, key: newIdempotencyKey()};
    return this.#attempt.key;
  }

  #set(answer: Remote<SignAnswer>): void {
    this.#answer = answer;
    this.#host.requestUpdate();
  }
}
