import {request, type ClientRequest, type IncomingMessage, type RequestOptions} from 'node:http';

/** A request that is sent as it is written, piece by piece; `fetch` would tidy it up. */
export function rawRequest(url: string, options: RequestOptions): ClientRequest {
  const {hostname, port} = new URL(url);
  return request({hostname, port, agent: false, ...options});
}

export function answerTo(sent: ClientRequest): Promise<IncomingMessage> {
  const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>();
  sent.once('response', resolve);
  sent.once('error', reject);
  return promise;
}

export async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return text;
}
