import type {PetitionClient, ReadOptions} from '../backend/client.ts';
import type {Petition} from '../backend/wire.ts';
import type {Challenge} from '../model/challenge.ts';
import type {Count} from '../model/count.ts';
import type {Problem, Result, SignAnswer} from '../model/outcome.ts';
import {acceptsSignatures} from '../model/petition.ts';
import {failed, idle, loading, ready, type Remote} from '../model/remote.ts';
import type {Signature} from '../model/signature.ts';
import {Counting} from './counting.ts';
import {settled} from './settled.ts';

/** Pages hear within this time (ms) that their petition has closed by itself, not all of them at once. */
const closingSpread = 120_000;

/** What a timer can wait for (ms). */
const longestTimer = 2 ** 31 - 1;

/** Each choice is an object of its own, so that one can be told from a later one of the same language. */
export interface LanguageChoice {
  readonly lang: string;
  /** The languages that the page has changed to around elements since; none named is one of them. */
  readonly overruledBy: Set<string | undefined>;
}

interface Reading {
  state: Remote<Petition>;
  request?: AbortController;
  /** What another language has told since makes it untrue. */
  isOutdated?: boolean;
}

/**
 * What a page knows of one petition at one backend. However many elements show it, there is one
 * read for each language, one count that is kept up to date and one language that the reader chose. Elements
 * join by subscribing; once the last has left, nothing runs and nothing is asked.
 */
export class PetitionStore {
  /** What is known of its count. */
  readonly counting: Counting;
  readonly #client: PetitionClient;
  readonly #id: string;
  readonly #readings = new Map<string, Reading>();
  readonly #listeners = new Set<() => void>();
  #choice: LanguageChoice | undefined;
  /** When it is to close by itself, by the latest answer (ms since 1970), and in what language to read it then. */
  #closing: {readonly at: number; readonly lang: string} | undefined;
  #closingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: PetitionClient, id: string) {
    this.#client = client;
    this.#id = id;
    this.counting = new Counting(client, id, () => this.#publish());
  }

  /** The last true count; it never goes backwards while the page is open. */
  get count(): Count | undefined {
    return this.counting.count;
  }

  /** The language that the reader chose last for this petition, on any of its elements. */
  get choice(): LanguageChoice | undefined {
    return this.#choice;
  }

  chooseLanguage(lang: string): void {
    this.#choice = {lang, overruledBy: new Set()};
    if (this.petition(lang).state === 'failed') void this.#read(lang);
    this.#publish();
  }

  /** The languages that the petition is in, once that is known. */
  get languages(): readonly string[] | undefined {
    for (const {state} of this.#readings.values()) if (state.state === 'ready') return state.value.languages;
    return undefined;
  }

  /** The petition in a language, as far as it is known. */
  petition(lang: string): Remote<Petition> {
    return this.#readings.get(lang)?.state ?? idle;
  }

  /** Reads the petition in a language unless that is done or under way. */
  request(lang: string): void {
    const reading = this.#readings.get(lang);
    if (!reading) void this.#readFirst(lang);
    if (!reading?.isOutdated) return;
    reading.isOutdated = false;
    void this.#read(lang, {fresh: true});
  }

  async #readFirst(lang: string): Promise<void> {
    await this.#read(lang);
    this.#outdateOthers(this.petition(lang));
  }

  /** Reads the petition in a language again, past all caches. What is known of it stays, also if that fails. */
  async reload(lang: string): Promise<Problem | undefined> {
    const refusal = await this.#read(lang, {fresh: true});
    this.#outdateOthers(this.petition(lang));
    return refusal;
  }

