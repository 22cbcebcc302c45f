import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {petitionSchema, type Petition} from '../../src/backend/wire.ts';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {organization, petition, river, signature} from './support/fixtures.ts';

async function read(backend: TestBackend, path: string): Promise<Petition> {
  const answer = await backend.get(`/v1/petitions/${path}`);
  expect(answer.status).toBe(200);
  return v.parse(petitionSchema, await answer.json());
}

describe('reading a petition', () => {
  it('gives all of it, in one language', async () => {
    const backend = await testBackend({now: () => new Date('2026-11-01T00:00:00Z')});
    expect(await read(backend, river.id)).toEqual({
      id: river.id,
      url: river.url,
      status: 'open',
      organization,
      publishedAt: river.publishedAt,
      targets: river.targets,
      lang: 'en',
      languages: ['en', 'fr', 'ug-Arab', 'ug-Latn'],
      title: 'Save the river',
      summary: 'It is drying up.',
      body: 'Long text.',
      image: {src: `${backend.url}/images/river.svg`, alt: 'A dry riverbed', width: 1200, height: 675},
      links: river.links,
      count: {total: 100, goal: 500, asOf: '2026-11-01T00:00:00.000Z'},
      form: {
        ...river.form,
        consents: [
          {name: 'processing', kind: 'checkbox', required: true, textId: 'processing-1', text: 'Yes, process it.'},
          {name: 'updates', kind: 'checkbox', required: false, textId: 'updates-1', text: 'News'},
        ],
      },
    });
  });

  it('leaves out what is not there', async () => {
    const backend = await testBackend({petitions: [petition('bare')]});
    const answer = await backend.get('/v1/petitions/bare');
    const text = await answer.text();
    expect(text).not.toContain('null');
    const bare = v.parse(petitionSchema, JSON.parse(text));
    expect(Object.keys(bare)).not.toContain('image');
    expect(Object.keys(bare)).not.toContain('outcome');
    expect(Object.keys(bare.count)).toEqual(['total', 'asOf']);
  });

  it('gives an image in all its widths, by whole addresses', async () => {
    const srcset = [{src: '/images/river-640.png', width: 640}];
    const image = {src: '/images/river.svg', width: 1200, height: 675, srcset};
    const backend = await testBackend({petitions: [{...river, id: 'wide', image}]});
    expect((await read(backend, 'wide')).image?.srcset).toEqual([
      {src: `${backend.url}/images/river-640.png`, width: 640},
    ]);
  });

  it('describes an image in the first language where its own has no description', async () => {
    const backend = await testBackend();
    expect((await read(backend, `${river.id}?lang=fr`)).image?.alt).toBe('A dry riverbed');
  });

  it('says what came of it in the language of the answer only', async () => {
    const texts = {
      en: {title: 'Won', summary: '', body: '', outcome: 'The law was withdrawn.'},
      fr: {title: 'Gagné', summary: '', body: ''},
    };
    const backend = await testBackend({petitions: [petition('won', {status: 'victory', texts})]});
    expect(await read(backend, 'won')).toMatchObject({status: 'victory', outcome: 'The law was withdrawn.'});
    expect((await read(backend, 'won?lang=fr')).outcome).toBe(undefined);
  });

  it('closes a petition when its time has come', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const petitions = [petition('timed', {closesAt: '2026-01-01T03:00:00+02:00'})];
    const backend = await testBackend({petitions, now: () => now});
    expect((await read(backend, 'timed')).status).toBe('open');
    now = new Date('2026-01-01T01:00:00Z');
    expect((await read(backend, 'timed')).status).toBe('closed');
    await expectProblem(await backend.sign(signature('a@water.example'), {petition: 'timed'}), 409, 'closed');
  });

  it('makes addresses absolute below the address that the world knows', async () => {
    const backend = await testBackend({publicUrl: 'https://petitions.example/api/'});
    expect((await read(backend, river.id)).image?.src).toBe('https://petitions.example/api/images/river.svg');
    const problem = v.parse(v.object({type: v.string()}), await (await backend.get('/v1/petitions/none')).json());
    expect(problem.type).toBe('https://petitions.example/api/problems/not-found');
  });

  it('knows no other petition', async () => {
    const backend = await testBackend();
    await expectProblem(await backend.get('/v1/petitions/none'), 404, 'not-found');
    await expectProblem(await backend.get('/v1/petitions/none/count'), 404, 'not-found');
    await expectProblem(await backend.get("/v1/petitions/'%20OR%201=1--"), 404, 'not-found');
    await expectProblem(await backend.get('/v1/petitions/%E0%A4%A'), 404, 'not-found');
  });
});

describe('caching', () => {
  it('of a petition: 304 until something in it changes', async () => {
    const backend = await testBackend();
    const path = `/v1/petitions/${river.id}?lang=fr`;
    const first = await backend.get(path);
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=300');
    const etag = first.headers.get('ETag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);

    const second = await backend.get(path, {'If-None-Match': etag});
    expect(second.status).toBe(304);
    expect(await second.text()).toBe('');
    expect(second.headers.get('ETag')).toBe(etag);
    expect(second.headers.get('Content-Language')).toBe('fr');

    const other = await backend.get(`/v1/petitions/${river.id}`, {'If-None-Match': etag});
    expect(other.status).toBe(200);
    await backend.sign(signature('a@water.example'));
    expect((await backend.get(path, {'If-None-Match': etag})).status).toBe(200);
  });

  it('of a count: a strong ETag, 304 while the total stays', async () => {
    const backend = await testBackend();
    const path = `/v1/petitions/${river.id}/count`;
    const first = await backend.get(path);
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=2, stale-while-revalidate=30, stale-if-error=300');
    const etag = first.headers.get('ETag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await backend.get(path);
    expect(again.headers.get('ETag')).toBe(etag);
    expect(await again.text()).toBe(await first.text());

    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      expect((await backend.get(path, {'If-None-Match': known})).status).toBe(304);
    }
    expect((await backend.get(path, {'If-None-Match': '"other"'})).status).toBe(200);

    await backend.sign(signature('a@water.example'));
    const moved = await backend.get(path, {'If-None-Match': etag});
    expect(moved.status).toBe(200);
    expect(await moved.json()).toMatchObject({total: 101, goal: 500});
  });

  it('answers HEAD like GET, without the body', async () => {
    const backend = await testBackend();
    const answer = await fetch(`${backend.url}/v1/petitions/${river.id}/count`, {method: 'HEAD'});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('ETag')).not.toBe(null);
    expect(await answer.text()).toBe('');
  });

  it('compresses what is worth it, under an ETag of its own', async () => {
    const body = 'A long text. '.repeat(300);
    const texts = {en: {title: 'Long', summary: '', body}};
    const backend = await testBackend({petitions: [petition('long', {texts})]});
    const etags = new Set<string | null>();
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['identity', null],
    ] as const) {
      const answer = await backend.get('/v1/petitions/long', {'Accept-Encoding': accepted});
      expect(answer.headers.get('Content-Encoding')).toBe(encoding);
      expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
      expect(v.parse(petitionSchema, await answer.json()).body).toBe(body);
      etags.add(answer.headers.get('ETag'));
    }
    expect(etags.size).toBe(3);
  });
});
