import {createServer, type RequestListener} from 'node:http';
import {describe, expect, it, onTestFinished} from 'vitest';
import {problemContent} from '../../demo/backend/http/problems.ts';
import {HttpClient} from '../../src/backend/http-client.ts';
import {backendProblems, failure, problem, type ProblemSlug} from '../../src/model/outcome.ts';
import {askedForAll, listener, never, newKey, totalsOf} from './support/both-answers.ts';
import {id, inMood, sides, signatureOf} from './support/both-backends.ts';

/* Part of the contract of fake-client.test.ts: failures. */

describe.each(sides)('%s', (_, side) => {
  it('can’t be reached where there is no backend any more, which ends its streams', async () => {
    const all = await side();
    const heard = listener();
    const ended = all.client.live(id, never, heard);
    await expect.poll(() => totalsOf(heard)).toEqual([5136]);
    await all.end();
    expect(await ended).toEqual(problem('unreachable'));
    const unreachable = failure(problem('unreachable'));
    expect(await askedForAll(all)).toEqual(Array.from({length: 5}, () => unreachable));
  });

  it('says when to come again where there is too much to do', async () => {
    const unavailable = failure({...problem('unavailable'), retryAfter: expect.any(Number)});
    const answers = await askedForAll(await side({trouble: 'unavailable'}));
    expect(answers).toEqual(Array.from({length: 5}, () => unavailable));
  });

  it('says when to come again where too many sign, and tells the rest', async () => {
    const {client} = await side({trouble: 'too-many-requests'});
    const tooMany = failure({...problem('too-many-requests'), retryAfter: expect.any(Number)});
    expect(await client.sign(id, signatureOf('ada@example.org'), newKey())).toEqual(tooMany);
    expect(await client.petition(id, 'en', never)).toMatchObject({ok: true});
    expect(await client.count(id, never)).toMatchObject({ok: true});
    expect(await client.challenge(never)).toMatchObject({ok: true});
  });
});

async function serve(listen: RequestListener): Promise<string> {
  const server = createServer(listen);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

const answering =
  (...[status, headers, body]: [number, Readonly<Record<string, string>>, string]): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

const details = {retryAfter: 7, errors: [{field: 'email', code: 'not-allowed' as const}]};

/** What a backend does that has this problem, and says no more than that. */
const causes: readonly (readonly [ProblemSlug, RequestListener])[] = [
  ...backendProblems.map((slug) => {
    const {status, body} = problemContent('https://backend.example', slug);
    return [slug, answering(status, {'Content-Type': 'application/problem+json'}, body)] as const;
  }),
  ['unreachable', (request) => request.socket.destroy()],
  ['timeout', () => undefined],
  ['unreadable', answering(200, {'Content-Type': 'text/html'}, '<p>Welcome to the airport</p>')],
  ['failed', answering(500, {}, '')],
];

describe('what stands in for a backend, told to fail,', () => {
  it.each(causes)('fails as a client does that meets with this: %s', async (slug, cause) => {
    const client = new HttpClient(await serve(cause), slug === 'timeout' ? {timeout: 50} : {});
    expect(await askedForAll({client: inMood(slug)})).toEqual(await askedForAll({client}));
  });

  it.each(backendProblems)('fails as a client does whose backend says more of it: %s', async (slug) => {
    const {status, headers, body} = problemContent('https://backend.example', slug, details);
    const client = new HttpClient(await serve(answering(status, headers, body)));
    expect(await askedForAll({client: inMood(problem(slug, details))})).toEqual(await askedForAll({client}));
  });
});
