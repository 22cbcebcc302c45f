import {createHash, randomInt} from 'node:crypto';
import {createChallenge, verifySolution} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';
import * as v from 'valibot';
import {finite} from '../../../src/backend/wire-signing.ts';
import type {Challenge} from '../../../src/model/challenge.ts';
import type {SolvedChallenge} from '../storage/challenge-uses.ts';

const minutes = 60 * 1000;
const lifetime = 20 * minutes;

/** One try: 1.2 ms on a thread of a present-day server. */
const algorithm = 'PBKDF2/SHA-256';
const cost = 5000;

/**
 * The number to be found is drawn from this range, so that solving takes 0.6 s on average there and
 * never more than twice that. A higher first number would cost persons time and scripts none, as those
 * would begin to try at it.
 */
const mostTries = 1000;

export interface ChallengeSecrets {
  readonly signature: string;
  /** With it a solution is verified without trying: by a hash, not by a derivation of its key. */
  readonly key: string;
}

/** What a solver sends, in base64; members that are not signed are dropped. */
const payloadSchema = v.object({
  challenge: v.object({
    parameters: v.object({
      algorithm: v.string(),
      nonce: v.string(),
      salt: v.string(),
      cost: finite,
      keyLength: finite,
      keyPrefix: v.string(),
      keySignature: v.string(),
      expiresAt: finite,
    }),
    signature: v.string(),
  }),
  solution: v.object({counter: finite, derivedKey: v.string()}),
});

/** Proofs of work as ALTCHA has them. None is kept: each is known again by its signature. */
export class Challenges {
  readonly #secrets: ChallengeSecrets;

  constructor(secrets: ChallengeSecrets) {
    this.#secrets = secrets;
  }

  async create(at: Date): Promise<Challenge> {
    const {parameters, signature} = await createChallenge({
      algorithm,
      cost,
      counter: randomInt(1, mostTries + 1),
      deriveKey,
      expiresAt: Math.floor((at.getTime() + lifetime) / 1000),
      hmacSignatureSecret: this.#secrets.signature,
      hmacKeySignatureSecret: this.#secrets.key,
    });
    return {parameters: {...parameters}, signature};
  }

  /** Undefined: not one of ours, not solved, or expired. */
  async verify(payload: string, at: Date): Promise<SolvedChallenge | undefined> {
    const {challenge, solution} = read(payload) ?? {};
    if (!challenge || !solution) return undefined;
    const expiresAt = new Date(challenge.parameters.expiresAt * 1000);
    if (!(at < expiresAt)) return undefined;
    const {verified} = await verifySolution({
      challenge,
      solution,
      deriveKey,
      hmacSignatureSecret: this.#secrets.signature,
      hmacKeySignatureSecret: this.#secrets.key,
    });
    return verified
      ? {hash: createHash('sha256').update(challenge.signature).digest('base64url'), expiresAt}
      : undefined;
  }
}

function read(payload: string): v.InferOutput<typeof payloadSchema> | undefined {
  try {
    return v.parse(payloadSchema, JSON.parse(Buffer.from(payload, 'base64').toString()));
  } catch {
    return undefined;
  }
}
