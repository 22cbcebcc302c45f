import {Hono, type Context} from 'hono';
import type {PetitionList} from '../../../src/backend/wire.ts';
import type {AppEnv} from '../http/app-env.ts';
import {cacheableJson} from '../http/cacheable.ts';
import {ProblemError} from '../http/problems.ts';
import {cursorAfter, listParameters} from '../petitions/list-parameters.ts';
import {petitionOf, summaryOf, type Reader} from '../petitions/petition-view.ts';
import type {Services} from '../services.ts';

const petitionCaching = 'public, max-age=30, stale-while-revalidate=300';

export function petitionRoutes({storage, petitions, board, now}: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  const readerOf = (c: Context<AppEnv>, lang: string | undefined): Reader => ({
    lang,
    backend: c.get('backend'),
    at: now(),
  });

  routes.get('/v1/petitions', async (c) => {
    const {lang, query} = listParameters(c.req.query());
    const found = await storage.listPetitions({...query, limit: query.limit + 1, at: now()});
    const page = found.slice(0, query.limit);
    const last = found.length > page.length ? page.at(-1) : undefined;
    const list: PetitionList = {
      items: page.map((petition) => summaryOf(petition, readerOf(c, lang))),
      nextCursor: last && cursorAfter(last, query.sort),
    };
    c.header('Cache-Control', petitionCaching);
    return cacheableJson(c, list);
  });

  routes.get('/v1/petitions/:id', async (c) => {
    const id = c.req.param('id');
    const [stored, count] = await Promise.all([petitions.find(id), board.find(id)]);
    if (!stored || !count) throw new ProblemError('not-found');
    const petition = petitionOf({...stored, count: count.count}, readerOf(c, c.req.query('lang')));
    c.header('Cache-Control', petitionCaching);
    c.header('Content-Language', petition.lang);
    return cacheableJson(c, petition);
  });

  return routes;
}
