/** How time passes on the streams (ms). */
export interface LiveTimings {
  /** A petition's streams hear of its changes at most this often. */
  readonly fanOutEvery: number;
  /** A silent stream gets a comment this often, so that nobody on the way takes it for dead. */
  readonly heartbeatEvery: number;
  /** A reader who has not read what was sent for this long is cut off. */
  readonly drainWithin: number;
}

export const usualTimings: LiveTimings = {fanOutEvery: 1000, heartbeatEvery: 15_000, drainWithin: 60_000};
