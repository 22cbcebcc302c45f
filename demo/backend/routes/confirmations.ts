import {Hono, type Context} from 'hono';
import {
  tokenRequestSchema,
  type ConfirmationAnswer,
  type WithdrawalAnswer,
} from '../../../src/backend/wire-confirmation.ts';
import type {AppEnv} from '../http/app-env.ts';
import {mediaTypeOf, readBody} from '../http/body.ts';
import {allowOnly, preflightAnswer, refuseOtherOrigins} from '../http/cors.ts';
import {readJson} from '../http/json.ts';
import {ProblemError} from '../http/problems.ts';
import type {Services} from '../services.ts';
import type {TokenPurpose, TokenTarget, TokenUse} from '../storage/confirmations.ts';
import {hashOfToken} from '../tokens.ts';

export function confirmationRoutes({storage, now}: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const {confirmations} = storage;

  /** The token's petition decides who may use it, and read the answer. */
  async function targetFor(c: Context<AppEnv>, purpose: TokenPurpose, use: TokenUse): Promise<TokenTarget> {
    const target = await confirmations.findTarget(purpose, use);
    const petition = target && (await storage.findPetition(target.petition));
    if (!petition) throw new ProblemError('token-expired');
    allowOnly(c, petition.definition.allowedOrigins);
    refuseOtherOrigins(c);
    return target;
  }

  async function useFrom(c: Context<AppEnv>): Promise<TokenUse> {
    if (mediaTypeOf(c.env.incoming) !== 'application/json') throw new ProblemError('unsupported-media-type');
    const {token} = readJson(await readBody(c.env.incoming), tokenRequestSchema);
    c.header('Cache-Control', 'no-store');
    return {hash: hashOfToken(token), at: now()};
  }

  routes.options('/v1/confirmations', (c) => preflightAnswer(c, 'POST'));
  routes.post('/v1/confirmations', async (c) => {
    const use = await useFrom(c);
    const {petition} = await targetFor(c, 'confirm', use);
    const count = await confirmations.confirm(use);
    if (!count) throw new ProblemError('token-expired');
    const answer: ConfirmationAnswer = {status: 'counted', petition, count};
    return c.json(answer);
  });

  routes.options('/v1/withdrawals', (c) => preflightAnswer(c, 'POST'));
  routes.post('/v1/withdrawals', async (c) => {
    const use = await useFrom(c);
    await targetFor(c, 'withdraw', use);
    if (!(await confirmations.withdraw(use))) throw new ProblemError('token-expired');
    const answer: WithdrawalAnswer = {status: 'withdrawn'};
    return c.json(answer);
  });

  return routes;
}
