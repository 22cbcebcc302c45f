import {createChallenge, verifySolution} from 'altcha-lib';
import {deriveKey as pbkdf2} from 'altcha-lib/algorithms/web/pbkdf2';
import {deriveKey as sha} from 'altcha-lib/algorithms/web/sha';
import {expect} from 'chai';
import {html} from 'lit';
import {solveInBackground} from '../../src/controllers/proof-of-work.ts';
import type {Challenge} from '../../src/model/challenge.ts';
import {fixture, until} from '../support/dom.ts';

const secret = 'a secret';
const derivations = {
  'PBKDF2/SHA-256': pbkdf2,
  'PBKDF2/SHA-512': pbkdf2,
  'SHA-256': sha,
};
type Algorithm = keyof typeof derivations;

/** @param keyPrefix how the right key begins, in hexadecimal: each digit takes 16 times the work */
async function challengeOf(algorithm: Algorithm, keyPrefix = '00'): Promise<Challenge> {
  const {parameters, signature} = await createChallenge({
    algorithm,
    cost: 10,
    keyPrefix,
    deriveKey: derivations[algorithm],
    hmacSignatureSecret: secret,
    expiresAt: new Date(Date.now() + 60_000),
    data: {petition: 'stop-dna-collection', said: 'حۆرمەت'},
  });
  return {parameters: {...parameters}, signature};
}

const endless = (): Promise<Challenge> => challengeOf('PBKDF2/SHA-256', '0'.repeat(40));

async function isVerified(payload: string, algorithm: Algorithm): Promise<boolean> {
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  const {challenge, solution} = JSON.parse(new TextDecoder().decode(bytes));
  const options = {challenge, solution, deriveKey: derivations[algorithm], hmacSignatureSecret: secret};
  return (await verifySolution(options)).verified;
}

/** A real worker that tells what becomes of it. */
class WatchedWorker extends Worker {
  readonly url: string;
  messages = 0;
  isTerminated = false;

  constructor(url: string) {
    super(url);
    this.url = url;
    this.addEventListener('message', () => (this.messages += 1));
  }

  override terminate(): void {
    super.terminate();
    this.isTerminated = true;
  }
}

function watched(): {readonly workers: readonly WatchedWorker[]; readonly createWorker: (url: string) => Worker} {
  const workers: WatchedWorker[] = [];
  const createWorker = (url: string): Worker => {
    const worker = new WatchedWorker(url);
    workers.push(worker);
    return worker;
  };
  return {workers, createWorker};
}

const isRevoked = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => false,
    () => true,
  );

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  );

describe('a proof of work', () => {
  for (const algorithm of Object.keys(derivations).filter((name): name is Algorithm => name in derivations)) {
    it(`by ${algorithm} is found by a worker, and verified`, async () => {
      const {workers, createWorker} = watched();
      const challenge = await challengeOf(algorithm);
      const payload = await solveInBackground(challenge, new AbortController().signal, {createWorker});
      expect(await isVerified(payload, algorithm)).to.equal(true);
      expect(workers.map(({messages}) => messages)).to.deep.equal([1]);
      expect(workers[0]?.isTerminated).to.equal(true);
      expect(await isRevoked(workers[0]?.url ?? '')).to.equal(true);
    });
  }

  it('says no more than the challenge and its solution', async () => {
    const challenge = await challengeOf('SHA-256');
    const payload = await solveInBackground(challenge, new AbortController().signal);
    const sent: {challenge: unknown; solution: object} = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(atob(payload), (character) => character.charCodeAt(0))),
    );
    expect(Object.keys(sent)).to.deep.equal(['challenge', 'solution']);
    expect(sent.challenge).to.deep.equal(challenge);
    expect(sent.solution).to.have.all.keys('counter', 'derivedKey', 'time');
  });

  it('ends when it is aborted, and its worker with it', async () => {
    const {workers, createWorker} = watched();
    const abort = new AbortController();
    const failure = failureOf(solveInBackground(await endless(), abort.signal, {createWorker}));
    await until(() => workers.length === 1, 'a worker works');
    abort.abort();
    expect(await failure).to.equal(abort.signal.reason);
    expect(workers[0]?.isTerminated).to.equal(true);
    expect(await isRevoked(workers[0]?.url ?? '')).to.equal(true);
  });

  it('does not begin if it is aborted before', async () => {
    const {workers, createWorker} = watched();
    const signal = AbortSignal.abort();
    expect(await failureOf(solveInBackground(await endless(), signal, {createWorker}))).to.equal(signal.reason);
    expect(workers).to.deep.equal([]);
  });

  it('is given up after a while', async () => {
    const {workers, createWorker} = watched();
    const {signal} = new AbortController();
    const failure = await failureOf(solveInBackground(await endless(), signal, {createWorker, timeout: 200}));
    expect(String(failure)).to.equal('Error: No proof of work was found within 0.2 seconds.');
    expect(workers[0]?.isTerminated).to.equal(true);
  });

  it('is refused by an algorithm that nobody knows', async () => {
    const {parameters, signature} = await endless();
    for (const algorithm of ['ARGON2ID', 'toString']) {
      const unknown: Challenge = {parameters: {...parameters, algorithm}, signature};
      const failure = await failureOf(solveInBackground(unknown, new AbortController().signal));
      expect(failure).to.be.instanceOf(Error);
      expect(String(failure)).to.include(`"${algorithm}"`);
    }
  });

  it('is refused if the challenge is malformed', async () => {
    const {parameters, signature} = await endless();
    const malformed: Challenge = {parameters: {...parameters, keyPrefix: 'no hex'}, signature};
    const failure = await failureOf(solveInBackground(malformed, new AbortController().signal));
    expect(String(failure)).to.include('keyPrefix');
  });
});

