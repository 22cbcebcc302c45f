import * as v from 'valibot';

/** What the process of the viewers is told. */
export const orderSchema = v.variant('kind', [
  v.object({
    kind: v.literal('open'),
    host: v.string(),
    port: v.number(),
    path: v.string(),
    streams: v.number(),
    perSecond: v.number(),
    /** Which of this machine's addresses they come from: each has ports of its own. */
    localAddress: v.string(),
  }),
  v.object({kind: v.literal('state')}),
  v.object({
    kind: v.literal('latencies'),
    /** Which totals there were, when their signatures were sent, and when they were answered. */
    commits: v.array(v.tuple([v.number(), v.number(), v.number()])),
  }),
]);
export type Order = v.InferOutput<typeof orderSchema>;

export const stateSchema = v.object({
  /** All that were to be opened have been tried. */
  isComplete: v.boolean(),
  open: v.number(),
  /** Those that have had a first count. */
  served: v.number(),
  /** Answered with something else than a stream, by status. */
  refused: v.array(v.tuple([v.number(), v.number()])),
  /** How often one was asked to come back later, and how many have yet to. */
  putOff: v.number(),
  away: v.number(),
  /** Ended by the backend, or never come about. */
  broken: v.number(),
  events: v.number(),
  supporters: v.number(),
  heartbeats: v.number(),
  /** The totals that open streams saw last, and how many saw each. */
  lastTotals: v.array(v.tuple([v.number(), v.number()])),
});
export type ViewersState = v.InferOutput<typeof stateSchema>;

const histogramSchema = v.object({buckets: v.array(v.tuple([v.number(), v.number()])), max: v.number()});

export const latenciesSchema = v.object({fromAnswer: histogramSchema, fromSending: histogramSchema});
export type LatencyData = v.InferOutput<typeof latenciesSchema>;
