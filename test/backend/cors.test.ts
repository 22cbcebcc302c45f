import {describe, expect, it} from 'vitest';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {petition, river, signature} from './support/fixtures.ts';

const partner = 'https://partner.example';
const stranger = 'https://stranger.example';
const allowOrigin = 'Access-Control-Allow-Origin';

const preflight = (backend: TestBackend, path: string, origin: string): Promise<Response> =>
  fetch(backend.url + path, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type,idempotency-key',
    },
  });

describe('reading from another site', () => {
  it.each([
    `/v1/petitions/${river.id}`,
    `/v1/petitions/${river.id}/count`,
    '/v1/petitions',
    '/v1/petitions/none',
    '/v1/petitions?limit=x',
    '/healthz',
    '/nothing-here.js',
  ])('is for any: %s', async (path) => {
    const backend = await testBackend();
    const answer = await backend.get(path, {Origin: stranger});
    expect(answer.headers.get(allowOrigin)).toBe('*');
    expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('ETag, Retry-After, Content-Language');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBe(null);
    expect(answer.headers.get('Set-Cookie')).toBe(null);
  });

  it('may ask with If-None-Match', async () => {
    const backend = await testBackend();
    const answer = await preflight(backend, `/v1/petitions/${river.id}/count`, stranger);
    expect(answer.status).toBe(204);
    expect(answer.headers.get(allowOrigin)).toBe('*');
    expect(answer.headers.get('Access-Control-Allow-Methods')).toContain('GET');
    expect(answer.headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('if-none-match');
  });

  it('shows a 304 as well', async () => {
    const backend = await testBackend();
    const answer = await backend.get(`/v1/petitions/${river.id}`, {'If-None-Match': '*', Origin: stranger});
    expect(answer.status).toBe(304);
    expect(answer.headers.get(allowOrigin)).toBe('*');
  });
});

describe('signing from another site', () => {
  it('is for any by default', async () => {
    const backend = await testBackend();
    const asked = await preflight(backend, `/v1/petitions/${river.id}/signatures`, stranger);
    expect(asked.status).toBe(204);
    expect(asked.headers.get(allowOrigin)).toBe('*');
    expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('POST');
    expect(asked.headers.get('Access-Control-Max-Age')).toBe('86400');
    const allowed = asked.headers.get('Access-Control-Allow-Headers')?.toLowerCase().split(', ');
    expect(allowed).toEqual(['content-type', 'idempotency-key', 'if-none-match', 'last-event-id']);
    expect(asked.headers.get('Access-Control-Allow-Credentials')).toBe(null);

    const answer = await backend.sign(signature('a@water.example'), {headers: {Origin: stranger}});
    expect(answer.status).toBe(201);
    expect(answer.headers.get(allowOrigin)).toBe('*');
    const refused = await backend.sign('no JSON', {headers: {Origin: stranger}});
    expect(refused.headers.get(allowOrigin)).toBe('*');
  });

  it('is for the sites of the petition’s choice', async () => {
    const backend = await testBackend({petitions: [petition('ours', {allowedOrigins: [partner]})]});
    const path = '/v1/petitions/ours/signatures';
    for (const [origin, allowed] of [
      [partner, partner],
      [backend.url, backend.url],
      [stranger, null],
      ['null', null],
      [`${partner}.evil.example`, null],
    ] as const) {
      const asked = await preflight(backend, path, origin);
      expect(asked.headers.get(allowOrigin)).toBe(allowed);
      expect(asked.headers.get('Vary')).toBe('Origin');
    }

    const sent = signature('a@water.example');
    const answer = await backend.sign(sent, {petition: 'ours', headers: {Origin: partner}});
    expect(answer.status).toBe(201);
    expect(answer.headers.get(allowOrigin)).toBe(partner);
    const invalid = await backend.sign(signature('x'), {petition: 'ours', headers: {Origin: partner}});
    expect(invalid.status).toBe(422);
    expect(invalid.headers.get(allowOrigin)).toBe(partner);
    // Reading stays open to all.
    expect((await backend.get('/v1/petitions/ours', {Origin: stranger})).headers.get(allowOrigin)).toBe('*');
  });

  it('is refused to the others, who could post a plain form without asking', async () => {
    const backend = await testBackend({petitions: [petition('ours', {allowedOrigins: [partner]})]});
    const sent = signature('a@water.example');
    const refused = await backend.sign(sent, {petition: 'ours', headers: {Origin: stranger}});
    expect(refused.headers.get(allowOrigin)).toBe(null);
    await expectProblem(refused, 403, 'origin-not-allowed');
    const form = await fetch(`${backend.url}/v1/petitions/ours/signatures`, {
      method: 'POST',
      redirect: 'manual',
      headers: {Origin: stranger},
      body: new URLSearchParams({...sent.fields, 'consent.processing': 'on'}),
    });
    expect(form.headers.get('Location')).toContain('outcome=unavailable');
    expect((await backend.count('ours')).total).toBe(100);
    // What is no browser sends no origin.
    expect((await backend.sign(sent, {petition: 'ours'})).status).toBe(201);
  });
});
