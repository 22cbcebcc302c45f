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
import {easyChallenge} from './fake-proofs.ts';
import {petitionIn} from './petitions.ts';
import {SignatureBook} from './signature-book.ts';

/** `silent` says nothing until it is told to {@link FakeClient.speak}. */
export type Mood = 'well' | 'silent' | ProblemSlug | Problem;

export interface FakeClientOptions {
  readonly reading?: Mood;
  readonly signing?: Mood;
  /** The petition's form in a language, where it is not the usual one. */
  readonly form?: (lang: string) => PetitionForm;
  /** What the petition says in a language where that is not the usual. */
  readonly words?: (lang: string) => Partial<Petition>;
}

const {count: usualCount} = petitionIn('en');

/**
 * An in-page stand-in for a backend: it holds one petition, counts what it takes, and fails when told to. Otherwise
 * it answers as the reference backend does, which a test of both sees to; but a petition ends only when told to,
 * as a backend's clock is not the page's.
 */
export class FakeClient implements PetitionClient {
  /** What differs from the usual petition. Where this names it, no other is known; else it goes by any name. */
  changes: Partial<Petition>;
  reading: Mood = 'well';
  signing: Mood = 'well';
  challenging: Mood = 'well';
  /** How it answers those who sign next, before `signing` says how. */
  readonly signingNext: Mood[] = [];
  /** What was handed in, in order, taken or not. */
  readonly attempts: {readonly key: string; readonly signature: Signature}[] = [];
  readonly asked = {petition: 0, count: 0, sign: 0, challenge: 0};
  total: number;
  readonly #waiting = new Set<() => void>();
  readonly #form: FakeClientOptions['form'];
  readonly #words: FakeClientOptions['words'];
  readonly #book = new SignatureBook();
  /** The texts of consents that a form shows or has shown. */
  readonly #shown = new Set<string>();

  constructor(changes: Partial<Petition> = {}, options: FakeClientOptions = {}) {
    const {reading = 'well', signing = 'well', form, words} = options;
    this.changes = changes;
    this.reading = reading;
    this.signing = signing;
    this.#form = form;
    this.#words = words;
    this.total = (changes.count ?? usualCount).total;
  }

  get currentCount(): Count {
    return {...(this.changes.count ?? usualCount), total: this.total};
  }

  /** What was taken, by idempotency key. */
  get signatures(): ReadonlyMap<string, Signature> {
    return this.#book.taken;
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
    return this.#answer(this.reading, () => this.#ifKnown(id, () => success(this.#petitionIn(lang, id))), signal);
  }

  count(id: string, signal: AbortSignal): Promise<Result<Count>> {
    this.asked.count += 1;
    return this.#answer(this.reading, () => this.#ifKnown(id, () => success(this.currentCount)), signal);
  }

  sign(id: string, signature: Signature, key: string): Promise<Result<SignAnswer>> {
    this.asked.sign += 1;
    this.attempts.push({key, signature});
    const mood = this.signingNext.shift() ?? this.signing;
    return this.#answer(mood, () => this.#ifKnown(id, () => this.#take(id, signature, key)));
  }

  async challenge(signal: AbortSignal): Promise<Result<Challenge>> {
    this.asked.challenge += 1;
    const challenge = await easyChallenge();
    return this.#answer(this.challenging, () => success(challenge), signal);
  }

  protected knows(id: string): boolean {
    return (this.changes.id ?? id) === id;
  }

  protected countOne(): void {
    this.total += 1;
  }

  async #answer<T>(mood: Mood, value: () => Result<T> | Promise<Result<T>>, signal?: AbortSignal): Promise<Result<T>> {
    if (signal?.aborted) throw aborted();
    if (mood === 'silent') await this.#silence(signal);
    else if (mood !== 'well') return failure(typeof mood === 'string' ? problem(mood) : mood);
    return value();
  }

  #silence(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(resolve);
      signal?.addEventListener('abort', () => {
        this.#waiting.delete(resolve);
        reject(aborted());
      });
    });
  }

  #ifKnown<T>(id: string, value: () => T): T | Result<never> {
    return this.knows(id) ? value() : failure(problem('not-found'));
  }

  #petitionIn(lang: string, id: string): Petition {
    const {lang: shown} = petitionIn(lang, this.changes);
    const words = this.#words?.(shown);
    const petition = petitionIn(lang, {id, ...this.changes, ...words, count: this.currentCount});
    const form = this.changes.form ?? this.#form?.(petition.lang) ?? petition.form;
    for (const {name, textId} of form.consents) this.#shown.add(`${name} ${textId}`);
    return {...petition, form};
  }

  #take(id: string, signature: Signature, key: string): Promise<Result<SignAnswer>> {
    const {status, languages, form} = this.#petitionIn(signature.lang, id);
    return this.#book.take(signature, key, {
      status,
      form,
      forms: languages.map((lang) => this.#petitionIn(lang, id).form),
      hasShown: (consent, textId) => this.#shown.has(`${consent} ${textId}`),
      answer: (isNew) => this.#answerTo(form, isNew),
    });
  }

  #answerTo({confirmation}: PetitionForm, isNew: boolean): SignAnswer {
    if (confirmation === 'email') return {status: 'confirmation-sent'};
    if (isNew) this.countOne();
    return {status: 'counted', count: this.currentCount};
  }
}

const aborted = (): DOMException => new DOMException('Aborted', 'AbortError');
