import {createHash} from 'node:crypto';
import {acceptsSignatures} from '../../../src/model/petition.ts';
import type {SignAnswer} from '../../../src/model/outcome.ts';
import type {Signature} from '../../../src/model/signature.ts';
import {ProblemError} from '../http/problems.ts';
import type {PetitionDefinition} from '../petitions/petition-definition.ts';
import {statusAt} from '../petitions/petition-status.ts';
import type {Services} from '../services.ts';
import type {KeptAnswer} from '../storage/storage.ts';
import {accept} from './judge.ts';

const counted = 201;
export const confirmationSent = 202;

export interface SignRequest {
  readonly petition: PetitionDefinition;
  /** The idempotency key. */
  readonly key: string;
  readonly body: Uint8Array;
  /** Of the network, where the request comes from. */
  readonly address: string;
  /** Reads the body, which a repeated request's need not be. */
  readonly read: () => Signature;
}

type SignServices = Pick<Services, 'storage' | 'challenges' | 'signingLimits' | 'now' | 'sendMails'>;

/**
 * Takes a signature. What a key was answered first is its answer for good, even if the petition has
 * been closed since; a refusal is not kept, so that a corrected form may be sent under the same key.
 */
export async function sign(request: SignRequest, services: SignServices): Promise<KeptAnswer> {
  const digest = digestOf(request);
  const answer = await store(request, digest, services).catch((error: unknown) => keptAnswer(request, error, services));
  if (answer.digest !== digest) throw new ProblemError('idempotency-mismatch');
  return answer;
}

/** Where nothing is wrong, the storage finds by itself what the key was answered before. */
async function store(
  {petition, key, address, read}: SignRequest,
  digest: string,
  {storage, challenges, signingLimits, now, sendMails}: SignServices,
): Promise<KeptAnswer> {
  const at = now();
  if (!acceptsSignatures(statusAt(petition, at))) throw new ProblemError('closed');
  const signature = await accept(petition, read(), at, {storage, challenges});
  const {confirmation} = petition.form;
  const limits = signingLimits.of(address, signature.mailbox);
  const signing = {petition: petition.id, key, digest, signature, confirmation, limits, at};
  const answer = await storage.sign(signing, (total) =>
    confirmation === 'email'
      ? answerOf(confirmationSent, {status: 'confirmation-sent'})
      : answerOf(counted, {status: 'counted', count: {total, goal: petition.goal, asOf: at.toISOString()}}),
  );
  if (confirmation === 'email') sendMails();
  return answer;
}

/** What was refused may be the repetition of what was taken before. */
async function keptAnswer(
  {petition, key}: SignRequest,
  refusal: unknown,
  {storage}: SignServices,
): Promise<KeptAnswer> {
  const kept = refusal instanceof ProblemError ? await storage.findAnswer(petition.id, key) : undefined;
  if (!kept) throw refusal;
  return kept;
}

/** Its time is that of the request, also for one who has signed before: the last signature's would tell. */
const answerOf = (status: number, answer: SignAnswer) => ({status, body: JSON.stringify(answer)});

/** Of the body's very bytes; with the key, so that equal bodies can't be told by their digests. */
function digestOf({body, key}: SignRequest): string {
  return createHash('sha256').update(key).update(body).digest('hex');
}
