import type {Supporter} from '../../../src/model/supporter.ts';
import type {ListedSupporter} from '../storage/counts.ts';

/** What keeps a silent stream from being taken for a dead one. */
export const heartbeat = Buffer.from(':\n\n');

/** Its id is the total, by which a reader who comes back says what it knows. */
export const countEvent = (total: number, json: string): Buffer =>
  Buffer.from(`event: count\nid: ${total}\ndata: ${json}\n\n`);

/** Member by member: whatever else a storage may know of a supporter doesn't travel. */
export function supporterEvent({id, name, country, lang, signedAt}: ListedSupporter): Buffer {
  const supporter: Supporter = {id, name, country, lang, signedAt};
  return Buffer.from(`event: supporter\ndata: ${JSON.stringify(supporter)}\n\n`);
}
