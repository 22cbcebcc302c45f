import {randomUUID} from 'node:crypto';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {wholeNumber} from '../../demo/environment.ts';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {petition, river, signature} from './support/fixtures.ts';
import {folderOf, seedFolder} from './support/folders.ts';
import {backendProcess} from './support/process.ts';
import {solvedChallenge} from './support/proof-of-work.ts';

const minutes = (number: number): number => number * 60 * 1000;

/** A clock that stands still until it is moved. */
function clock() {
  let time = Date.parse('2026-11-01T12:00:00Z');
  return {
    now: () => new Date(time),
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

let people = 0;
const anybody = () => signature(`person-${(people += 1)}@water.example`);

/** Signs from an address, as a proxy tells of it; says the status. */
async function signFrom(backend: TestBackend, forwarded: string, body: unknown = anybody()): Promise<number> {
  const answer = await backend.sign(body, {headers: {'X-Forwarded-For': forwarded}});
  return answer.status;
}

/** Checks a refusal, and returns after how many milliseconds it says to try again. */
async function waitAfter(answer: Response): Promise<number> {
  const seconds = answer.headers.get('Retry-After') ?? '';
  expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
  expect(await expectProblem(answer, 429, 'too-many-requests')).not.toHaveProperty('errors');
  expect(seconds).toMatch(/^[1-9]\d*$/);
  return Number(seconds) * 1000;
}

describe('the limit of a block of addresses', () => {
  it('holds for any hour, and Retry-After says when it ends', async () => {
    const {now, pass} = clock();
    const backend = await testBackend({rateLimitPerHour: 3, now});
    expect((await backend.sign(anybody())).status).toBe(201);
    pass(minutes(40));
    expect((await backend.sign(anybody())).status).toBe(201);
    pass(minutes(10) + 500);
    expect((await backend.sign(anybody())).status).toBe(201);
    const refused = await backend.sign(anybody());
    const wait = await waitAfter(refused);
    expect(wait).toBe(minutes(10));
    expect((await backend.count()).total).toBe(103);

    pass(wait - 1000);
    expect(await waitAfter(await backend.sign(anybody()))).toBe(1000);
    pass(1000);
    expect((await backend.sign(anybody())).status).toBe(201);
    // The next one is free when the second is an hour ago: there is no new full measure.
    expect(await waitAfter(await backend.sign(anybody()))).toBe(minutes(40));
  });

  it('is 60 where no other is set, and can be turned off', async () => {
    const usual = await testBackend({rateLimitPerHour: undefined});
    const off = await testBackend({rateLimitPerHour: 0});
    for (let index = 0; index < 60; index += 1) {
      expect((await usual.sign(anybody())).status).toBe(201);
      expect((await off.sign(anybody())).status).toBe(201);
    }
    expect((await usual.sign(anybody())).status).toBe(429);
    expect((await off.sign(anybody())).status).toBe(201);
    expect(await off.rows('SELECT * FROM rate_use')).toEqual([]);
  });

  it('is one for all petitions', async () => {
    const backend = await testBackend({rateLimitPerHour: 1, petitions: [river, petition('other')]});
    expect((await backend.sign(anybody())).status).toBe(201);
    expect((await backend.sign(anybody(), {petition: 'other'})).status).toBe(429);
  });

  it('does not count what is refused, so nobody is held up by correcting a form', async () => {
    const backend = await testBackend({rateLimitPerHour: 1, petitions: [river, petition('over', {status: 'closed'})]});
    for (let index = 0; index < 5; index += 1) {
      expect((await backend.sign(signature('amina'))).status).toBe(422);
      expect((await backend.sign('no JSON')).status).toBe(400);
      expect((await backend.sign(anybody(), {petition: 'over'})).status).toBe(409);
    }
    expect((await backend.sign(anybody())).status).toBe(201);
  });

  it('does not count, and does not hold up, a request that has its answer', async () => {
    const backend = await testBackend({rateLimitPerHour: 2});
    const [key, body] = [randomUUID(), anybody()];
    const answers = await Promise.all(Array.from({length: 5}, () => backend.sign(body, {key})));
    expect(answers.map(({status}) => status)).toEqual(answers.map(() => 201));
    expect((await backend.sign(anybody())).status).toBe(201);
    expect((await backend.sign(anybody())).status).toBe(429);
    expect((await backend.sign(body, {key})).status).toBe(201);
  });

  it('lets the same request be sent again later, under its key', async () => {
    const {now, pass} = clock();
    const backend = await testBackend({rateLimitPerHour: 1, now});
    await backend.sign(anybody());
    const [key, body] = [randomUUID(), anybody()];
    pass(await waitAfter(await backend.sign(body, {key})));
    expect((await backend.sign(body, {key})).status).toBe(201);
  });

  it('uses up no proof of work', {timeout: 20_000}, async () => {
    const {pass, now} = clock();
    const form = {...river.form, challenge: 'altcha' as const};
    const start = Date.now() - now().getTime();
    const backend = await testBackend({
      rateLimitPerHour: 1,
      petitions: [river, petition('proven', {form})],
      now: () => new Date(now().getTime() + start),
    });
    await backend.sign(anybody());
    pass(minutes(50));
    const body = {...anybody(), challenge: await solvedChallenge(backend)};
    expect((await backend.sign(body, {petition: 'proven'})).status).toBe(429);
    pass(minutes(10));
    expect((await backend.sign(body, {petition: 'proven'})).status).toBe(201);
  });

  it('holds for those that come at once, at two backends on one file, and after a restart', async () => {
    const first = await testBackend({rateLimitPerHour: 5});
    const second = await testBackend({rateLimitPerHour: 5, dataDir: first.dataDir});
    const signing = Array.from({length: 10}, () => [first.sign(anybody()), second.sign(anybody())]);
    const answers = await Promise.all(signing.flat());
    const statuses = answers.map(({status}) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array.from({length: 5}, () => 201), ...Array.from({length: 15}, () => 429)]);
    expect((await first.count()).total).toBe(105);
    await Promise.all([first.close(), second.close()]);
    const restarted = await testBackend({rateLimitPerHour: 5, dataDir: first.dataDir});
    expect((await restarted.sign(anybody())).status).toBe(429);
  });

  it('is set by the environment, and holds between processes', {timeout: 20_000}, async () => {
    const [dataDir, seed] = [folderOf(), seedFolder([river])];
    const env = {RATE_LIMIT_PER_HOUR: '1', TRUSTED_PROXIES: '1'};
    const [first, second] = [await backendProcess(dataDir, seed, env), await backendProcess(dataDir, seed, env)];
    const sign = async (url: string, forwarded: string): Promise<number> => {
      const answer = await fetch(`${url}/v1/petitions/${river.id}/signatures`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
          'X-Forwarded-For': forwarded,
        },
        body: JSON.stringify(anybody()),
      });
      return answer.status;
    };
    expect(await sign(first.url, '203.0.113.9')).toBe(201);
    expect(await sign(second.url, '203.0.113.10')).toBe(429);
    expect(await sign(second.url, '198.51.100.9')).toBe(201);
  });

  it.each(['-1', 'many', '1.5', '1e3'])('has to be a number: RATE_LIMIT_PER_HOUR=%s', (text) => {
    vi.stubEnv('RATE_LIMIT_PER_HOUR', text);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(() => wholeNumber('RATE_LIMIT_PER_HOUR')).toThrow(`RATE_LIMIT_PER_HOUR is "${text}"`);
  });

  it('tells a form without JavaScript to come back', async () => {
    const backend = await testBackend({rateLimitPerHour: 1});
    await backend.sign(anybody());
    const {fields} = anybody();
    const answer = await fetch(`${backend.url}/v1/petitions/${river.id}/signatures`, {
      method: 'POST',
      body: new URLSearchParams({...fields, 'consent.processing': 'on'}),
    });
    expect(new URL(answer.url).searchParams.get('outcome')).toBe('too-many-requests');
    expect(await answer.text()).toContain('in an hour');
  });
});

