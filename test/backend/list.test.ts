import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {petitionListSchema, type PetitionList} from '../../src/backend/wire.ts';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {petition, signature} from './support/fixtures.ts';

const petitions = [
  petition('oldest', {publishedAt: '2020-01-01T00:00:00Z', broughtIn: 50}),
  petition('same-a', {publishedAt: '2021-01-01T00:00:00Z', broughtIn: 10}),
  petition('same-b', {publishedAt: '2021-01-01T02:00:00+02:00', broughtIn: 10}),
  petition('closed', {publishedAt: '2022-01-01T00:00:00Z', broughtIn: 70, status: 'closed'}),
  petition('lapsed', {publishedAt: '2023-01-01T00:00:00Z', broughtIn: 60, closesAt: '2023-02-01T00:00:00Z'}),
];

async function list(backend: TestBackend, query: string): Promise<PetitionList> {
  const answer = await backend.get(`/v1/petitions?${query}`);
  expect(answer.status).toBe(200);
  return v.parse(petitionListSchema, await answer.json());
}

const idsOf = ({items}: PetitionList): string[] => items.map(({id}) => id);

async function allPages(backend: TestBackend, query: string): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    const page: PetitionList = await list(backend, `${query}&cursor=${cursor}`);
    pages.push(idsOf(page));
    cursor = page.nextCursor;
  }
  return pages;
}

describe('the list of petitions', () => {
  it('is sorted by time or by total', async () => {
    const backend = await testBackend({petitions});
    expect(idsOf(await list(backend, ''))).toEqual(['lapsed', 'closed', 'same-b', 'same-a', 'oldest']);
    expect(idsOf(await list(backend, 'sort=newest'))).toEqual(['lapsed', 'closed', 'same-b', 'same-a', 'oldest']);
    const bySigned = ['closed', 'lapsed', 'oldest', 'same-b', 'same-a'];
    expect(idsOf(await list(backend, 'sort=most-signed'))).toEqual(bySigned);
    expect((await backend.sign(signature('a@water.example'), {petition: 'same-a'})).status).toBe(201);
    expect(idsOf(await list(backend, 'sort=most-signed')).at(-1)).toBe('same-b');
  });

  it.each(['newest', 'most-signed'])('comes in pages that hold each petition once: %s', async (sort) => {
    const backend = await testBackend({petitions});
    const whole = idsOf(await list(backend, `sort=${sort}`));
    for (const limit of [1, 2, 3, 5, 100]) {
      const pages = await allPages(backend, `sort=${sort}&limit=${limit}`);
      expect(pages.flat()).toEqual(whole);
      expect(pages.length).toBe(Math.ceil(whole.length / limit));
    }
  });

  it('is narrowed by status, as it is now, and by organization', async () => {
    const backend = await testBackend({petitions});
    expect(idsOf(await list(backend, 'status=open'))).toEqual(['same-b', 'same-a', 'oldest']);
    expect(idsOf(await list(backend, 'status=closed'))).toEqual(['lapsed', 'closed']);
    expect(await allPages(backend, 'status=closed&limit=1')).toEqual([['lapsed'], ['closed']]);
    expect(idsOf(await list(backend, 'status=victory'))).toEqual([]);
    expect(idsOf(await list(backend, 'organization=clean-water')).length).toBe(5);
    expect(await list(backend, 'organization=none')).toEqual({items: []});
    expect(idsOf(await list(backend, 'organization=&status=&lang=&sort=&limit=&cursor=')).length).toBe(5);
  });

  it('gives summaries in the asked language, which each has or falls back from', async () => {
    const english = petition('english', {texts: {en: {title: 'English', summary: 'S', body: 'B'}}});
    const backend = await testBackend({petitions: [petition('both'), english]});
    const answer = await backend.get('/v1/petitions?lang=fr-CA');
    const {items} = v.parse(v.object({items: v.array(v.record(v.string(), v.unknown()))}), await answer.json());
    expect(items.map(({id, lang, title}) => [id, lang, title])).toEqual([
      ['english', 'en', 'English'],
      ['both', 'fr', 'Sauvez la rivière'],
    ]);
    for (const item of items) {
      expect(item).not.toHaveProperty('body');
      expect(item).not.toHaveProperty('links');
      expect(item).not.toHaveProperty('form');
    }
  });

  it('is cached like a petition', async () => {
    const backend = await testBackend({petitions});
    const first = await backend.get('/v1/petitions');
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=300');
    const etag = first.headers.get('ETag') ?? '';
    expect((await backend.get('/v1/petitions', {'If-None-Match': etag})).status).toBe(304);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=ten', 'limit'],
    ['status=lost', 'status'],
    ['sort=oldest', 'sort'],
    ['cursor=nonsense', 'cursor'],
    [`cursor=${btoa('{}')}`, 'cursor'],
    [`cursor=${btoa('{"sort":"most-signed","total":"1","id":"a"}')}`, 'cursor'],
    [`cursor=${btoa('{"sort":"most-signed","total":1,"id":"a"}')}`, 'cursor'],
  ])('refuses %s', async (query, field) => {
    const backend = await testBackend({petitions});
    const problem = await expectProblem(await backend.get(`/v1/petitions?${query}`), 422, 'invalid');
    expect(problem.errors).toEqual([{field, code: 'invalid'}]);
  });

  it('names every parameter that is wrong', async () => {
    const backend = await testBackend({petitions});
    const problem = await expectProblem(await backend.get('/v1/petitions?limit=x&status=x'), 422, 'invalid');
    expect(problem.errors?.map(({field}) => field)).toEqual(['status', 'limit']);
  });
});
