import * as v from 'valibot';
import {countSchema} from './wire.ts';
import {nonEmpty} from './wire-values.ts';

/** What the page behind a mail's link hands in, to confirm a signature or to withdraw it. */
export const tokenRequestSchema = v.object({token: nonEmpty});
export type TokenRequest = v.InferOutput<typeof tokenRequestSchema>;

export const confirmationAnswerSchema = v.object({
  status: v.literal('counted'),
  petition: nonEmpty,
  count: countSchema,
});
export type ConfirmationAnswer = v.InferOutput<typeof confirmationAnswerSchema>;

export const withdrawalAnswerSchema = v.object({status: v.literal('withdrawn')});
export type WithdrawalAnswer = v.InferOutput<typeof withdrawalAnswerSchema>;
