import {describe, expect, it, vi} from 'vitest';
import {laterCount, progressOf} from '../../src/model/count.ts';
import {backendProblems, problem, slugOf} from '../../src/model/outcome.ts';
import {acceptsSignatures} from '../../src/model/petition.ts';
import {newIdempotencyKey} from '../../src/model/signature.ts';
import {webUrl} from '../../src/model/web-url.ts';

describe('the count to show', () => {
  const count = (total: number, goal = 100): {total: number; goal: number; asOf: string} => ({
    total,
    goal,
    asOf: '2026-11-22T00:00:00Z',
  });

  it('is the first that is known', () => {
    expect(laterCount(undefined, count(0))).toEqual(count(0));
  });

  it('never goes backwards', () => {
    const [five, six] = [count(5), count(6)];
    expect(laterCount(six, five)).toBe(six);
    expect(laterCount(five, six)).toBe(six);
  });

  it('is the newer of two with the same total, for its goal', () => {
    const older = {...count(5, 300), asOf: '2026-11-21T23:59:59Z'};
    expect(laterCount(count(5, 100), count(5, 200)).goal).toBe(200);
    expect(laterCount(count(5, 100), older).goal).toBe(100);
  });

  it('stays the same where nothing new is said', () => {
    const known = count(5);
    expect(laterCount(known, count(5))).toBe(known);
  });
});

describe('the way to the goal', () => {
  it.each([
    [0, 100, 0],
    [50, 100, 0.5],
    [100, 100, 1],
    [150, 100, 1],
    [-5, 100, 0],
    [0, 0, 1],
    [5, 0, 1],
  ])('with %i of %i is %d', (total, goal, progress) => {
    expect(progressOf(total, goal)).toBe(progress);
  });
});

describe('the reason of an error answer', () => {
  it.each([
    [400, 'malformed'],
    [404, 'not-found'],
    [409, 'closed'],
    [410, 'token-expired'],
    [413, 'too-large'],
    [415, 'unsupported-media-type'],
    [422, 'invalid'],
    [429, 'too-many-requests'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [500, 'failed'],
    [401, 'failed'],
    [418, 'failed'],
  ])('%i stands for %s', (status, slug) => {
    expect(slugOf(status, undefined)).toBe(slug);
    expect(slugOf(status, 'nobody-knows')).toBe(slug);
  });

  it('is what the answer names, where that is known', () => {
    for (const slug of backendProblems) expect(slugOf(500, slug)).toBe(slug);
    expect(slugOf(422, 'idempotency-mismatch')).toBe('idempotency-mismatch');
  });
});

describe('a problem', () => {
  it('says whether the same may succeed later', () => {
    const retryable = ['unreachable', 'timeout', 'unreadable', 'failed', 'too-many-requests', 'unavailable'] as const;
    const final = ['malformed', 'not-found', 'closed', 'invalid', 'too-large', 'not-configured'] as const;
    for (const slug of retryable) expect(problem(slug).retryable, slug).toBe(true);
    for (const slug of final) expect(problem(slug).retryable, slug).toBe(false);
  });

  it('carries when to try again and what is wrong', () => {
    expect(problem('closed')).toEqual({slug: 'closed', retryable: false, retryAfter: undefined, errors: []});
    const errors = [{field: 'email', code: 'invalid'}] as const;
    expect(problem('invalid', {retryAfter: 3, errors})).toMatchObject({retryAfter: 3, errors});
  });
});

describe('an idempotency key', () => {
  it('is a random UUID, version 4', () => {
    const keys = Array.from({length: 200}, newIdempotencyKey);
    for (const key of keys) expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(keys).size).toBe(200);
  });

  it('needs no secure context', () => {
    vi.stubGlobal('crypto', {getRandomValues: (bytes: Uint8Array) => bytes.fill(255)});
    expect(newIdempotencyKey()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    vi.unstubAllGlobals();
  });
});

describe('a URL to link', () => {
  const base = 'https://example.org/a/b';

  it.each([
    ['https://example.org', 'https://example.org/'],
    ['http://example.org/x?y#z', 'http://example.org/x?y#z'],
    ['mailto:ada@example.org', 'mailto:ada@example.org'],
    ['c', 'https://example.org/a/c'],
    ['/c', 'https://example.org/c'],
    ['//elsewhere.example/c', 'https://elsewhere.example/c'],
    ['', base],
  ])('%j is %s', (text, url) => {
    expect(webUrl(text, base)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ftp://example.org',
    'http://[',
    'https://',
  ])('%j is none', (text) => {
    expect(webUrl(text, base)).toBe(undefined);
  });

  it('is none without anything, or where nothing says what it is relative to', () => {
    expect(webUrl(undefined, base)).toBe(undefined);
    expect(webUrl('c')).toBe(undefined);
  });
});

describe('a petition', () => {
  it('takes signatures only while it is open', () => {
    expect((['open', 'closed', 'victory'] as const).map(acceptsSignatures)).toEqual([true, false, false]);
  });
});
