import type {PetitionClient} from '../../../src/backend/client.ts';
import {HttpClient} from '../../../src/backend/http-client.ts';
import type {Petition} from '../../../src/backend/wire.ts';
import {problem} from '../../../src/model/outcome.ts';
import type {Signature} from '../../../src/model/signature.ts';
import type {Mood} from '../../../stories/support/fake-client.ts';
import {StreamingClient} from '../../../stories/support/streaming-client.ts';
import {testBackend} from './backend.ts';
import {folderOf} from './folders.ts';
import {type Difference, petitionToldIn, seedOf} from './same-petition.ts';

/** What a backend suffers from; `busy`: it has a moment's work before it answers. */
type Trouble = 'busy' | 'unavailable' | 'too-many-requests';

export interface Situation extends Difference {
  readonly trouble?: Trouble;
}

/** A backend that holds the stories' petition, as its client sees it. */
export interface Side {
  readonly client: Required<Omit<PetitionClient, 'base'>>;
  /** The petition differs otherwise from now on. */
  change(changes: Partial<Petition>): Promise<void>;
  /** From now on there is none, and what is under way ends. */
  end(): Promise<void>;
}

export const {id} = petitionToldIn('');

/** What a person hands in for the usual petition; nothing is wrong with it. */
export function signatureOf(email: string, more: Partial<Signature> = {}): Signature {
  return {
    fields: {givenName: 'Ada', familyName: 'Lovelace', email, country: 'GB'},
    consents: [consent('updates', false)],
    lang: 'en',
    ...more,
  };
}

export const consent = (name: string, given: boolean, textId = `${name}-2026-11`) => ({name, given, textId});

/** What stands in for a backend and fails, whatever it is asked for. */
export function inMood(mood: Mood, client = new StreamingClient({id})): StreamingClient {
  return Object.assign(client, {reading: mood, challenging: mood, signing: mood, streaming: mood});
}

/** What stands in for a backend in the page. */
async function standIn({changes, form, trouble}: Situation): Promise<Side> {
  const client = new StreamingClient({id, ...changes}, {form});
  if (trouble === 'busy') inMood('silent', client);
  if (trouble === 'unavailable') inMood(problem('unavailable', {retryAfter: 5}), client);
  if (trouble === 'too-many-requests') client.signing = problem('too-many-requests', {retryAfter: 3600});
  return {
    client,
    change: async (later) => {
      client.changes = {id, ...later};
    },
    end: async () => {
      inMood('unreachable', client).cut();
    },
  };
}

const nobody = {lag: 0, underWay: 0};

/** The reference backend, over HTTP. */
async function reference({trouble, ...difference}: Situation): Promise<Side> {
  const dataDir = folderOf();
  const start = (petition: Difference) =>
    testBackend({
      dataDir,
      seed: seedOf(petition),
      liveTimings: {fanOutEvery: 20},
      marks: trouble === 'unavailable' ? {reads: nobody, counts: nobody, writes: nobody} : {},
      rateLimitPerHour: trouble === 'too-many-requests' ? 1 : 0,
    });
  let backend = await start(difference);
  let client = new HttpClient(backend.url);
  if (trouble === 'too-many-requests') await client.sign(id, signatureOf('grace@example.org'), crypto.randomUUID());
  return {
    get client() {
      return client;
    },
    change: async (changes) => {
      await backend.close();
      backend = await start({changes});
      client = new HttpClient(backend.url);
    },
    end: () => backend.close(),
  };
}

type OpenSide = (situation?: Situation) => Promise<Side>;

/** Of both the same is expected. */
export const sides: readonly (readonly [string, OpenSide])[] = [
  ['a client that stands in for a backend', (situation = {}) => standIn(situation)],
  ['a client of the reference backend', (situation = {}) => reference(situation)],
];
