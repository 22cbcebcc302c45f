import {globSync, readFileSync} from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import * as v from 'valibot';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {
  PetitionCampaign,
  PetitionCard,
  PetitionCounter,
  PetitionErrorEvent,
  PetitionLanguageSwitcher,
  PetitionLoadEvent,
  PetitionSignEvent,
  PetitionSignForm,
  type Signature,
} from '../../src/index.ts';
import {petitionSchema, readAs} from '../../src/backend/wire.ts';
import {petitionDefinitionSchema} from '../../demo/backend/petitions/petition-definition.ts';
import {FakeClient} from '../../stories/guide/examples/fake-client.ts';
import {OwnClient} from '../../stories/guide/examples/own-client.ts';

const signature: Signature = {fields: {name: 'Ada', email: 'ada@example.org'}, consents: [], lang: 'en'};
const {signal} = new AbortController();

describe('the guide’s examples for analytics', () => {
  const sent: unknown[][] = [];
  const call = (...values: unknown[]): void => void sent.push(values);

  beforeEach(() => {
    sent.length = 0;
    vi.resetModules();
    vi.stubGlobal('document', Object.assign(new EventTarget(), {referrer: 'https://search.example/?q=ada#top'}));
    vi.stubGlobal('location', new URL('https://site.example/petition?email=ada@example.org#sign'));
    const init = (options: {transformRequest: (request: object) => object}): void =>
      call('init', options.transformRequest({n: 'pageview', u: location.href, r: document.referrer}));
    vi.stubGlobal('window', {_paq: {push: call}, plausible: Object.assign(call, {init}), gtag: call});
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    [
      'matomo',
      [
        [['trackEvent', 'Petition', 'shown', 'trees']],
        [['trackEvent', 'Petition', 'counted', 'trees']],
        [['trackEvent', 'Petition', 'confirmation-sent', 'trees']],
      ],
    ],
    [
      'plausible',
      [
        ['Petition shown', {props: {petition: 'trees'}}],
        ['Petition signed', {props: {petition: 'trees', status: 'counted'}}],
        ['Petition signed', {props: {petition: 'trees', status: 'confirmation-sent'}}],
      ],
    ],
    [
      'ga4',
      [
        ['event', 'petition_shown', {petition: 'trees'}],
        ['event', 'petition_signed', {petition: 'trees', status: 'counted'}],
        ['event', 'petition_signed', {petition: 'trees', status: 'confirmation-sent'}],
      ],
    ],
  ])('tell %s what happened, and nothing else', async (name, calls) => {
    await import(`../../stories/guide/examples/${name}.ts`);
    const events = [
      new PetitionLoadEvent('trees', 'ug-Latn'),
      new PetitionLoadEvent('trees', 'en'),
      new PetitionErrorEvent('unreachable', true),
      new PetitionSignEvent('trees', 'waiting'),
      new PetitionSignEvent('trees', 'counted'),
      new PetitionSignEvent('trees', 'confirmation-sent'),
    ];
    for (const event of events) document.dispatchEvent(event);
    expect(sent).toEqual(calls);
  });

  it.each(['matomo', 'plausible', 'ga4'])('tell %s no query and no fragment', async (name) => {
    await import(`../../stories/guide/examples/${name}-address.ts`);
    const told = JSON.stringify(sent);
    expect(told).toContain('"https://site.example/petition"');
    expect(told).toContain('"https://search.example/"');
    expect(told).not.toContain('ada');
  });
});

