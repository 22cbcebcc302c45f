import {setTimeout as wait} from 'node:timers/promises';
import {now} from './clock.ts';
import {Histogram} from './histogram.ts';
import type {Signed, Signer} from './signer.ts';

const msPerSecond = 1000;
const counted = 201;

/** A signature that was counted: what the total came to, and when. */
export type Commit = readonly [total: number, sentAt: number, answeredAt: number];

/** How the signatures of a while went. */
export class Outcome {
  readonly latencies = new Histogram();
  readonly commits: Commit[] = [];
  readonly #statuses = new Map<number, number>();
  readonly #start = now();
  #end = this.#start;

  /** @param from what its latency is measured from */
  add({status, total, sentAt, answeredAt}: Signed, from: number): void {
    this.latencies.add(answeredAt - from);
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    this.#end = Math.max(this.#end, answeredAt);
    if (status === counted && total !== undefined) this.commits.push([total, sentAt, answeredAt]);
  }

  get counted(): number {
    return this.#statuses.get(counted) ?? 0;
  }

  /** The answers but for those that were counted, by status, as in `3 × 503`; status 0: the connection was lost. */
  get others(): string {
    const others = [...this.#statuses].filter(([status]) => status !== counted);
    return others.map(([status, times]) => `${times} × ${status}`).join(', ') || 'none';
  }

  get seconds(): number {
    return (this.#end - this.#start) / msPerSecond;
  }

  get perSecond(): number {
    return this.counted / this.seconds;
  }
}

/** All sign on and on, each as soon as the one before is answered. */
export async function closedLoop(signers: readonly Signer[], seconds: number): Promise<Outcome> {
  const outcome = new Outcome();
  const end = now() + seconds * msPerSecond;
  const signOn = async (signer: Signer): Promise<void> => {
    while (now() < end) {
      const signed = await signer.sign();
      outcome.add(signed, signed.sentAt);
    }
  };
  await Promise.all(signers.map(signOn));
  return outcome;
}

/**
 * People come at a rate, however fast they are answered. Whoever finds all signers busy waits for one, and
 * the wait is part of the latency; that a timer goes off a little late is not.
 */
export async function openLoop(signers: readonly Signer[], perSecond: number, seconds: number): Promise<Outcome> {
  const outcome = new Outcome();
  const start = now();
  const people = Math.round(perSecond * seconds);
  let next = 0;
  const signOn = async (signer: Signer): Promise<void> => {
    while (next < people) {
      const due = start + (next * msPerSecond) / perSecond;
      next += 1;
      const early = due - now();
      if (early > 0) await wait(early);
      const signed = await signer.sign();
      outcome.add(signed, early > 0 ? signed.sentAt : due);
    }
  };
  await Promise.all(signers.map(signOn));
  return outcome;
}
