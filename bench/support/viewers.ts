import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import * as v from 'valibot';
import {now} from './clock.ts';
import {Histogram} from './histogram.ts';
import type {Commit} from './load.ts';
import {answerOf, startNode} from './node-process.ts';
import {latenciesSchema, stateSchema, type Order, type ViewersState} from './viewer-messages.ts';

const program = join(import.meta.dirname, 'viewer-process.ts');

/** One process has no room for the files of more, where a machine allows few. */
const streamsPerProcess = 10_000;
/** Files that a process has open beside its streams. */
const otherFiles = 100;

/** The viewers of each process come from an address of their own, after that of the signers: ports run out. */
const firstAddress = 2;

/** How often they are asked how they are (ms). */
const statePause = 250;
const msPerSecond = 1000;

interface ViewersOptions {
  readonly url: URL;
  readonly petition: string;
  readonly streams: number;
  readonly perSecond: number;
}

/** Live viewers in processes of their own. */
export class Viewers {
  readonly streams: number;
  readonly #children: readonly ChildProcess[];

  /** Begins to open them. */
  constructor({url, petition, streams, perSecond}: ViewersOptions) {
    this.streams = streams;
    const processes = Math.ceil(streams / streamsPerProcess);
    this.#children = Array.from({length: processes}, (_, index) => {
      const files = streamsPerProcess + otherFiles;
      const child = startNode([program], {files, stdio: ['ignore', 'inherit', 'inherit', 'ipc']});
      const order: Order = {
        kind: 'open',
        host: url.hostname,
        port: Number(url.port),
        path: `/v1/petitions/${petition}/live`,
        streams: Math.min(streamsPerProcess, streams - index * streamsPerProcess),
        perSecond: perSecond / processes,
        localAddress: `127.0.0.${firstAddress + index}`,
      };
      child.send(order);
      return child;
    });
  }

  async state(): Promise<ViewersState> {
    const states = await Promise.all(this.#children.map((child) => ask(child, {kind: 'state'}, stateSchema)));
    const sum = (of: (state: ViewersState) => number): number => states.reduce((all, state) => all + of(state), 0);
    return {
      isComplete: states.every(({isComplete}) => isComplete),
      open: sum(({open}) => open),
      served: sum(({served}) => served),
      refused: added(states.flatMap(({refused}) => refused)),
      putOff: sum(({putOff}) => putOff),
      away: sum(({away}) => away),
      broken: sum(({broken}) => broken),
      events: sum(({events}) => events),
      supporters: sum(({supporters}) => supporters),
      heartbeats: sum(({heartbeats}) => heartbeats),
      lastTotals: added(states.flatMap(({lastTotals}) => lastTotals)),
    };
  }

  /** Waits for something to be true of them, and tells how they are then, or when it takes too long. */
  async waitFor(isReached: (state: ViewersState) => boolean, seconds: number): Promise<ViewersState> {
    const end = now() + seconds * msPerSecond;
    let state = await this.state();
    while (!isReached(state) && now() < end) {
      await wait(statePause);
      state = await this.state();
    }
    return state;
  }

  /** Resolves once each has had a first count, or was refused for good, or it takes too long. */
  opened(seconds: number): Promise<ViewersState> {
    return this.waitFor(({isComplete, away, open, served}) => isComplete && away === 0 && served >= open, seconds);
  }

  /** From each signature to its count on each stream, as of its answer, and as of its sending. */
  async latencies(commits: readonly Commit[]): Promise<{fromAnswer: Histogram; fromSending: Histogram}> {
    const order: Order = {kind: 'latencies', commits: commits.map(([...commit]) => commit)};
    const answers = await Promise.all(this.#children.map((child) => ask(child, order, latenciesSchema)));
    const [fromAnswer, fromSending] = [new Histogram(), new Histogram()];
    for (const answer of answers) {
      fromAnswer.merge(answer.fromAnswer);
      fromSending.merge(answer.fromSending);
    }
    return {fromAnswer, fromSending};
  }

  async close(): Promise<void> {
    const ended = this.#children.map((child) => once(child, 'exit'));
    for (const child of this.#children) child.kill();
    await Promise.all(ended);
  }
}

/** How many of the open ones saw this total last. */
export const havingSeen = ({lastTotals}: ViewersState, total: number): number =>
  lastTotals.find(([seen]) => seen === total)?.[1] ?? 0;

async function ask<T>(child: ChildProcess, order: Order, schema: v.GenericSchema<unknown, T>): Promise<T> {
  return v.parse(schema, await answerOf(child, order));
}

function added(pairs: readonly (readonly [of: number, times: number])[]): [number, number][] {
  const sums = new Map<number, number>();
  for (const [of, times] of pairs) sums.set(of, (sums.get(of) ?? 0) + times);
  return [...sums];
}
