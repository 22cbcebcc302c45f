import {randomUUID} from 'node:crypto';
import type {Signature} from '../../src/model/signature.ts';
import {now} from './clock.ts';
import {HttpConnection} from './http-connection.ts';
import {consent} from './petition.ts';

/** Stands where each request has a random id of its own. */
const slot = '00000000-0000-4000-8000-000000000000';

type Person = Pick<Signature, 'listed' | 'lang'> & {readonly fields: Readonly<Record<string, string>>};

/** Names, countries and comments of the lengths that they have. */
const people: readonly Person[] = [
  {
    fields: {givenName: 'Amina', familyName: 'Turdi', country: 'DE', comment: 'For my grandmother’s river.'},
    listed: 'name',
    lang: 'ug-Latn',
  },
  {fields: {givenName: 'Jean-Baptiste', familyName: 'de la Fontaine', country: 'FR'}, listed: 'unlisted', lang: 'fr'},
  {
    fields: {
      givenName: 'مەمەت',
      familyName: 'ئابدۇللا',
      country: 'TR',
      comment: 'بۇ دەريا بىزنىڭ. ئۇنى قوغداش ھەممىمىزنىڭ بۇرچى، كېچىكتۈرمەي ھەرىكەت قىلايلى.',
    },
    listed: 'initials',
    lang: 'ug-Arab',
  },
  {fields: {givenName: 'さくら', familyName: '田中', country: 'JP'}, listed: 'unlisted', lang: 'ja'},
  {
    fields: {
      givenName: 'Maria',
      familyName: 'Gonçalves Pereira',
      country: 'PT',
      comment: 'I have fished here for thirty years, and the water has never been as low as it was this summer.',
    },
    listed: 'name',
    lang: 'en',
  },
  {fields: {givenName: 'Li', familyName: 'Wu', country: 'US'}, listed: 'unlisted', lang: 'en'},
];

function signatureOf({fields, listed, lang}: Person): Signature {
  return {
    fields: {...fields, email: `${slot}@mail.example`},
    consents: [{name: consent.name, given: true, textId: consent.textId}],
    listed,
    lang,
    source: {
      code: 'partner-news',
      referrer: 'https://www.news.example/world/2026/11/the-river-that-is-drying-up',
      page: 'https://www.news.example/world/2026/11/sign',
    },
  };
}

function requestOf(url: URL, petition: string, signature: Signature): Buffer {
  const body = JSON.stringify(signature);
  const head = [
    `POST /v1/petitions/${petition}/signatures HTTP/1.1`,
    `Host: ${url.host}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Idempotency-Key: ${slot}`,
    'Origin: https://www.news.example',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Accept: */*',
    'Accept-Language: en-US,en;q=0.5',
    'Accept-Encoding: gzip, deflate, br',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** How one signature was answered. */
export interface Signed {
  readonly status: number;
  /** The petition's, as the answer has it. */
  readonly total: number | undefined;
  readonly sentAt: number;
  readonly answeredAt: number;
}

/** Signs on a connection of its own, as a new person each time. */
export class Signer {
  readonly #connection: HttpConnection;
  readonly #request: Buffer;
  readonly #slots: readonly [key: number, mailbox: number];

  /** @param index which of some people it signs like */
  constructor(url: URL, petition: string, index: number) {
    const [first] = people;
    const person = people[index % people.length] ?? first;
    if (person === undefined) throw new Error('Nobody signs');
    this.#connection = new HttpConnection(url);
    this.#request = requestOf(url, petition, signatureOf(person));
    this.#slots = [this.#request.indexOf(slot), this.#request.lastIndexOf(slot)];
  }

  /** One at a time: the request before is sent, so its bytes may be used again. */
  async sign(): Promise<Signed> {
    const id = randomUUID();
    for (const at of this.#slots) this.#request.write(id, at, 'latin1');
    const sentAt = now();
    const {status, body} = await this.#connection.send(this.#request);
    const total = /"total":(\d+)/.exec(body)?.[1];
    return {status, total: total === undefined ? undefined : Number(total), sentAt, answeredAt: now()};
  }

  close(): void {
    this.#connection.close();
  }
}
