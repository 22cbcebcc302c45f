import type {Challenge} from '../model/challenge.ts';
import {failure, problem, type Result, success} from '../model/outcome.ts';
import {notLoaded} from './delivery.ts';
import type * as Solver from './proof-of-work.ts';

type Ask = (signal: AbortSignal) => Promise<Result<Challenge>>;

interface Solved {
  readonly payload: string;
  /** ms since 1970 */
  readonly goodUntil: number;
}

/** A solution has to reach the backend before it expires (ms). */
const margin = 30_000;

const loadSolver = (): Promise<typeof Solver | undefined> => import('./proof-of-work.ts').catch(() => undefined);

async function solve(ask: Ask, signal: AbortSignal): Promise<Result<Solved>> {
  const [challenge, solver] = await Promise.all([ask(signal), loadSolver()]);
  if (!challenge.ok) return challenge;
  if (!solver) return notLoaded;
  try {
    const payload = await solver.solveInBackground(challenge.value, signal);
    const {expiresAt} = challenge.value.parameters;
    return success({payload, goodUntil: expiresAt === undefined ? Number.POSITIVE_INFINITY : expiresAt * 1000});
  } catch {
    return failure(problem('unsolved'));
  }
}

interface Work {
  readonly solved: Promise<Result<Solved>>;
  readonly abort: AbortController;
}

function begun(ask: Ask): Work {
  const abort = new AbortController();
  return {solved: solve(ask, abort.signal), abort};
}

const isGood = (result: Result<Solved>): boolean => result.ok && result.value.goodUntil >= Date.now() + margin;

/** A proof of work, begun while a form is filled in, so that it is there when the form is sent. */
export class ChallengeSolution {
  #work: Work | undefined;

  /** Begins unless it has begun. */
  begin(ask: Ask): void {
    this.#work ??= begun(ask);
  }

  /** A solution that is still good; each is given once, as it may be used once. */
  async take(ask: Ask): Promise<Result<string>> {
    const early = await this.#work?.solved;
    this.#work = undefined;
    const solved = early && isGood(early) ? early : await begun(ask).solved;
    return solved.ok ? success(solved.value.payload) : solved;
  }

  discard(): void {
    this.#work?.abort.abort();
    this.#work = undefined;
  }
}
