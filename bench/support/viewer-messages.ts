import * as z from 'zod/mini';

/** What the process of the viewers is told. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    host: z.string(),
    port: z.number(),
    path: z.string(),
    streams: z.number(),
    perSecond: z.number(),
    /** Which of this machine's addresses they come from: each has ports of its own. */
    localAddress: z.string(),
  }),
  z.object({kind: z.literal('state')}),
  z.object({
    kind: z.literal('latencies'),
    /** Which totals there were, when their signatures were sent, and when they were answered. */
    commits: z.array(z.tuple([z.number(), z.number(), z.number()])),
  }),
]);
export type Order = z.infer<typeof orderSchema>;

export const stateSchema = z.object({
  /** All that were to be opened have been tried. */
  isComplete: z.boolean(),
  open: z.number(),
  /** Those that have had a first count. */
  served: z.number(),
  /** Answered with something else than a stream, by status. */
  refused: z.array(z.tuple([z.number(), z.number()])),
  /** How often one was asked to come back later, and how many have yet to. */
  putOff: z.number(),
  away: z.number(),
  /** Ended by the backend, or never come about. */
  broken: z.number(),
  events: z.number(),
  supporters: z.number(),
  heartbeats: z.number(),
  /** The totals that open streams saw last, and how many saw each. */
  lastTotals: z.array(z.tuple([z.number(), z.number()])),
});
export type ViewersState = z.infer<typeof stateSchema>;

const histogramSchema = z.object({buckets: z.array(z.tuple([z.number(), z.number()])), max: z.number()});

export const latenciesSchema = z.object({fromAnswer: histogramSchema, fromSending: histogramSchema});
export type LatencyData = z.infer<typeof latenciesSchema>;
