/** A solved proof of work, which is good for one signature. */
export interface SolvedChallenge {
  /** What it is recognised by. */
  readonly hash: string;
  readonly expiresAt: Date;
}

/** Nothing was stored: the proof of work has been used for another signature. */
export class ChallengeUsed extends Error {
  override readonly name = 'ChallengeUsed';
}
