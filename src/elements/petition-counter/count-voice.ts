import type {PetitionStore} from '../../controllers/petition-store.ts';

/** Milliseconds: until what is new is said, as more may follow at once; and between one sentence and the next. */
const [toSettle, toRest] = [1_000, 30_000];

/** A counter that may speak for all that show the same count. */
export interface CountSpeaker {
  /** It has a sentence to say, in a place where it would be heard. */
  readonly isAble: boolean;
  /** It says how many there are, and not how many more. */
  readonly speaksOnce: boolean;
  speak(): void;
}

/** The one voice of a count, however many counters show it. */
class CountVoice {
  readonly #speakers = new Set<CountSpeaker>();
  #total: number | undefined;
  #said: number | undefined;
  #saidAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  join(speaker: CountSpeaker): () => void {
    if (this.#speakers.size === 0) document.addEventListener('visibilitychange', this.#onVisibility);
    this.#speakers.add(speaker);
    return () => {
      this.#speakers.delete(speaker);
      if (this.#speakers.size === 0) this.#rest();
    };
  }

  /** Nobody hears a page that is hidden: it says it when it is looked at. */
  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible' && this.#total !== undefined) this.hear(this.#total);
  };

  /** The total is known to be that, which is said in a moment unless it has been. */
  hear(total: number): void {
    this.#total = total;
    if (this.#timer !== undefined || total === this.#said || this.#willing.length === 0) return;
    const sinceLast = Math.max(0, Date.now() - this.#saidAt);
    this.#timer = setTimeout(() => this.#speak(), Math.max(toSettle, toRest - sinceLast));
  }

  get #willing(): readonly CountSpeaker[] {
    return [...this.#speakers].filter(({speaksOnce}) => !speaksOnce || this.#said === undefined);
  }

  #speak(): void {
    this.#timer = undefined;
    const isHeard = document.visibilityState === 'visible';
    const speaker = isHeard ? this.#willing.find(({isAble}) => isAble) : undefined;
    if (!speaker || this.#total === this.#said) return;
    this.#said = this.#total;
    this.#saidAt = Date.now();
    speaker.speak();
  }

  #rest(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

const voices = new WeakMap<PetitionStore, CountVoice>();

/** The page's one voice of a petition's count. */
export function countVoice(store: PetitionStore): CountVoice {
  const voice = voices.get(store) ?? new CountVoice();
  voices.set(store, voice);
  return voice;
}
