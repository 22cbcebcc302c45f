import {createParser, type EventSourceMessage} from 'eventsource-parser';

/** Characters that an event may have: many times what one of the protocol has. */
const largestEvent = 64 * 1024;

interface StreamListener {
  /** Something has come in, if only a comment. */
  alive(): void;
  event(message: EventSourceMessage): void;
}

/**
 * Hands on the server-sent events of an answer's body (HTML, 9.2) until it ends.
 * @throws what the body throws, and for an event that is too large
 */
export async function readEvents(body: ReadableStream<Uint8Array>, listener: StreamListener): Promise<void> {
  const parser = createParser({maxBufferSize: largestEvent, onEvent: (message) => listener.event(message)});
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    listener.alive();
    parser.feed(decoder.decode(read.value, {stream: true}));
  }
}
