import {failure, problem, type Result, type SignAnswer} from '../model/outcome.ts';
import {newIdempotencyKey, type Signature} from '../model/signature.ts';
import type {ChallengeSolution} from './challenge-solution.ts';
import type {PetitionStore} from './petition-store.ts';

/** What a person said; the language, the page and the version of a text may differ when it is said again. */
const contentOf = ({fields, consents, listed}: Signature): string =>
  JSON.stringify([fields, consents.map(({name, given}) => [name, given]), listed]);

const addressOf = ({fields}: Signature): string | undefined => fields['email']?.trim().toLowerCase();

/** Whether two are, as far as one can tell, the same person's. */
export const isOfSameAddress = (one: Signature, other: Signature): boolean =>
  addressOf(one) !== undefined && addressOf(one) === addressOf(other);

const refusesProof = (result: Result<SignAnswer>): boolean =>
  !result.ok && result.problem.slug === 'invalid' && result.problem.errors.some(({field}) => field === 'challenge');

/** How often a new proof of work is made for one that the backend refused. */
const mostProofs = 3;

/** A filled form on its way: the very same signature under the same key through every try, so that it counts once. */
export class Attempt {
  #key: string;
  #signature: Signature;

  constructor(signature: Signature, key = newIdempotencyKey()) {
    this.#signature = signature;
    this.#key = key;
  }

  get key(): string {
    return this.#key;
  }

  get signature(): Signature {
    return this.#signature;
  }

  /** Whether a person says the same again. */
  isOf(signature: Signature): boolean {
    return contentOf(this.#signature) === contentOf(signature);
  }

  /**
   * @param solution where the backend asks for a proof of work
   * @param onChange called before it is sent in other words, or under another key, than before
   */
  async handIn(
    store: PetitionStore,
    solution: ChallengeSolution | undefined,
    onChange: () => Promise<void>,
  ): Promise<Result<SignAnswer>> {
    for (let proofs = 1; ; proofs += 1) {
      const result = await this.#handInOnce(store, solution, onChange);
      if (!refusesProof(result)) return result;
      if (proofs === mostProofs) return failure(problem('unsolved'));
      // It was refused, so nothing of it was stored; with another proof its body is another, and so its key.
      this.#signature = {...this.#signature, challenge: undefined};
      this.#key = newIdempotencyKey();
    }
  }

  async #handInOnce(
    store: PetitionStore,
    solution: ChallengeSolution | undefined,
    onChange: () => Promise<void>,
  ): Promise<Result<SignAnswer>> {
    if (solution && !this.#signature.challenge) {
      const solved = await solution.take((signal) => store.challenge(signal));
      if (!solved.ok) return solved;
      this.#signature = {...this.#signature, challenge: solved.value};
      await onChange();
    }
    return store.sign(this.#signature, this.#key);
  }
}