describe('a block of addresses', () => {
  it.each([
    ['an IPv4 /24', '203.0.113.9', '203.0.113.250', '203.0.112.9'],
    ['an IPv6 /56', '2001:db8:1:2200::1', '2001:DB8:1:22ff:ffff::9', '2001:db8:1:2300::1'],
    ['IPv4 within IPv6', '::ffff:203.0.113.9', '203.0.113.250', '::ffff:203.0.112.9'],
    ['with a port', '203.0.113.9:4711', '203.0.113.250', '[2001:db8::1]:4711'],
  ])('is %s', async (_, first, same, different) => {
    const backend = await testBackend({rateLimitPerHour: 1, trustedProxies: 1});
    expect(await signFrom(backend, first)).toBe(201);
    expect(await signFrom(backend, same)).toBe(429);
    expect(await signFrom(backend, different)).toBe(201);
    expect(await signFrom(backend, different)).toBe(429);
  });

  it('is the connection’s where no proxy is trusted', async () => {
    const backend = await testBackend({rateLimitPerHour: 1});
    expect(await signFrom(backend, '203.0.113.9')).toBe(201);
    expect(await signFrom(backend, '198.51.100.9')).toBe(429);
  });

  it('is what the outermost of the trusted proxies was asked by, whatever else is claimed', async () => {
    const backend = await testBackend({rateLimitPerHour: 1, trustedProxies: 2});
    expect(await signFrom(backend, '192.0.2.1, 192.0.3.1, 203.0.113.9, 10.0.0.1')).toBe(201);
    expect(await signFrom(backend, '192.0.4.1,192.0.5.1,203.0.113.9 ,10.0.1.1')).toBe(429);
    expect(await signFrom(backend, '192.0.2.1, 192.0.3.1, 198.51.100.9, 10.0.0.1')).toBe(201);
  });

  it.each(['', 'unknown', '_hidden', 'nonsense, ', '203.0.113.999', '1'])(
    'is the proxy’s own where that names nobody: "%s"',
    async (forwarded) => {
      const backend = await testBackend({rateLimitPerHour: 1, trustedProxies: 1});
      expect(await signFrom(backend, forwarded)).toBe(201);
      expect(await signFrom(backend, forwarded)).toBe(429);
      expect(await signFrom(backend, '203.0.113.9')).toBe(201);
    },
  );

  it('is not to be found in the database', async () => {
    const backend = await testBackend({rateLimitPerHour: 9, trustedProxies: 1});
    await signFrom(backend, '203.0.113.9', signature('amina@water.example'));
    await signFrom(backend, '2001:db8:77::1', signature('amina@water.example'));
    const rows = await backend.rows('SELECT subject FROM rate_use');
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({subject}) => subject)).size).toBe(4);
    for (const {subject} of rows) expect(subject).toMatch(/^[\w-]{43}$/);
    const contents = await backend.contents();
    expect(contents).toContain('amina@water.example');
    expect(contents).not.toMatch(/203\.0\.113|2001:db8|32\.1\.13\.184/i);
    // The mailbox stands in the signature, and nowhere else.
    expect(JSON.stringify(rows)).not.toContain('amina');
  });

  it('is another hash in another database', async () => {
    const subjects = new Set<unknown>();
    for (let index = 0; index < 2; index += 1) {
      const backend = await testBackend({rateLimitPerHour: 9, trustedProxies: 1});
      await signFrom(backend, '203.0.113.9', signature('amina@water.example'));
      for (const {subject} of await backend.rows('SELECT subject FROM rate_use')) subjects.add(subject);
    }
    expect(subjects.size).toBe(4);
  });

  it('is forgotten once its hour has passed', async () => {
    const {now, pass} = clock();
    const first = await testBackend({rateLimitPerHour: 9, now});
    await first.sign(anybody());
    pass(minutes(30));
    await first.sign(anybody());
    await first.close();
    for (const left of [4, 2, 0]) {
      const backend = await testBackend({dataDir: first.dataDir, now});
      await backend.close();
      expect(await backend.rows('SELECT * FROM rate_use')).toHaveLength(left);
      pass(minutes(30));
    }
  });
});

