import {setTimeout as wait} from 'node:timers/promises';
import * as v from 'valibot';
import {now} from './clock.ts';
import {Histogram} from './histogram.ts';
import {type LatencyData, type Order, orderSchema, type ViewersState} from './viewer-messages.ts';
import {type StreamAddress, type StreamListener, ViewerStream} from './viewer-stream.ts';

/*
 * The process of the live viewers. They are not in that of the signers, whose latencies would be of the time
 * that the events of the viewers take to read.
 */

type OpenOrder = Extract<Order, {kind: 'open'}>;
type Commits = Extract<Order, {kind: 'latencies'}>['commits'];

/** Streams are opened so many at a time (ms between). */
const openPause = 10;
const msPerSecond = 1000;

const streams: ViewerStream[] = [];
const refused = new Map<number, number>();
/** Each later count of each stream: the total before, the total, and when it came. */
const receipts: [before: number, total: number, at: number][] = [];
let [isComplete, served, broken, events, supporters, heartbeats] = [false, 0, 0, 0, 0, 0];
/** How often one was asked to come back later, and how many have yet to. */
let [putOff, away] = [0, 0];

const listenerOf = (comeBack: () => void): StreamListener => ({
  counted: (before, total) => {
    events += 1;
    if (before === undefined) served += 1;
    else receipts.push([before, total, now()]);
  },
  supporter: () => (supporters += 1),
  heartbeat: () => (heartbeats += 1),
  refused: (status) => refused.set(status, (refused.get(status) ?? 0) + 1),
  putOff: (seconds) => {
    putOff += 1;
    away += 1;
    setTimeout(() => {
      away -= 1;
      comeBack();
    }, seconds * msPerSecond);
  },
  broken: () => (broken += 1),
});

function openOne(address: StreamAddress): void {
  const comeBack = (): void => openOne(address);
  streams.push(new ViewerStream(address, listenerOf(comeBack)));
}

async function open({streams: wanted, perSecond, ...address}: OpenOrder): Promise<void> {
  const start = now();
  let opened = 0;
  while (opened < wanted) {
    const due = Math.min(wanted, Math.ceil(((now() - start) * perSecond) / msPerSecond));
    for (; opened < due; opened += 1) openOne(address);
    await wait(openPause);
  }
  isComplete = true;
}

function stateNow(): ViewersState {
  const isOpen = streams.filter((stream) => stream.isOpen);
  const totals = new Map<number, number>();
  for (const {lastTotal} of isOpen) {
    if (lastTotal !== undefined) totals.set(lastTotal, (totals.get(lastTotal) ?? 0) + 1);
  }
  return {
    isComplete,
    open: isOpen.length,
    served,
    refused: [...refused],
    putOff,
    away,
    broken,
    events,
    supporters,
    heartbeats,
    lastTotals: [...totals],
  };
}

/** Of each signature on each stream: from then until the first count that has it in it. */
function latenciesOf(commits: Commits): LatencyData {
  const byTotal = new Map(commits.map(([total, sentAt, answeredAt]) => [total, {sentAt, answeredAt}]));
  const [fromAnswer, fromSending] = [new Histogram(), new Histogram()];
  for (const [before, total, at] of receipts) {
    for (let each = before + 1; each <= total; each += 1) {
      const commit = byTotal.get(each);
      if (!commit) continue;
      fromAnswer.add(at - commit.answeredAt);
      fromSending.add(at - commit.sentAt);
    }
  }
  return {fromAnswer: fromAnswer.toData(), fromSending: fromSending.toData()};
}

process.on('message', (message) => {
  const order = v.parse(orderSchema, message);
  if (order.kind === 'open') void open(order);
  else if (order.kind === 'state') process.send?.(stateNow());
  else process.send?.(latenciesOf(order.commits));
});
process.once('disconnect', () => process.exit());
