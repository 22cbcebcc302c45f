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

/** One that takes very many tries, and one whose first try already is without end. */
const withoutEnd: Readonly<Record<string, () => Promise<Challenge>>> = {
  'of many tries': endless,
  'of many tries at hashes': () => challengeOf('SHA-256', '0'.repeat(40)),
  'of very many rounds': async () => {
    const {parameters, signature} = await challengeOf('SHA-256');
    return {parameters: {...parameters, cost: 1e9}, signature};
  },
};

async function isVerified(payload: string, algorithm: Algorithm): Promise<boolean> {
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  const {challenge, solution} = JSON.parse(new TextDecoder().decode(bytes));
  const options = {challenge, solution, deriveKey: derivations[algorithm], hmacSignatureSecret: secret};
  return (await verifySolution(options)).verified;
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  );

interface WatchedDerivations {
  readonly count: number;
  /** Resolves once there are no more. */
  rest(): Promise<void>;
}

/** Counts what browsers are asked to derive and hash, from now on. */
function watchedDerivations(): WatchedDerivations {
  const {subtle} = crypto;
  const {deriveBits, digest} = subtle;
  let count = 0;
  subtle.deriveBits = (...args) => {
    count += 1;
    return Reflect.apply(deriveBits, subtle, args);
  };
  subtle.digest = (...args) => {
    count += 1;
    return Reflect.apply(digest, subtle, args);
  };
  return {
    get count() {
      return count;
    },
    async rest() {
      let last = -1;
      await until(() => {
        const isOver = last === count;
        last = count;
        return isOver;
      }, 'the work ends');
      Object.assign(subtle, {deriveBits, digest});
    },
  };
}

describe('a proof of work', () => {
  for (const algorithm of Object.keys(derivations).filter((name): name is Algorithm => name in derivations)) {
    it(`by ${algorithm} is found, and verified`, async () => {
      const challenge = await challengeOf(algorithm);
      const payload = await solveInBackground(challenge, new AbortController().signal);
      expect(await isVerified(payload, algorithm)).to.equal(true);
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

  for (const [what, challenge] of Object.entries(withoutEnd)) {
    it(`${what} lets the page go on, and ends when it is aborted`, async () => {
      const work = watchedDerivations();
      const abort = new AbortController();
      const failure = failureOf(solveInBackground(await challenge(), abort.signal));
      await until(() => work.count > 0, 'it has begun');
      abort.abort();
      expect(await failure).to.equal(abort.signal.reason);
      await work.rest();
    });

    it(`${what} is given up after a while`, async () => {
      const work = watchedDerivations();
      const {signal} = new AbortController();
      const failure = await failureOf(solveInBackground(await challenge(), signal, {timeout: 200}));
      expect(String(failure)).to.equal('Error: No proof of work was found within 0.2 seconds.');
      await work.rest();
    });
  }

  it('does not wait for the end of a try that takes long', async () => {
    const {subtle} = crypto;
    const {deriveBits} = subtle;
    const begun = Promise.withResolvers<void>();
    subtle.deriveBits = () => {
      begun.resolve();
      return new Promise(() => undefined);
    };
    const abort = new AbortController();
    const failure = failureOf(solveInBackground(await endless(), abort.signal));
    await begun.promise;
    subtle.deriveBits = deriveBits;
    abort.abort();
    expect(await failure).to.equal(abort.signal.reason);
  });

  it('does not begin if it is aborted before', async () => {
    const challenge = await endless();
    const work = watchedDerivations();
    const signal = AbortSignal.abort();
    expect(await failureOf(solveInBackground(challenge, signal))).to.equal(signal.reason);
    expect(work.count).to.equal(0);
    await work.rest();
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

describe('a proof of work on a page of a strict policy', () => {
  const module = new URL('../../src/controllers/proof-of-work.ts', import.meta.url).href;
  const open = `default-src 'none'; script-src 'nonce-x' 'strict-dynamic'`;
  const policies = [
    open,
    `${open}; worker-src 'none'`,
    `${open}; require-trusted-types-for 'script'`,
    `${open}; require-trusted-types-for 'script'; trusted-types 'none'`,
  ];

  for (const csp of policies) {
    it(`is found, and nothing is reported: ${csp}`, async () => {
      const challenge = await challengeOf('PBKDF2/SHA-256');
      const script = `
        const violations = [];
        addEventListener('securitypolicyviolation', ({effectiveDirective}) => violations.push(effectiveDirective));
        import('${module}')
          .then(({solveInBackground}) =>
            solveInBackground(${JSON.stringify(challenge)}, new AbortController().signal))
          .then(
            (payload) => parent.postMessage({payload, violations}, '*'),
            (error) => parent.postMessage(String(error), '*'),
          );`;
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
      if (!(typeof found === 'object' && found && 'payload' in found && 'violations' in found))
        throw new Error(String(found));
      expect(await isVerified(String(found.payload), 'PBKDF2/SHA-256')).to.equal(true);
      expect(found.violations).to.deep.equal([]);
    });
  }
});