describe('the guide’s client of one’s own', () => {
  const asked: {url: string | undefined; headers: IncomingHttpHeaders; body: string}[] = [];
  let status = 200;
  let server: Server;
  let client: OwnClient;

  const action = {
    address: 'https://www.example.org/trees',
    headline: 'Keep the trees on Mill Street',
    intro: 'Eleven trees are to be felled.',
    text: '',
    recipients: ['The city council'],
    since: '2026-03-01T00:00:00Z',
    locale: 'en',
    locales: ['en'],
    isOpen: true,
    people: 42,
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    asked.push({url: request.url, headers: request.headers, body: await text(request)});
    response.writeHead(status, {'Retry-After': '7'}).end(JSON.stringify(action));
  }

  beforeEach(async () => {
    asked.length = 0;
    status = 200;
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => {
      server.listen(0, resolve);
    });
    const address = server.address();
    const port = typeof address === 'string' ? '' : address?.port;
    client = new OwnClient(`http://localhost:${port}/api/`);
  });

  afterEach(() => {
    server.close();
  });

  it('reads a petition of the protocol’s shape', async () => {
    const read = await client.petition('mill street', 'ug-Latn', signal);
    expect(asked[0]?.url).toBe('/api/actions/mill%20street?locale=ug-Latn');
    const petition = read.ok ? read.value : undefined;
    expect(petition?.title).toBe('Keep the trees on Mill Street');
    expect(readAs(petitionSchema, petition)).toBeDefined();
  });

  it('signs under the key that it is given', async () => {
    const signed = await client.sign('trees', signature, 'a-key');
    expect(signed).toMatchObject({ok: true, value: {status: 'counted', count: {total: 42}}});
    expect(asked[0]?.headers['x-request-id']).toBe('a-key');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({name: 'Ada', email: 'ada@example.org', locale: 'en'});
  });

  it.each([
    [404, {slug: 'not-found', retryable: false}],
    [409, {slug: 'closed', retryable: false}],
    [503, {slug: 'unavailable', retryable: true, retryAfter: 7}],
  ])('says what a %i is', async (answered, problem) => {
    status = answered;
    expect(await client.count('trees', signal)).toMatchObject({ok: false, problem});
  });

  it('says that nothing answers', async () => {
    const nobody = new OwnClient('http://localhost:1/');
    const problem = {slug: 'unreachable', retryable: true};
    expect(await nobody.count('trees', signal)).toMatchObject({ok: false, problem});
  });
});

describe('the guide’s fake client', () => {
  it('has a petition of the protocol’s shape, and counts a key once', async () => {
    const client = new FakeClient();
    const read = await client.petition('trees');
    expect(readAs(petitionSchema, read.ok ? read.value : undefined)).toBeDefined();
    await client.sign('trees', signature, 'a-key');
    const again = await client.sign('trees', signature, 'a-key');
    expect(again).toMatchObject({ok: true, value: {count: {total: 42}}});
  });
});

describe('the guide’s consents', () => {
  it('are as the reference backend takes them', () => {
    const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
    const petition = v.parse(petitionDefinitionSchema, read('../../demo/backend/seed/stop-dna-collection.json'));
    const consents = read('../../stories/guide/examples/consents.json');
    const {success} = v.safeParse(petitionDefinitionSchema, {...petition, form: {...petition.form, consents}});
    expect(success).toBe(true);
  });
});

describe('the guide’s HTML', () => {
  const attributes = new Map<string, readonly string[]>([
    ['petition-campaign', PetitionCampaign.observedAttributes],
    ['petition-card', PetitionCard.observedAttributes],
    ['petition-counter', PetitionCounter.observedAttributes],
    ['petition-language-switcher', PetitionLanguageSwitcher.observedAttributes],
    ['petition-sign-form', PetitionSignForm.observedAttributes],
  ]);
  const ofAnyElement = ['class', 'client', 'id', 'onpetition-…', 'slot', 'style'];
  const ofTheTag = ['target', 'widget'];
  const folder = fileURLToPath(new URL('../../stories/guide', import.meta.url));
  const pages = globSync('**/*.{mdx,html}', {cwd: folder});

  const namesIn = (tag: string): readonly string[] =>
    [...tag.replaceAll(/"[^"]*"|\{[^}]*\}/g, '').matchAll(/\s([a-z][\w-]*)(?=[=\s>])/g)].map(([, name = '']) =>
      name.replace(/^onpetition-.+/, 'onpetition-…'),
    );

  it.each(pages)('names in %s only elements and attributes that there are', (page) => {
    const html = readFileSync(`${folder}/${page}`, 'utf8');
    for (const [tag, name = ''] of html.matchAll(/<(petition-[a-z-]+)(?:\s[^<>]*)?>/g)) {
      const known = attributes.get(name);
      expect(known, tag).toBeDefined();
      expect([...(known ?? []), ...ofAnyElement], tag).toEqual(expect.arrayContaining([...namesIn(tag)]));
    }
    for (const [tag] of html.matchAll(/<script\s[^<>]*data-[^<>]*>/g)) {
      const data = namesIn(tag).filter((name) => name.startsWith('data-'));
      const known = [...ofTheTag, ...attributes.values()].flat().map((name) => `data-${name}`);
      expect(known, tag).toEqual(expect.arrayContaining(data));
    }
  });
});
