import {request, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders} from 'node:http';
import {createParser, type EventSourceMessage} from 'eventsource-parser';
import {onTestFinished} from 'vitest';
import * as v from 'valibot';
import {countSchema} from '../../../src/backend/wire.ts';
import {supporterSchema} from '../../../src/backend/wire-supporter.ts';
import type {Count} from '../../../src/model/count.ts';
import type {Supporter} from '../../../src/model/supporter.ts';
import {river} from './fixtures.ts';
import {answerTo} from './raw-http.ts';

/** A stream as its reader sees it. */
export interface OpenStream {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** All of its bytes so far. */
  readonly text: string;
  readonly events: readonly EventSourceMessage[];
  readonly comments: number;
  readonly counts: readonly Count[];
  readonly totals: readonly number[];
  readonly supporters: readonly Supporter[];
  readonly isEnded: boolean;
  /** Goes away without a word. */
  leave(): void;
}

export const livePath = (petition: string = river.id): string => `/v1/petitions/${petition}/live`;

/** Opens a stream, for as long as the test runs. */
export async function openStream(url: string, headers: OutgoingHttpHeaders = {}): Promise<OpenStream> {
  const sent = request(url, {headers, agent: false});
  onTestFinished(() => {
    sent.destroy();
  });
  sent.end();
  const answer = await answerTo(sent);
  return follow(answer, () => sent.destroy());
}

function follow(answer: IncomingMessage, leave: () => void): OpenStream {
  let text = '';
  let comments = 0;
  let isEnded = false;
  const events: EventSourceMessage[] = [];
  const parser = createParser({onEvent: (event) => events.push(event), onComment: () => (comments += 1)});
  answer.setEncoding('utf8');
  answer.on('data', (chunk: string) => {
    text += chunk;
    parser.feed(chunk);
  });
  answer.once('close', () => {
    isEnded = true;
  });
  // A stream that is cut ends with an error.
  answer.on('error', () => undefined);
  const dataOf = (name: string): unknown[] =>
    events.filter(({event}) => event === name).map(({data}): unknown => JSON.parse(data));
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    get text() {
      return text;
    },
    events,
    get comments() {
      return comments;
    },
    get counts() {
      return dataOf('count').map((data) => v.parse(countSchema, data));
    },
    get totals() {
      return this.counts.map(({total}) => total);
    },
    get supporters() {
      return dataOf('supporter').map((data) => v.parse(supporterSchema, data));
    },
    get isEnded() {
      return isEnded;
    },
    leave,
  };
}