describe('the limit of a mailbox', () => {
  const petitions = Array.from({length: 11}, (_, index) => petition(`p-${index}`));

  it('is ten an hour across petitions, in any spelling, from any address of a block', async () => {
    const {now, pass} = clock();
    const backend = await testBackend({rateLimitPerHour: 1000, trustedProxies: 1, petitions, now});
    const sign = (index: number, email = 'amina@water.example') =>
      backend.sign(signature(email), {
        petition: `p-${index}`,
        headers: {'X-Forwarded-For': `203.0.113.${index}`},
      });
    for (let index = 0; index < 10; index += 1) {
      expect((await sign(index)).status).toBe(201);
      pass(minutes(1));
    }
    const wait = await waitAfter(await sign(10, ' AMINA@water.example'));
    // Not when the first of them was: that would tell.
    expect(wait).toBe(minutes(60));
    expect((await sign(10, 'other@water.example')).status).toBe(201);
    pass(wait);
    expect((await sign(10)).status).toBe(201);
  });

  it('tells nobody elsewhere that somebody has signed, and locks nobody out', async () => {
    const backend = await testBackend({rateLimitPerHour: 1000, trustedProxies: 1, petitions});
    const statusesFrom = async (address: string): Promise<number[]> => {
      const statuses: number[] = [];
      for (const {id} of petitions) {
        const headers = {'X-Forwarded-For': address};
        statuses.push((await backend.sign(signature('amina@water.example'), {petition: id, headers})).status);
      }
      return statuses;
    };
    const first = await statusesFrom('203.0.113.1');
    expect(first.at(-1)).toBe(429);
    expect(await statusesFrom('198.51.100.1')).toEqual(first);
  });

  it('is the same for one that has signed and one that has not', async () => {
    const {now, pass} = clock();
    const backend = await testBackend({rateLimitPerHour: 1000, now});
    await backend.sign(signature('known@water.example'));
    pass(minutes(61));
    const statusesOf = async (email: string): Promise<number[]> => {
      const statuses: number[] = [];
      for (let index = 0; index < 12; index += 1) statuses.push((await backend.sign(signature(email))).status);
      return statuses;
    };
    const known = await statusesOf('known@water.example');
    expect(known).toEqual([...Array.from({length: 10}, () => 201), 429, 429]);
    expect(await statusesOf('unknown@water.example')).toEqual(known);
  });

  it('is off where the other one is', async () => {
    const backend = await testBackend({rateLimitPerHour: 0});
    for (let index = 0; index < 12; index += 1) {
      expect((await backend.sign(signature('amina@water.example'))).status).toBe(201);
    }
  });
});
