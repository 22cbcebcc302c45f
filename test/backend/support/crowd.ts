import {randomUUID} from 'node:crypto';
import {signature} from './fixtures.ts';

/** What one person hands in, and what it was answered. */
export interface Signing {
  readonly key: string;
  readonly mailbox: string;
  readonly body: string;
  /** The text of the 201; absent as long as none came. */
  answer?: string;
}

const counted = 201;

/** The network's failures, as `fetch` has them: nothing was answered, or not all of it. */
const isCutOff = (error: unknown): boolean => error instanceof TypeError;

function someone(): Signing {
  const key = randomUUID();
  const mailbox = `${key}@water.example`;
  return {key, mailbox, body: JSON.stringify(signature(mailbox))};
}

async function send(url: string, {key, body}: Signing): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
    body,
  });
  const text = await answer.text();
  if (answer.status !== counted) throw new Error(`Answered with ${answer.status}: ${text}`);
  return text;
}

/** Sends all again, a few at a time; @returns what each is answered */
export async function sendAll(url: string, signings: readonly Signing[], atOnce: number): Promise<string[]> {
  const answers: string[] = [];
  const waiting = [...signings.entries()];
  const sendOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await send(url, next[1]);
  };
  await Promise.all(Array.from({length: atOnce}, sendOn));
  return answers;
}

/** Clients that sign one person after the other, and remember everything. */
export class Crowd {
  readonly #size: number;
  readonly #answered: Signing[] = [];
  #unanswered: Signing[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  get answered(): readonly Signing[] {
    return this.#answered;
  }

  /** Those that may be stored, or not. */
  get unanswered(): readonly Signing[] {
    return this.#unanswered;
  }

  /**
   * Signs until the backend is gone. What got no answer of one before is sent again first, under its key.
   * @param onAnswer is called with each answer, while others are under way
   */
  async signUntilCutOff(url: string, onAnswer: () => void): Promise<void> {
    const again = this.#unanswered;
    this.#unanswered = [];
    const signOn = async (): Promise<void> => {
      while (await this.#sign(url, again.shift() ?? someone())) onAnswer();
    };
    await Promise.all(Array.from({length: this.#size}, signOn));
    this.#unanswered.push(...again);
  }

  async #sign(url: string, signing: Signing): Promise<boolean> {
    try {
      signing.answer = await send(url, signing);
      this.#answered.push(signing);
      return true;
    } catch (error) {
      if (!isCutOff(error)) throw error;
      this.#unanswered.push(signing);
      return false;
    }
  }
}
