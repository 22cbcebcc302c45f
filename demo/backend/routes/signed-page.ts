import {Hono} from 'hono';
import {html} from 'hono/html';
import type {AppEnv} from '../http/app-env.ts';
import {ProblemError} from '../http/problems.ts';
import {pageAnswer, petitionLink, petitionName} from '../pages/page.ts';
import type {Services} from '../services.ts';
import {signedOutcomes} from '../signing/signed-outcomes.ts';
import {speechFor} from '../spoken-languages.ts';

/** Tells a person without JavaScript how their signing went, and everyone what their mail's link has done. */
export function signedPageRoutes({storage}: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/signed/:id', async (c) => {
    const outcome = signedOutcomes.find((each) => each === c.req.query('outcome'));
    if (!outcome) throw new ProblemError('not-found');
    const speech = speechFor(c.req.query('lang'));
    const {lang, texts} = speech;
    const petition = await storage.findPetition(c.req.param('id'));
    const petitionPart = petition && [petitionName(petition, lang), petitionLink(petition, texts['signed.back'])];
    return pageAnswer(c, {
      speech,
      title: texts[`signed.${outcome}.title`],
      content: html`<p>${texts[`signed.${outcome}.text`]}</p>${petitionPart ?? ''}`,
      status: petition ? 200 : 404,
    });
  });
  return routes;
}
