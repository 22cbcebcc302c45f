import {failure, problem, type Problem, type Result, type SignAnswer} from '../model/outcome.ts';
import {isPassing, pauseAfter, type Sending} from '../model/sending.ts';

/** While a device says that it is offline, it is asked anyway once in a while (ms): some are mistaken. */
const offlinePause = 60_000;

export interface DeliveryOptions {
  /** Hands the signature in, once. */
  readonly send: () => Promise<Result<SignAnswer>>;
  readonly onChange: (sending: Sending) => void;
}

/**
 * Hands one signature in until it is taken, refused or given up: what may pass is tried again after
 * growing pauses, and at once when the connection is back. It goes on where its form is taken out of
 * the page, as a signature that was given is not to be lost. While its form is seen, the browser asks
 * before the page is left.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  #sending: Sending = {state: 'idle'};
  #failures = 0;
  /** When it may be tried again by itself (ms since 1970). */
  #nextTry = 0;
  #latest: Problem = problem('unreachable');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isKept = false;
  #isSeen = true;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  start(): void {
    addEventListener('online', this.#onOnline);
    addEventListener('offline', this.#onOffline);
    if (navigator.onLine) void this.#try();
    else this.#wait();
  }

  /** Tries at once, instead of at the pause's end. */
  readonly tryNow = (): void => {
    if (this.#sending.state === 'waiting') void this.#try();
  };

  /** Gives up, at the person's wish. A try that is under way may succeed all the same, and is told then. */
  stop(): void {
    if (this.#isUnderWay) this.#end({state: 'failed', problem: this.#latest});
  }

  /** It is safe on the device: the page may be left. Also called before it starts. */
  keep(): void {
    this.#isKept = true;
    if (this.#sending.state === 'waiting') this.#set({...this.#sending, isKept: true});
  }

  /** Its form is in the page again, or was taken out of it. */
  see(isSeen: boolean): void {
    this.#isSeen = isSeen;
    this.#updateGuard();
  }

  get #isUnderWay(): boolean {
    return this.#sending.state === 'sending' || this.#sending.state === 'waiting';
  }

  async #try(): Promise<void> {
    clearTimeout(this.#timer);
    this.#set({state: 'sending', after: this.#sending.state === 'waiting' ? this.#sending : undefined});
    const result = await this.#options.send();
    if (result.ok) return this.#end({state: 'done', answer: result.value});
    if (!this.#isUnderWay) return;
    this.#failures += 1;
    this.#latest = result.problem;
    this.#nextTry = Date.now() + pauseAfter(this.#failures, result.problem, Math.random());
    if (isPassing(result.problem)) this.#wait();
    else this.#end({state: 'failed', problem: result.problem});
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const pause = navigator.onLine ? Math.max(0, this.#nextTry - Date.now()) : offlinePause;
    this.#timer = setTimeout(() => void this.#try(), pause);
    this.#set({
      state: 'waiting',
      problem: this.#latest,
      until: navigator.onLine ? this.#nextTry : undefined,
      isKept: this.#isKept,
    });
  }

  /** At once, unless the backend has asked for a pause. */
  readonly #onOnline = (): void => {
    if (this.#latest.retryAfter === undefined) this.tryNow();
    else if (this.#sending.state === 'waiting') this.#wait();
  };

  readonly #onOffline = (): void => {
    if (this.#sending.state === 'waiting') this.#wait();
  };

  readonly #onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();

  /** Only while something waits: the listener keeps a browser from holding the page ready for going back to it. */
  #updateGuard(): void {
    const isWaiting = this.#sending.state === 'waiting' || (this.#sending.state === 'sending' && this.#failures > 0);
    if (isWaiting && this.#isSeen && !this.#isKept) addEventListener('beforeunload', this.#onLeave);
    else removeEventListener('beforeunload', this.#onLeave);
  }

  #end(sending: Sending): void {
    clearTimeout(this.#timer);
    removeEventListener('online', this.#onOnline);
    removeEventListener('offline', this.#onOffline);
    this.#set(sending);
  }

  #set(sending: Sending): void {
    this.#sending = sending;
    this.#updateGuard();
    this.#options.onChange(sending);
  }
}

/** The failure of what needs a part of the script that did not load: as passing as the connection's. */
export const notLoaded = failure(problem('unreachable'));
