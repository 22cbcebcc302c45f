/** What may happen to a request on its way to the backend and to its answer on the way back. */
export const faults = [
  /** The connection breaks before the backend has heard anything. */
  'request-lost',
  /** The backend hears half of it. */
  'request-cut',
  /** The backend hears it, and the connection breaks before it can answer. */
  'answer-lost',
  /** Half of the answer, of which more was announced. */
  'answer-cut',
  /** Half of the answer, as if that were all. */
  'answer-garbled',
  /** The backend hears it, and nobody is ever told. */
  'silence',
  'delayed',
  /** The backend hears it twice, both at a time. */
  'twice-at-once',
  /** The backend hears it again once it has answered. */
  'twice-in-turn',
  /** A later one reaches the backend first. */
  'overtaken',
  /** The connection breaks, and the backend hears it only after it was sent once more. */
  'late',
  /** The proxy's own 503. */
  'unavailable',
  /** The proxy's own 429. */
  'too-many',
  /** The backend hears it, and the proxy answers 504. */
  'gave-up',
] as const;
export type Fault = (typeof faults)[number];

/** Of a hundred requests. The ones that take long are few. */
const shares: Readonly<Record<Fault, number>> = {
  'request-lost': 3,
  'request-cut': 2,
  'answer-lost': 4,
  'answer-cut': 3,
  'answer-garbled': 2,
  silence: 1,
  delayed: 3,
  'twice-at-once': 3,
  'twice-in-turn': 2,
  overtaken: 3,
  late: 1,
  unavailable: 1,
  'too-many': 1,
  'gave-up': 1,
};

const dealtFaults = faults.flatMap((fault) => Array.from({length: shares[fault]}, () => fault));
const allCards: readonly (Fault | undefined)[] = [
  ...dealtFaults,
  ...Array.from({length: 100 - dealtFaults.length}, () => undefined),
];

/** Numbers from 0 to 1 that look random and are the same for the same seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Deals faults in a random order, in which each hundred has its 30 of them, of every kind. */
export class FaultDeck {
  readonly #random: () => number;
  #cards: (Fault | undefined)[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Undefined: nothing is to happen. */
  deal(): Fault | undefined {
    if (this.#cards.length === 0) this.#cards = [...allCards];
    const [card] = this.#cards.splice(Math.floor(this.#random() * this.#cards.length), 1);
    return card;
  }
}
