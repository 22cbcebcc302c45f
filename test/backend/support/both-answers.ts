import {expect} from 'vitest';
import type {LiveListener} from '../../../src/backend/client.ts';
import {toJson} from '../../../src/internal/json.ts';
import type {Count} from '../../../src/model/count.ts';
import {failure, problem, type Result, type SignAnswer, success} from '../../../src/model/outcome.ts';
import type {Signature} from '../../../src/model/signature.ts';
import type {FieldErrorCode} from '../../../src/model/vocabulary.ts';
import {id, type Side, signatureOf} from './both-backends.ts';

export const never = new AbortController().signal;

/** Any time, in UTC. */
export const time: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

export const newKey = (): string => crypto.randomUUID();

export const sign = ({client}: Pick<Side, 'client'>, signature: Signature, key = newKey()) =>
  client.sign(id, signature, key);

export const counted = (total: number): Result<unknown> =>
  success({status: 'counted', count: {total, goal: 7500, asOf: time}});

export const confirmationSent: Result<SignAnswer> = success({status: 'confirmation-sent'});

export type Mistake = readonly [field: string, code: FieldErrorCode];

export const refused = (...mistakes: readonly Mistake[]): Result<never> =>
  failure(problem('invalid', {errors: mistakes.map(([field, code]) => ({field, code}))}));

export async function expectTotal({client}: Side, total: number): Promise<void> {
  expect(await client.count(id, never)).toMatchObject({ok: true, value: {total}});
}

/** Something as it travels. */
export const sent = (value: unknown): unknown => JSON.parse(toJson(value));

interface Heard extends LiveListener {
  /** What was heard, in order, by the listener's methods. */
  readonly calls: readonly string[];
  readonly counts: readonly Count[];
}

/** One who notes what a stream tells. */
export function listener(): Heard {
  const calls: string[] = [];
  const counts: Count[] = [];
  return {
    calls,
    counts,
    alive: () => calls.push('alive'),
    supporter: () => calls.push('supporter'),
    count: (count) => {
      calls.push('count');
      counts.push(count);
    },
  };
}

export const totalsOf = ({counts}: Heard): number[] => counts.map(({total}) => total);

/** Whatever can be asked for, asked for at once; a stream's end is told as the others' failures are. */
export const askedForAll = ({client}: Pick<Side, 'client'>, petition = id): Promise<unknown[]> =>
  Promise.all([
    client.petition(petition, 'en', never),
    client.count(petition, never),
    client.sign(petition, signatureOf('ada@example.org'), newKey()),
    client.challenge(never),
    client.live(petition, never, listener()).then(failure),
  ]);
