import type {LiveListener} from './client.ts';
import {readEvents} from './event-stream.ts';
import {parsedJson} from './parsed-json.ts';
import {countSchema, readAs} from './wire.ts';
import {supporterSchema} from './wire-supporter.ts';

/**
 * Reads the stream of a petition's count to its end.
 * @param alive called whenever something comes
 */
export function readLive(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  listener: LiveListener,
  alive: () => void,
): Promise<void> {
  return readEvents(body, {
    alive: () => {
      alive();
      listener.alive();
    },
    event: ({event, data}) => tell(listener, event, parsedJson(data)),
  });
}

/** Hands on what can be read; what can't is passed over, as a later version may tell more. */
function tell(listener: LiveListener, event: string | undefined, json: unknown): void {
  const count = event === 'count' ? readAs(countSchema, json) : undefined;
  if (count) listener.count(count);
  const supporter = event === 'supporter' ? readAs(supporterSchema, json) : undefined;
  if (supporter) listener.supporter(supporter);
}
