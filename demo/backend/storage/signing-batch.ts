import {ChallengeUsed} from './challenge-uses.ts';
import type {CountRevision} from './counts.ts';
import type {Transaction} from './database.ts';
import {findAllKept, keep} from './kept-answers.ts';
import {RateLimitReached} from './rate-limits.ts';
import {putSignatures, type StoredSignature} from './signatures.ts';
import type {SqlChallengeUses} from './sql-challenge-uses.ts';
import type {SqlMailQueue} from './sql-mail-queue.ts';
import type {SqlRateLimits} from './sql-rate-limits.ts';
import type {AnswerTo, KeptAnswer, Signing} from './storage.ts';
import {moveTotals, type Move} from './totals.ts';

/** One who signs, and what they are to be answered. */
export interface SigningRequest {
  readonly signing: Signing;
  readonly answer: AnswerTo;
}

/** The answer, or why nothing was stored. */
export type SigningResult = KeptAnswer | RateLimitReached | ChallengeUsed;

export interface BatchResult {
  readonly results: ReadonlyMap<SigningRequest, SigningResult>;
  readonly changes: readonly CountRevision[];
}

interface BatchParts {
  readonly challengeUses: SqlChallengeUses;
  readonly rateLimits: SqlRateLimits;
  readonly mails: SqlMailQueue;
}

/** Stores the signatures of several, none of whom shares a key or a challenge with another, in one transaction. */
export class SigningBatch {
  readonly #parts: BatchParts;

  constructor(parts: BatchParts) {
    this.#parts = parts;
  }

  async sign(transaction: Transaction, requests: readonly SigningRequest[]): Promise<BatchResult> {
    const results = await this.#judge(transaction, requests);
    const accepted = requests.filter((request) => !results.has(request));
    if (accepted.length === 0) return {results, changes: []};
    const stored = await this.#put(transaction, accepted);
    // The petitions are held from here to the end, which comes without another wait for the database.
    const counted = (request: SigningRequest): boolean => stored.get(request.signing)?.isNewlyCounted === true;
    const moves = movesOf(accepted, counted);
    const changes = await moveTotals(transaction, moves);
    const answers = answersTo(accepted, counted, changes, moves);
    keep(
      transaction,
      Array.from(answers, ([{signing}, answer]) => ({under: signing, answer, at: signing.at})),
    );
    const hasMoved = new Set(moves.filter(({by}) => by !== 0).map(({petition}) => petition));
    return {
      results: new Map<SigningRequest, SigningResult>([...results, ...answers]),
      changes: changes.filter(({petition}) => hasMoved.has(petition)),
    };
  }

  /** Those who have an answer already, and those who are refused, of whom nothing is left. */
  async #judge(
    transaction: Transaction,
    requests: readonly SigningRequest[],
  ): Promise<Map<SigningRequest, SigningResult>> {
    const signings = requests.map(({signing}) => signing);
    const challenges = signings.flatMap(({signature: {challenge}}) => challenge ?? []);
    const [kept, limits, used] = await Promise.all([
      findAllKept(transaction, signings),
      this.#parts.rateLimits.judgeOf(transaction, signings),
      this.#parts.challengeUses.usedOf(transaction, challenges),
    ]);
    const results = new Map<SigningRequest, SigningResult>();
    for (const [index, request] of requests.entries()) {
      const {signing} = request;
      const {challenge} = signing.signature;
      const known = kept[index];
      const wait = known ? 0 : limits.waitOf(signing);
      if (known) results.set(request, known);
      else if (wait > 0) results.set(request, new RateLimitReached(Math.ceil(wait / 1000)));
      else if (challenge && used.has(challenge.hash)) results.set(request, new ChallengeUsed());
      else limits.count(signing);
    }
    return results;
  }

  async #put(
    transaction: Transaction,
    requests: readonly SigningRequest[],
  ): Promise<ReadonlyMap<Signing, StoredSignature>> {
    const signings = requests.map(({signing}) => signing);
    this.#parts.rateLimits.put(transaction, signings);
    const [stored] = await Promise.all([
      putSignatures(transaction, signings),
      this.#parts.challengeUses.use(
        transaction,
        signings.flatMap(({signature: {challenge}}) => challenge ?? []),
      ),
    ]);
    this.#parts.mails.enqueue(
      transaction,
      signings.flatMap((signing) => {
        const signature = signing.confirmation === 'email' ? stored.get(signing) : undefined;
        const kind = signature?.isCounted ? 'already-signed' : 'confirmation';
        return signature ? [{signature: signature.id, kind, at: signing.at}] : [];
      }),
    );
    return stored;
  }
}

/** One for each petition; also for one that stays as it is, as the time that it takes would tell. */
function movesOf(requests: readonly SigningRequest[], isCounted: (request: SigningRequest) => boolean): Move[] {
  const moves = new Map<string, Move>();
  for (const request of requests) {
    const {petition, at} = request.signing;
    const by = (moves.get(petition)?.by ?? 0) + (isCounted(request) ? 1 : 0);
    moves.set(petition, {petition, by, at});
  }
  return [...moves.values()];
}

/** In the order in which they came, each is told the total as they made it. */
function answersTo(
  requests: readonly SigningRequest[],
  isCounted: (request: SigningRequest) => boolean,
  changes: readonly CountRevision[],
  moves: readonly Move[],
): ReadonlyMap<SigningRequest, KeptAnswer> {
  const moved = new Map(moves.map(({petition, by}) => [petition, by]));
  const totals = new Map(changes.map(({petition, count}) => [petition, count.total - (moved.get(petition) ?? 0)]));
  const answers = new Map<SigningRequest, KeptAnswer>();
  for (const request of requests) {
    const {petition, digest} = request.signing;
    const total = (totals.get(petition) ?? 0) + (isCounted(request) ? 1 : 0);
    totals.set(petition, total);
    answers.set(request, {...request.answer(total), digest});
  }
  return answers;
}
