import type {PetitionClient} from '../../src/backend/client.ts';
import type {Petition} from '../../src/backend/wire.ts';
import type {Count} from '../../src/model/count.ts';
import {failure, problem, type ProblemSlug, type Result, type SignAnswer, success} from '../../src/model/outcome.ts';
import type {Signature} from '../../src/model/signature.ts';
import {petitionIn} from './petitions.ts';

/** `silent` never answers. */
type Mood = 'well' | 'silent' | ProblemSlug;

/** An in-page stand-in for a backend: it holds one petition, counts what it takes, and fails when told to. */
export class FakeClient implements PetitionClient {
  /** What differs from the usual petition. */
  changes: Partial<Petition>;
  reading: Mood = 'well';
  signing: Mood = 'well';
  /** What was handed in, by idempotency key. */
  readonly signatures = new Map<string, Signature>();
  readonly asked = {petition: 0, count: 0, sign: 0};
  /** Reads that are under way. */
  open = 0;
  total: number;

  constructor(
    changes: Partial<Petition> = {},
    {reading = 'well', signing = 'well'}: {reading?: Mood; signing?: Mood} = {},
  ) {
    this.changes = changes;
    this.reading = reading;
    this.signing = signing;
    this.total = changes.count?.total ?? 5136;
  }

  get currentCount(): Count {
    return {goal: 7500, asOf: '2026-11-22T00:00:00Z', ...this.changes.count, total: this.total};
  }

  petition(_id: string, lang: string, signal: AbortSignal): Promise<Result<Petition>> {
    this.asked.petition += 1;
    return this.#answer(this.reading, () => petitionIn(lang, {...this.changes, count: this.currentCount}), signal);
  }

  count(_id: string, signal: AbortSignal): Promise<Result<Count>> {
    this.asked.count += 1;
    return this.#answer(this.reading, () => this.currentCount, signal);
  }

  async #answer<T>(mood: Mood, value: () => T, signal?: AbortSignal): Promise<Result<T>> {
    if (mood === 'well') return success(value());
    if (mood !== 'silent') return failure(problem(mood));
    this.open += 1;
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => {
        this.open -= 1;
        reject(new DOMException('Aborted', 'AbortError'));
      });
    });
  }

  async sign(_id: string, signature: Signature, key: string): Promise<Result<SignAnswer>> {
    this.asked.sign += 1;
    return this.#answer(this.signing, () => this.#take(signature, key));
  }

  #take(signature: Signature, key: string): SignAnswer {
    if (!this.signatures.has(key)) this.total += 1;
    this.signatures.set(key, signature);
    return {status: 'counted', count: this.currentCount};
  }
}
