import {createChallenge} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/web/pbkdf2';
import type {PetitionClient} from '../../src/backend/client.ts';
import type {Petition, PetitionForm} from '../../src/backend/wire.ts';
import type {Challenge} from '../../src/model/challenge.ts';
import type {Count} from '../../src/model/count.ts';
import {
  failure,
  problem,
  type Problem,
  type ProblemSlug,
  type Result,
  type SignAnswer,
  success,
} from '../../src/model/outcome.ts';
import type {Signature} from '../../src/model/signature.ts';
import {petitionIn} from './petitions.ts';

/** `silent` says nothing until it is told to {@link FakeClient.speak}. */
export type Mood = 'well' | 'silent' | ProblemSlug | Problem;

export interface FakeClientOptions {
  readonly reading?: Mood;
  readonly signing?: Mood;
  /** The petition's form in a language, where it is not the usual one. */
  readonly form?: (lang: string) => PetitionForm;
}

/** What its challenges are signed with. */
export const challengeSecret = 'a secret of the tests';

/** An in-page stand-in for a backend: it holds one petition, counts what it takes, and fails when told to. */
export class FakeClient implements PetitionClient {
  /** What differs from the usual petition. */
  changes: Partial<Petition>;
  reading: Mood = 'well';
  signing: Mood = 'well';
  challenging: Mood = 'well';
  /** How it answers those who sign next, before `signing` says how. */
  readonly signingNext: Mood[] = [];
  /** What was handed in, in order, taken or not. */
  readonly attempts: {readonly key: string; readonly signature: Signature}[] = [];
  /** What was taken, by idempotency key. */
  readonly signatures = new Map<string, Signature>();
  readonly asked = {petition: 0, count: 0, sign: 0, challenge: 0};
  total: number;
  readonly #waiting = new Set<() => void>();
  readonly #form: FakeClientOptions['form'];

  constructor(changes: Partial<Petition> = {}, {reading = 'well', signing = 'well', form}: FakeClientOptions = {}) {
    this.changes = changes;
    this.reading = reading;
    this.signing = signing;
    this.#form = form;
    this.total = changes.count?.total ?? 5136;
  }

  get currentCount(): Count {
    return {goal: 7500, asOf: '2026-11-22T00:00:00Z', ...this.changes.count, total: this.total};
  }

  /** How many requests are under way. */
  get open(): number {
    return this.#waiting.size;
  }

  /** Answers well from now on, also those that wait. */
  speak(): void {
    this.reading = 'well';
    this.signing = 'well';
    this.challenging = 'well';
    for (const answer of this.#waiting) answer();
    this.#waiting.clear();
  }

  petition(id: string, lang: string, signal: AbortSignal): Promise<Result<Petition>> {
    this.asked.petition += 1;
    const form = this.#form && {form: this.#form(lang)};
    const petition = (): Petition => petitionIn(lang, {id, ...form, ...this.changes, count: this.currentCount});
    return this.#answer(this.reading, petition, signal);
  }

  count(_id: string, signal: AbortSignal): Promise<Result<Count>> {
    this.asked.count += 1;
    return this.#answer(this.reading, () => this.currentCount, signal);
  }

  sign(_id: string, signature: Signature, key: string): Promise<Result<SignAnswer>> {
    this.asked.sign += 1;
    this.attempts.push({key, signature});
    return this.#answer(this.signingNext.shift() ?? this.signing, () => this.#take(signature, key));
  }

  /** One that is solved in a moment. */
  async challenge(signal: AbortSignal): Promise<Result<Challenge>> {
    this.asked.challenge += 1;
    const {parameters, signature} = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: 10,
      deriveKey,
      expiresAt: new Date(Date.now() + 600_000),
      hmacSignatureSecret: challengeSecret,
    });
    return this.#answer(this.challenging, () => ({parameters: {...parameters}, signature}), signal);
  }

  async #answer<T>(mood: Mood, value: () => T, signal?: AbortSignal): Promise<Result<T>> {
    if (mood === 'silent') await this.#silence(signal);
    else if (mood !== 'well') return failure(typeof mood === 'string' ? problem(mood) : mood);
    return success(value());
  }

  #silence(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(resolve);
      signal?.addEventListener('abort', () => {
        this.#waiting.delete(resolve);
        reject(new DOMException('Aborted', 'AbortError'));
      });
    });
  }

  #take(signature: Signature, key: string): SignAnswer {
    const form = this.changes.form ?? this.#form?.(signature.lang);
    const isConfirmed = form?.confirmation !== 'email';
    if (isConfirmed && !this.signatures.has(key)) this.total += 1;
    this.signatures.set(key, signature);
    return isConfirmed ? {status: 'counted', count: this.currentCount} : {status: 'confirmation-sent'};
  }
}
