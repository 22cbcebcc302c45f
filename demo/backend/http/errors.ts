import type {Services} from '../services.ts';
import {logError} from '../log.ts';
import {ChallengeUsed} from '../storage/challenge-uses.ts';
import {RateLimitReached} from '../storage/rate-limits.ts';
import {StorageUnavailable} from '../storage/storage.ts';
import {ProblemError} from './problems.ts';

/** What an error is to the one who asked. What is no fault of theirs is logged. */
export function problemOf(error: unknown, {log}: Pick<Services, 'log'>): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RateLimitReached) {
    return new ProblemError('too-many-requests', {retryAfter: error.retryAfter});
  }
  if (error instanceof ChallengeUsed) {
    return new ProblemError('invalid', {errors: [{field: 'challenge', code: 'invalid'}]});
  }
  if (error instanceof StorageUnavailable) {
    logError(log, error, error.message);
    return new ProblemError('unavailable');
  }
  logError(log, error);
  return new ProblemError('failed');
}