  /** Takes part: `listener` is called after each change. Returns what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    // Who comes back after the last has left finds that nothing waits for its end any more.
    if (this.#closingTimer === undefined) this.#awaitClosing();
    return () => {
      this.#listeners.delete(listener);
      // An element that is moved leaves and comes back at once: its reads go on.
      queueMicrotask(() => this.#listeners.size === 0 && this.#close());
    };
  }

  /** Hands in a signature. The total moves only by what the backend answers. */
  async sign(signature: Signature, key: string): Promise<Result<SignAnswer>> {
    const result = await settled(() => this.#client.sign(this.#id, signature, key));
    if (result.ok && result.value.status === 'counted') this.counting.learn(result.value.count);
    return result;
  }

  /** Asks for a proof of work to be done. */
  challenge(signal: AbortSignal): Promise<Result<Challenge>> {
    return settled(() => this.#client.challenge(signal));
  }

  async #read(lang: string, options?: ReadOptions): Promise<Problem | undefined> {
    const reading = this.#readings.get(lang) ?? {state: idle};
    this.#readings.set(lang, reading);
    reading.request?.abort();
    const request = new AbortController();
    reading.request = request;
    if (reading.state.state === 'idle') reading.state = loading;
    this.#publish();
    const result = await settled(() => this.#client.petition(this.#id, lang, request.signal, options));
    if (request.signal.aborted) return undefined;
    delete reading.request;
    if (result.ok) this.#take(reading, result.value, lang);
    else if (reading.state.state !== 'ready') reading.state = failed(result.problem);
    this.#publish();
    return result.ok ? undefined : result.problem;
  }

  /** A petition that has closed in one language has closed in all. */
  #outdateOthers(read: Remote<Petition>): void {
    if (read.state !== 'ready') return;
    const {status} = read.value;
    const others = [...this.#readings.values()].filter(
      ({state}) => state.state === 'ready' && state.value.status !== status,
    );
    for (const reading of others) reading.isOutdated = true;
    if (others.length > 0) this.#publish();
  }

  /** The latest answer says whether it is open, in whatever language. */
  #take(reading: Reading, petition: Petition, lang: string): void {
    const isOpen = acceptsSignatures(petition.status);
    this.#keep(reading, petition);
    this.counting.learn(petition.count);
    this.counting.setOpen(isOpen);
    const at = isOpen && petition.closesAt ? Date.parse(petition.closesAt) : Number.NaN;
    // One that is open past its end says so each time: it is not asked again.
    this.#closing = at > Date.now() ? {at, lang} : undefined;
    this.#stopWaiting();
    this.#awaitClosing();
  }

  /** Reads it again once it is to be closed, as nothing else would tell; at once where that has passed unseen. */
  #awaitClosing(): void {
    if (!this.#closing) return;
    const {at, lang} = this.#closing;
    const left = at - Date.now();
    const pause = left > 0 ? left + Math.random() * closingSpread : 0;
    if (pause <= longestTimer) this.#closingTimer = setTimeout(() => void this.reload(lang), pause);
  }

  #stopWaiting(): void {
    clearTimeout(this.#closingTimer);
    this.#closingTimer = undefined;
  }

  /** What was asked for in a language that the petition isn't in is known in the one that it came in, too. */
  #keep(reading: Reading, petition: Petition): void {
    reading.state = ready(petition);
    const same = this.#readings.get(petition.lang);
    if (!same || same.state.state === 'failed') this.#readings.set(petition.lang, reading);
  }

  #close(): void {
    this.#stopWaiting();
    for (const [lang, reading] of this.#readings) {
      reading.request?.abort();
      if (reading.state.state !== 'ready') this.#readings.delete(lang);
    }
  }

  #publish(): void {
    for (const listener of this.#listeners) listener();
  }
}

const stores = new WeakMap<PetitionClient, Map<string, PetitionStore>>();

/** The page's one store of a petition at a backend. */
export function petitionStore(client: PetitionClient, id: string): PetitionStore {
  const ofClient = stores.get(client) ?? new Map<string, PetitionStore>();
  stores.set(client, ofClient);
  const store = ofClient.get(id) ?? new PetitionStore(client, id);
  ofClient.set(id, store);
  return store;
}
