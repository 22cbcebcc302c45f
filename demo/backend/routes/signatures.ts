import {randomUUID} from 'node:crypto';
import {Hono, type Context} from 'hono';
import type {Signature} from '../../../src/model/signature.ts';
import {signatureSchema} from '../../../src/backend/wire-signing.ts';
import type {AppEnv} from '../http/app-env.ts';
import {mediaTypeOf, readBody, textOf} from '../http/body.ts';
import {clientAddress} from '../http/client-address.ts';
import {allowOnly, preflightAnswer, refuseOtherOrigins} from '../http/cors.ts';
import {problemOf} from '../http/errors.ts';
import {readJson} from '../http/json.ts';
import {ProblemError} from '../http/problems.ts';
import type {PetitionDefinition} from '../petitions/petition-definition.ts';
import type {Services} from '../services.ts';
import {signatureFromForm} from '../signing/form-signature.ts';
import {idempotencyKey} from '../signing/idempotency-key.ts';
import {confirmationSent, sign} from '../signing/sign.ts';
import {outcomeOf, type SignedOutcome} from '../signing/signed-outcomes.ts';
import {speechFor} from '../spoken-languages.ts';

const path = '/v1/petitions/:id/signatures';
type SignContext = Context<AppEnv, typeof path>;

export function signatureRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  /** The petition to be signed, which from here on decides who may read the answer. */
  async function petitionFor(c: SignContext): Promise<PetitionDefinition> {
    const stored = await services.petitions.find(c.req.param('id'));
    if (!stored) throw new ProblemError('not-found');
    allowOnly(c, stored.definition.allowedOrigins);
    return stored.definition;
  }

  async function signByJson(c: SignContext): Promise<Response> {
    const petition = await petitionFor(c);
    refuseOtherOrigins(c);
    if (mediaTypeOf(c.env.incoming) !== 'application/json') throw new ProblemError('unsupported-media-type');
    const key = idempotencyKey(c.req.header('Idempotency-Key'));
    const body = await readBody(c.env.incoming);
    const address = clientAddress(c, services.trustedProxies);
    const read = (): Signature => readJson(body, signatureSchema);
    const {status, body: answer} = await sign({petition, key, body, address, read}, services);
    return new Response(answer, {
      status,
      headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store'},
    });
  }

  async function signByForm(c: SignContext): Promise<Response> {
    let lang = '';
    try {
      const petition = await petitionFor(c);
      refuseOtherOrigins(c);
      const body = await readBody(c.env.incoming);
      const sent = new URLSearchParams(textOf(body));
      lang = sent.get('lang') ?? '';
      const key = idempotencyKey(sent.get('key') ?? randomUUID());
      const address = clientAddress(c, services.trustedProxies);
      const read = (): Signature => signatureFromForm(sent, petition.form);
      const {status} = await sign({petition, key, body, address, read}, services);
      return signedRedirect(c, status === confirmationSent ? 'confirmation-sent' : 'counted', lang);
    } catch (error) {
      return signedRedirect(c, outcomeOf(problemOf(error, services)), lang);
    }
  }

  routes.options(path, async (c) => {
    await petitionFor(c);
    return preflightAnswer(c, 'POST');
  });
  routes.post(path, (c) =>
    mediaTypeOf(c.env.incoming) === 'application/x-www-form-urlencoded' ? signByForm(c) : signByJson(c),
  );
  return routes;
}

/** Only what is known beforehand goes into the address: nothing of what was sent. */
function signedRedirect(c: SignContext, outcome: SignedOutcome, lang: string): Response {
  const query = new URLSearchParams({outcome, lang: speechFor(lang).lang});
  c.header('Cache-Control', 'no-store');
  return c.redirect(`${c.get('backend')}/signed/${encodeURIComponent(c.req.param('id'))}?${query}`, 303);
}
