import {parsedJson} from '../../src/backend/parsed-json.ts';
import {readAs} from '../../src/backend/wire.ts';
import {signatureSchema} from '../../src/backend/wire-signing.ts';
import {toJson} from '../../src/internal/json.ts';
import {mailboxOf} from '../../src/model/mailbox.ts';
import {failure, problem, type Result, type SignAnswer, success} from '../../src/model/outcome.ts';
import {acceptsSignatures} from '../../src/model/petition.ts';
import type {Signature} from '../../src/model/signature.ts';
import type {PetitionStatus} from '../../src/model/vocabulary.ts';
import {judge, type Standard} from './fake-judgement.ts';
import {solvedBy} from './fake-proofs.ts';

interface SigningPetition extends Standard {
  readonly status: PetitionStatus;
  /** @param isNew whether it is the first of its mailbox */
  readonly answer: (isNew: boolean) => SignAnswer;
}

interface KeptAnswer {
  readonly body: string;
  readonly answer: SignAnswer;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Takes signatures as the protocol has it: under each key one, and each mailbox and each proof of work once. */
export class SignatureBook {
  /** What was taken, by idempotency key. */
  readonly taken = new Map<string, Signature>();
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #mailboxes = new Set<string>();
  readonly #proofs = new Set<string>();

  async take(signature: Signature, key: string, petition: SigningPetition): Promise<Result<SignAnswer>> {
    const {status, form, answer} = petition;
    if (!uuid.test(key.toLowerCase())) return failure(problem('malformed'));
    const proof = form.challenge && signature.challenge ? await solvedBy(signature.challenge) : undefined;
    const body = toJson(signature);
    const kept = this.#answers.get(key.toLowerCase());
    if (kept) return kept.body === body ? success(kept.answer) : failure(problem('idempotency-mismatch'));
    if (!acceptsSignatures(status)) return failure(problem('closed'));
    if (!readAs(signatureSchema, parsedJson(body))) return failure(problem('malformed'));
    const hasProof = proof !== undefined && !this.#proofs.has(proof);
    const {errors, answers} = judge(signature, petition, hasProof);
    if (errors.length > 0) return failure(problem('invalid', {errors}));
    if (proof !== undefined) this.#proofs.add(proof);
    const given = answer(this.#isNew(answers['email']));
    this.#answers.set(key.toLowerCase(), {body, answer: given});
    this.taken.set(key, signature);
    return success(given);
  }

  /** Where no address is asked for, nothing tells that somebody has signed before. */
  #isNew(email: string | undefined): boolean {
    if (email === undefined) return true;
    const mailbox = mailboxOf(email);
    const isNew = !this.#mailboxes.has(mailbox);
    this.#mailboxes.add(mailbox);
    return isNew;
  }
}
