import {randomUUID} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import type {CountRevision, Storage} from '../../demo/backend/storage/storage.ts';
import {folderOf} from './support/folders.ts';
import {counted, sign, signing, start, testStorage, totalIn, totalOf} from './support/storage.ts';

async function twoProcesses(): Promise<[Storage, Storage]> {
  const dataDir = folderOf();
  return [await testStorage(dataDir), await testStorage(dataDir)];
}

/** What a process knows of a count: what it hears, or reads again when it is told to. */
function known(storage: Storage): () => number | undefined {
  let latest: CountRevision | undefined;
  const take = (change: CountRevision | undefined): void => {
    if (change && change.revision > (latest?.revision ?? -1)) latest = change;
  };
  storage.watchCounts((change) => {
    if (change) take(change);
    else void storage.findCount(counted.id).then(take);
  });
  return () => latest?.count.total;
}

describe('two processes on one database', () => {
  it('hear of each other’s counts within a second, and of their own before they answer', async () => {
    const [one, other] = await twoProcesses();
    const [ofOne, ofOther] = [known(one), known(other)];
    await sign(one, signing('a@water.example'));
    expect(ofOne()).toBe(1);
    await expect.poll(ofOther).toBe(1);
    await sign(other, signing('b@water.example'));
    expect(ofOther()).toBe(2);
    await expect.poll(ofOne).toBe(2);
    await other.seed({organization: {id: 'o', name: 'O'}, petitions: [{...counted, broughtIn: 50}]}, start);
    await expect.poll(ofOne).toBe(52);
    await expect.poll(ofOther).toBe(52);
  });

  it('count one key once', async () => {
    const processes = await twoProcesses();
    for (let round = 1; round <= 20; round += 1) {
      const key = randomUUID();
      const requests = processes.flatMap((storage) =>
        ['a', 'b'].map((name) => sign(storage, signing(`${name}-${round}@water.example`, {key}))),
      );
      const answers = await Promise.all(requests);
      expect(new Set(answers.map(({digest, body}) => `${digest} ${body}`)).size).toBe(1);
      expect(await totalOf(processes[0])).toBe(round);
    }
  });

  it('count one mailbox once', async () => {
    const processes = await twoProcesses();
    for (let round = 1; round <= 20; round += 1) {
      const mailbox = `person-${round}@water.example`;
      const requests = processes.flatMap((storage) =>
        [signing(mailbox), signing(mailbox)].map((one) => sign(storage, one)),
      );
      expect(new Set((await Promise.all(requests)).map(totalIn))).toEqual(new Set([round]));
      expect(await totalOf(processes[1])).toBe(round);
    }
    expect(await processes[0].checkTotals(start)).toEqual([]);
  });

  it('tell each signer another total', async () => {
    const processes = await twoProcesses();
    const requests = processes.flatMap((storage, process) =>
      Array.from({length: 300}, (_, index) => sign(storage, signing(`${process}-${index}@water.example`))),
    );
    const totals = (await Promise.all(requests)).map(totalIn);
    expect(totals.toSorted((a, b) => a - b)).toEqual(Array.from({length: 600}, (_, index) => index + 1));
  });

  it('keep to one limit', async () => {
    const processes = await twoProcesses();
    const limits = [{subject: 'block', perHour: 10}];
    const requests = processes.flatMap((storage, process) =>
      Array.from({length: 30}, (_, index) => sign(storage, signing(`${process}-${index}@water.example`, {limits}))),
    );
    const results = await Promise.allSettled(requests);
    expect(results.filter(({status}) => status === 'fulfilled')).toHaveLength(10);
    expect(await totalOf(processes[0])).toBe(10);
  });

  it('take it on once a night to check the totals', async () => {
    const processes = await twoProcesses();
    for (const night of ['2026-11-01', '2026-11-02']) {
      const taken = processes.flatMap((storage) => [storage.takeOnCheck(night), storage.takeOnCheck(night)]);
      expect((await Promise.all(taken)).filter(Boolean)).toHaveLength(1);
    }
  });
});
