import * as z from 'zod/mini';
import {countSchema, nonEmpty} from './wire.ts';

/** What the page behind a mail's link hands in, to confirm a signature or to withdraw it. */
export const tokenRequestSchema = z.object({token: nonEmpty});
export type TokenRequest = z.infer<typeof tokenRequestSchema>;

export const confirmationAnswerSchema = z.object({
  status: z.literal('counted'),
  petition: nonEmpty,
  count: countSchema,
});
export type ConfirmationAnswer = z.infer<typeof confirmationAnswerSchema>;

export const withdrawalAnswerSchema = z.object({status: z.literal('withdrawn')});
export type WithdrawalAnswer = z.infer<typeof withdrawalAnswerSchema>;
