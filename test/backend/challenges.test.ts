import {randomUUID} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {petition, river, signature} from './support/fixtures.ts';
import {challengeOf, payloadOf, solve, solvedChallenge} from './support/proof-of-work.ts';

/** Solving takes its time where other tests run beside it. */
const patience = {timeout: 30_000};

const minutes = (number: number): number => number * 60 * 1000;

const proven = petition('proven', {form: {...river.form, challenge: 'altcha'}});
const other = petition('proven-too', {form: {...river.form, challenge: 'altcha'}});
const post = {petition: proven.id};

const email = 'amina@water.example';
const required = [{field: 'challenge', code: 'required'}];
const invalid = [{field: 'challenge', code: 'invalid'}];

async function expectRefused(answer: Response, errors: unknown): Promise<void> {
  expect((await expectProblem(answer, 422, 'invalid')).errors).toEqual(errors);
}

async function expectNothingUsed(backend: TestBackend): Promise<void> {
  expect(await backend.rows('SELECT * FROM signature')).toEqual([]);
  expect(await backend.rows('SELECT * FROM challenge_use')).toEqual([]);
}

describe('a challenge', patience, () => {
  it('is an ALTCHA challenge of a bounded cost, for anyone, for this once', async () => {
    const now = new Date();
    const backend = await testBackend({now: () => now});
    const answer = await backend.get('/v1/challenges', {Origin: 'https://partner.example'});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await answer.json()).toEqual({
      parameters: {
        algorithm: 'PBKDF2/SHA-256',
        cost: 5000,
        expiresAt: Math.floor((now.getTime() + minutes(20)) / 1000),
        keyLength: 32,
        keyPrefix: expect.stringMatching(/^[0-9a-f]{32}$/),
        keySignature: expect.stringMatching(/^[0-9a-f]{64}$/),
        nonce: expect.stringMatching(/^[0-9a-f]{32}$/),
        salt: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
      signature: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const {counter} = await solve(await challengeOf(backend));
    expect(counter).toBeGreaterThanOrEqual(1);
    expect(counter).toBeLessThanOrEqual(1000);
  });

  it('is another one each time', async () => {
    const backend = await testBackend();
    const [first, second] = [await challengeOf(backend), await challengeOf(backend)];
    expect(first.parameters.nonce).not.toBe(second.parameters.nonce);
    expect(first.signature).not.toBe(second.signature);
  });
});

describe('a petition that asks for a proof of work', patience, () => {
  it('says so', async () => {
    const backend = await testBackend({petitions: [proven, river]});
    const asks = async (id: string): Promise<unknown> => (await backend.get(`/v1/petitions/${id}`)).json();
    expect(await asks(proven.id)).toMatchObject({form: {challenge: 'altcha'}});
    expect(await asks(river.id)).not.toHaveProperty('form.challenge');
  });

  it('is signed with one, which is good for one signature of any petition', async () => {
    const backend = await testBackend({petitions: [proven, other]});
    const challenge = await solvedChallenge(backend);
    expect((await backend.sign(signature(email, {challenge}), post)).status).toBe(201);
    expect(await backend.rows('SELECT fields FROM signature')).toEqual([
      {fields: JSON.stringify({givenName: 'Amina', familyName: 'Turdi', email, country: 'DE'})},
    ]);
    for (const id of [proven.id, other.id]) {
      await expectRefused(await backend.sign(signature('b@water.example', {challenge}), {petition: id}), invalid);
    }
    expect((await backend.count(proven.id)).total).toBe(101);
    expect((await backend.count(other.id)).total).toBe(100);
  });

  it('is not signed without', async () => {
    const backend = await testBackend({petitions: [proven]});
    await expectRefused(await backend.sign(signature(email), post), required);
    await expectRefused(await backend.sign(signature(email, {challenge: ''}), post), required);
    await expectNothingUsed(backend);
  });

  it('counts one of those that come with the same at once', async () => {
    const backend = await testBackend({petitions: [proven]});
    const challenge = await solvedChallenge(backend);
    const people = Array.from({length: 10}, (_, index) => signature(`person-${index}@water.example`, {challenge}));
    const answers = await Promise.all(people.map((person) => backend.sign(person, post)));
    const statuses = answers.map(({status}) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, ...Array.from({length: 9}, () => 422)]);
    expect((await backend.count(proven.id)).total).toBe(101);
  });

  it('answers the same request again as before, although its proof is used, and then expired', async () => {
    let now = Date.now();
    const backend = await testBackend({petitions: [proven], now: () => new Date(now)});
    const [key, body] = [randomUUID(), signature(email, {challenge: await solvedChallenge(backend)})];
    const sent = await Promise.all(Array.from({length: 5}, () => backend.sign(body, {...post, key})));
    now += minutes(21);
    const answers = [...sent, await backend.sign(body, {...post, key})];
    expect(answers.map(({status}) => status)).toEqual(answers.map(() => 201));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await backend.count(proven.id)).total).toBe(101);
  });

  it('tells what is wrong together with the proof, which a refusal does not use up', async () => {
    const backend = await testBackend({petitions: [proven]});
    const wrong = [{field: 'email', code: 'invalid'}];
    await expectRefused(await backend.sign(signature('amina'), post), [...wrong, ...required]);
    const challenge = await solvedChallenge(backend);
    await expectRefused(await backend.sign(signature('amina', {challenge}), post), wrong);
    await expectNothingUsed(backend);
    expect((await backend.sign(signature(email, {challenge}), post)).status).toBe(201);
    await expectRefused(await backend.sign(signature('amina', {challenge}), post), [...wrong, ...invalid]);
  });

  it('takes one for 20 minutes', async () => {
    let now = Date.now();
    const backend = await testBackend({petitions: [proven], now: () => new Date(now)});
    const [early, late] = [await solvedChallenge(backend), await solvedChallenge(backend)];
    now += minutes(20) - 1000;
    expect((await backend.sign(signature(email, {challenge: early}), post)).status).toBe(201);
    now += 1000;
    await expectRefused(await backend.sign(signature('b@water.example', {challenge: late}), post), invalid);
  });

  it('takes none that was tampered with or made up', async () => {
    const backend = await testBackend({petitions: [proven]});
    const elsewhere = await testBackend({petitions: [proven]});
    const [challenge, easier] = [await challengeOf(backend), await challengeOf(backend)];
    const solution = await solve(challenge);
    const {parameters, signature: signed = ''} = challenge;
    const changed = (more: object) => payloadOf({...challenge, parameters: {...parameters, ...more}}, solution);
    const payloads = [
      'nonsense',
      'e30=',
      payloadOf(null, solution),
      payloadOf(challenge, undefined),
      payloadOf(easier, solution),
      payloadOf(challenge, {...solution, derivedKey: '00'.repeat(32)}),
      payloadOf(challenge, {...solution, derivedKey: parameters.keyPrefix}),
      payloadOf(challenge, {...solution, derivedKey: ''}),
      payloadOf({parameters}, solution),
      payloadOf({...challenge, signature: ''}, solution),
      payloadOf({...challenge, signature: signed.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}, solution),
      changed({expiresAt: Number(parameters.expiresAt) + 3600}),
      changed({cost: 1}),
      changed({keySignature: ''}),
      changed({nonce: easier.parameters.nonce}),
      await solvedChallenge(elsewhere),
    ];
    for (const payload of payloads) {
      await expectRefused(await backend.sign(signature(email, {challenge: payload}), post), invalid);
    }
    await expectNothingUsed(backend);
    const asSolved = signature(email, {challenge: payloadOf(challenge, solution)});
    expect((await backend.sign(asSolved, post)).status).toBe(201);
  });

  it('knows one of another process on the same file, and that it was used there, also after a restart', async () => {
    const first = await testBackend({petitions: [proven]});
    const second = await testBackend({petitions: [proven], dataDir: first.dataDir});
    const challenge = await solvedChallenge(first);
    expect((await second.sign(signature(email, {challenge}), post)).status).toBe(201);
    const again = signature('b@water.example', {challenge});
    await expectRefused(await first.sign(again, post), invalid);
    await Promise.all([first.close(), second.close()]);
    const third = await testBackend({petitions: [proven], dataDir: first.dataDir});
    await expectRefused(await third.sign(again, post), invalid);
  });

  it('forgets the used ones once they have long expired', async () => {
    const now = Date.now();
    const first = await testBackend({petitions: [proven], now: () => new Date(now)});
    await first.sign(signature(email, {challenge: await solvedChallenge(first)}), post);
    await first.close();
    for (const [later, left] of [
      [minutes(30), 1],
      [minutes(81), 0],
    ] as const) {
      const backend = await testBackend({dataDir: first.dataDir, now: () => new Date(now + later)});
      await backend.close();
      expect(await backend.rows('SELECT hash FROM challenge_use')).toHaveLength(left);
    }
  });

  it('tells a form without JavaScript what it takes', async () => {
    const backend = await testBackend({petitions: [proven]});
    const forms: Record<string, string>[] = [
      {'consent.processing': 'on', ...signature(email).fields},
      {email: 'amina'},
    ];
    for (const fields of forms) {
      const answer = await fetch(`${backend.url}/v1/petitions/${proven.id}/signatures`, {
        method: 'POST',
        body: new URLSearchParams({...fields, lang: 'fr'}),
      });
      expect(new URL(answer.url).searchParams.get('outcome')).toBe('needs-javascript');
      expect(await answer.text()).toContain('Activez JavaScript');
    }
    await expectNothingUsed(backend);
  });
});

describe('a petition that asks for none', () => {
  it('takes no notice of what is sent as one', async () => {
    const backend = await testBackend();
    expect((await backend.sign(signature(email, {challenge: 'nonsense'}))).status).toBe(201);
    expect(await backend.rows('SELECT * FROM challenge_use')).toEqual([]);
  });
});
