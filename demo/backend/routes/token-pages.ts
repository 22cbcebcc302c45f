import {Hono, type Context} from 'hono';
import {html} from 'hono/html';
import type {AppEnv} from '../http/app-env.ts';
import {mediaTypeOf, readBody, textOf} from '../http/body.ts';
import {problemOf} from '../http/errors.ts';
import {ProblemError} from '../http/problems.ts';
import {pageAnswer, petitionName} from '../pages/page.ts';
import type {Services} from '../services.ts';
import type {SignedOutcome} from '../signing/signed-outcomes.ts';
import {speechFor, type Speech} from '../spoken-languages.ts';
import type {TokenPurpose, TokenTarget} from '../storage/confirmations.ts';
import {hashOfToken} from '../tokens.ts';

/** Where a mail's link leads to, relative to the backend's address, and what its page says once that is done. */
const pages = [
  {path: 'confirm', purpose: 'confirm', done: 'counted'},
  {path: 'withdraw', purpose: 'withdraw', done: 'withdrawn'},
] as const satisfies readonly {path: string; purpose: TokenPurpose; done: SignedOutcome}[];
type TokenPage = (typeof pages)[number];

interface Link {
  readonly token: string;
  readonly speech: Speech;
  readonly target: TokenTarget;
}

/** The pages behind a mail's links: each has one button, as mail scanners open links, but press nothing. */
export function tokenPageRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const {storage, now} = services;

  const linkFrom = async (purpose: TokenPurpose, sent: URLSearchParams): Promise<Link | undefined> => {
    const token = sent.get('token') ?? '';
    const target = await storage.confirmations.findTarget(purpose, {hash: hashOfToken(token), at: now()});
    return target && {token, target, speech: speechFor(target.signature?.lang ?? sent.get('lang') ?? undefined)};
  };

  async function show(c: Context<AppEnv>, {path, purpose, done}: TokenPage): Promise<Response> {
    const sent = new URL(c.req.url).searchParams;
    const link = await linkFrom(purpose, sent);
    if (!link) return closingPage(c, 'expired', sent);
    if (isDone(purpose, link.target)) return doneRedirect(c, done, link);
    const petition = await storage.findPetition(link.target.petition);
    const {lang, texts} = link.speech;
    return pageAnswer(c, {
      speech: link.speech,
      title: texts[`page.${purpose}.title`],
      hasForm: true,
      content: html`${petition ? petitionName(petition, lang) : ''}
<p>${texts[`page.${purpose}.text`]}</p>
<form method="post" action="${path}">
<input type="hidden" name="token" value="${link.token}">
<input type="hidden" name="lang" value="${lang}">
<button>${texts[`page.${purpose}.button`]}</button>
</form>`,
    });
  }

  async function act(c: Context<AppEnv>, {purpose, done}: TokenPage): Promise<Response> {
    if (mediaTypeOf(c.env.incoming) !== 'application/x-www-form-urlencoded') {
      throw new ProblemError('unsupported-media-type');
    }
    const sent = new URLSearchParams(textOf(await readBody(c.env.incoming)));
    try {
      const link = await linkFrom(purpose, sent);
      if (!link) return await closingPage(c, 'expired', sent);
      const outcome = await storage.confirmations[purpose]({hash: hashOfToken(link.token), at: now()});
      // It may have been withdrawn in the meantime.
      return outcome ? doneRedirect(c, done, link) : await closingPage(c, 'expired', sent);
    } catch (error) {
      // Logs what is no fault of the reader's.
      problemOf(error, services);
      return closingPage(c, 'unavailable', sent);
    }
  }

  for (const page of pages) {
    routes.get(`/${page.path}`, (c) => show(c, page));
    routes.post(`/${page.path}`, (c) => act(c, page));
  }
  return routes;
}

function isDone(purpose: TokenPurpose, {signature}: TokenTarget): boolean {
  return purpose === 'confirm' ? signature?.isCounted === true : signature === undefined;
}

/** Relative to the page's own address, which a proxy may know under another name. */
function doneRedirect(c: Context<AppEnv>, outcome: SignedOutcome, {speech, target}: Link): Response {
  const query = new URLSearchParams({outcome, lang: speech.lang});
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  return c.redirect(`signed/${encodeURIComponent(target.petition)}?${query}`, 303);
}

const closings = {expired: 410, unavailable: 503} as const;

async function closingPage(c: Context<AppEnv>, kind: keyof typeof closings, sent: URLSearchParams): Promise<Response> {
  const speech = speechFor(sent.get('lang') ?? undefined);
  return pageAnswer(c, {
    speech,
    title: speech.texts[`page.${kind}.title`],
    content: html`<p>${speech.texts[`page.${kind}.text`]}</p>`,
    status: closings[kind],
  });
}
