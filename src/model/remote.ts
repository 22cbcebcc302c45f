import type {Problem} from './outcome.ts';

/** A value that comes over the network, in one of the four states that it can be in. */
export type Remote<T> =
  | {readonly state: 'idle'}
  | {readonly state: 'loading'}
  | {readonly state: 'ready'; readonly value: T}
  | {readonly state: 'failed'; readonly problem: Problem};

export const idle: Remote<never> = {state: 'idle'};
export const loading: Remote<never> = {state: 'loading'};
export const ready = <T>(value: T): Remote<T> => ({state: 'ready', value});
export const failed = (problem: Problem): Remote<never> => ({state: 'failed', problem});