describe('a proof of work on the page itself', () => {
  const without: Readonly<Record<string, () => Worker>> = {
    'that can start no worker': () => {
      throw new TypeError('This page allows no worker');
    },
    'whose worker does not load': () => new Worker(new URL('no-such-worker.js', import.meta.url)),
  };
  for (const [what, createWorker] of Object.entries(without)) {
    it(`${what} is found, and verified`, async () => {
      const challenge = await challengeOf('PBKDF2/SHA-256');
      const payload = await solveInBackground(challenge, new AbortController().signal, {createWorker});
      expect(await isVerified(payload, 'PBKDF2/SHA-256')).to.equal(true);
    });

    it(`${what} ends when it is aborted`, async () => {
      const abort = new AbortController();
      let hasBegun = false;
      const begin = (): Worker => {
        hasBegun = true;
        return createWorker();
      };
      const failure = failureOf(solveInBackground(await endless(), abort.signal, {createWorker: begin}));
      await until(() => hasBegun, 'it has begun');
      abort.abort();
      expect(await failure).to.equal(abort.signal.reason);
    });
  }
});

describe('a proof of work on a page of another kind', () => {
  const module = new URL('../../src/controllers/proof-of-work.ts', import.meta.url).href;
  const countWorkers = `
    let [workers, answers] = [0, 0];
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      constructor(url) {
        super(url);
        workers += 1;
        this.addEventListener('message', () => (answers += 1));
      }
    };`;
  const report = 'parent.postMessage({payload, answers, isBegun: workers > 0}, "*")';

  const open = `script-src 'nonce-x' 'strict-dynamic'`;
  const pages = [
    {name: 'without a policy', csp: '', byWorker: true},
    {name: 'that allows blobs', csp: `${open}; worker-src blob:`, byWorker: true},
    {name: 'that allows no blobs', csp: `${open}; worker-src 'self'`, byWorker: false},
    {name: 'that allows nothing else', csp: `default-src 'none'; ${open}; worker-src 'none'`, byWorker: false},
    {name: 'of trusted types', csp: `${open}; worker-src blob:; require-trusted-types-for 'script'`, byWorker: true},
    {
      name: 'of our trusted types alone',
      csp: `${open}; worker-src blob:; require-trusted-types-for 'script'; trusted-types petition-widgets`,
      byWorker: true,
    },
    {
      name: 'of no trusted types',
      csp: `${open}; worker-src blob:; require-trusted-types-for 'script'; trusted-types 'none'`,
      byWorker: false,
    },
    {
      name: 'without workers',
      csp: '',
      before: 'delete globalThis.Worker; let [workers, answers] = [0, 0];',
      byWorker: false,
    },
  ];

  for (const {name, csp, before = countWorkers, byWorker} of pages) {
    it(`${name} is found ${byWorker ? 'by a worker' : 'without one'}`, async () => {
      const challenge = await challengeOf('PBKDF2/SHA-256');
      const script = `${before}
        import('${module}')
          .then(({solveInBackground}) =>
            solveInBackground(${JSON.stringify(challenge)}, new AbortController().signal))
          .then((payload) => ${report}, (error) => parent.postMessage(String(error), '*'));`;
      const url = new URL('/policy-page', location.href);
      url.search = String(new URLSearchParams({csp, script}));
      const told: unknown[] = [];
      const listen = ({data, source}: MessageEvent): void => {
        if (source === frame?.contentWindow) told.push(data);
      };
      let frame: HTMLIFrameElement | null = null;
      addEventListener('message', listen);
      const container = await fixture(html`<iframe src=${url.href}></iframe>`);
      frame = container.querySelector('iframe');
      await until(() => told.length > 0, 'the page tells what it found');
      removeEventListener('message', listen);
      const [found] = told;
      if (!(typeof found === 'object' && found && 'payload' in found && 'answers' in found))
        throw new Error(String(found));
      expect(await isVerified(String(found.payload), 'PBKDF2/SHA-256')).to.equal(true);
      expect(found.answers).to.equal(byWorker ? 1 : 0);
    });
  }
});
