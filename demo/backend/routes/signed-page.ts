import {Hono} from 'hono';
import {html} from 'hono/html';
import type {AppEnv} from '../http/app-env.ts';
import {ProblemError} from '../http/problems.ts';
import {pageAnswer, petitionLink, petitionName} from '../pages/page.ts';
import type {Services} from '../services.ts';
import {signedTexts} from '../signing/signed-outcomes.ts';
import {speechFor} from '../spoken-languages.ts';

/** Tells a person without JavaScript how their signing went, and everyone what their mail's link has done. */
export function signedPageRoutes({storage}: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/signed/:id', async (c) => {
    const speech = speechFor(c.req.query('lang'));
    const {back, outcomes} = signedTexts[speech.lang];
    const asked = Object.entries(outcomes).find(([outcome]) => outcome === c.req.query('outcome'));
    if (!asked) throw new ProblemError('not-found');
    const [, {title, text}] = asked;
    const petition = await storage.findPetition(c.req.param('id'));
    const petitionPart = petition && [petitionName(petition, speech.lang), petitionLink(petition, back)];
    return pageAnswer(c, {
      speech,
      title,
      content: html`<p>${text}</p>${petitionPart ?? ''}`,
      status: petition ? 200 : 404,
    });
  });
  return routes;
}
