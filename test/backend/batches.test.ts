import {randomUUID} from 'node:crypto';
import {describe, expect, inject, it} from 'vitest';
import {ChallengeUsed} from '../../demo/backend/storage/challenge-uses.ts';
import {RateLimitReached} from '../../demo/backend/storage/rate-limits.ts';
import {StorageUnavailable, type CountRevision} from '../../demo/backend/storage/storage.ts';
import {databaseOf} from './support/databases.ts';
import {folderOf} from './support/folders.ts';
import {counted, sign, signing, start, testStorage, totalIn, totalOf} from './support/storage.ts';

const people = (number: number): string[] =>
  Array.from({length: number}, (_, index) => `person-${index}@water.example`);

const upTo = (number: number): number[] => Array.from({length: number}, (_, index) => index + 1);

const fulfilledIn = <T>(results: readonly PromiseSettledResult<T>[]): T[] =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));

const reasonsIn = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
  results.filter((result) => result.status === 'rejected').map(({reason}): unknown => reason);

/** Lets no transaction be committed in which somebody signs whose address begins with this. */
const failingCommit = (beginning: string): string => `
  CREATE TABLE dangling (id TEXT REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED);
  ${
    inject('postgresUrl') === undefined
      ? `CREATE TRIGGER dangle AFTER INSERT ON signature WHEN new.mailbox LIKE '${beginning}%'
         BEGIN INSERT INTO dangling VALUES ('nobody'); END`
      : `CREATE FUNCTION dangle() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN INSERT INTO dangling VALUES ('nobody'); RETURN new; END $$;
         CREATE TRIGGER dangle AFTER INSERT ON signature FOR EACH ROW WHEN (new.mailbox LIKE '${beginning}%')
         EXECUTE FUNCTION dangle()`
  }`;

describe('signatures that come at once', () => {
  it('are each told the total as they made it', async () => {
    const storage = await testStorage();
    const answers = await Promise.all(people(1200).map((mailbox) => sign(storage, signing(mailbox))));
    expect(answers.map(totalIn)).toEqual(upTo(1200));
    expect(await totalOf(storage)).toBe(1200);
  });

  it('change the count no more often than they are written', async () => {
    const storage = await testStorage();
    const changes: (CountRevision | undefined)[] = [];
    storage.watchCounts((change) => changes.push(change));
    await Promise.all(people(400).map((mailbox) => sign(storage, signing(mailbox))));
    const own = changes.filter((change) => change !== undefined);
    expect(own.at(-1)?.count.total).toBe(400);
    expect(own.length).toBeLessThan(20);
    expect(await storage.findCount(counted.id)).toEqual(own.at(-1));
  });

  it('are not held up by those that are refused', async () => {
    const storage = await testStorage();
    const challenge = {hash: 'used', expiresAt: new Date(start.getTime() + 1000)};
    const withChallenge = (mailbox: string) => {
      const one = signing(mailbox);
      return {...one, signature: {...one.signature, challenge}};
    };
    await sign(storage, withChallenge('first@water.example'));
    const limits = [{subject: 'block', perHour: 3}];
    const requests = people(500).map((mailbox, index) => {
      if (index === 250) return withChallenge(mailbox);
      return index % 100 === 7 ? signing(mailbox, {limits}) : signing(mailbox);
    });
    const results = await Promise.allSettled(requests.map((request) => sign(storage, request)));
    const reasons = reasonsIn(results);
    expect(reasons.filter((reason) => reason instanceof RateLimitReached)).toHaveLength(2);
    expect(reasons.filter((reason) => reason instanceof ChallengeUsed)).toHaveLength(1);
    expect(reasons).toHaveLength(3);
    expect(fulfilledIn(results).map(totalIn)).toEqual(upTo(498).slice(1));
    expect(await totalOf(storage)).toBe(498);
  });

  it('use up no limit where a used proof of work has them refused', async () => {
    const storage = await testStorage();
    const challenge = {hash: 'one', expiresAt: new Date(start.getTime() + 1000)};
    const limits = [{subject: 'block', perHour: 2}];
    const one = signing('a@water.example', {limits});
    const again = signing('b@water.example', {limits});
    const results = await Promise.allSettled([
      sign(storage, {...one, signature: {...one.signature, challenge}}),
      sign(storage, {...again, signature: {...again.signature, challenge}}),
    ]);
    expect(reasonsIn(results)).toEqual([expect.any(ChallengeUsed)]);
    await sign(storage, signing('c@water.example', {limits}));
    await expect(sign(storage, signing('d@water.example', {limits}))).rejects.toThrow(RateLimitReached);
  });

  it('share what becomes of a key', async () => {
    const storage = await testStorage();
    const key = randomUUID();
    const answers = await Promise.all(people(30).map((mailbox) => sign(storage, signing(mailbox, {key}))));
    expect(new Set(answers.map(({digest, body}) => `${digest} ${body}`))).toEqual(
      new Set(['person-0@water.example 1']),
    );
    expect(await totalOf(storage)).toBe(1);
  });

  it('are stored without the one by which their commit fails', async () => {
    const dataDir = folderOf();
    const storage = await testStorage(dataDir);
    const {run, rows} = await databaseOf(dataDir);
    await run(failingCommit('doomed'));
    const mailboxes = [...people(20), 'doomed@water.example', 'last@water.example'];
    const results = await Promise.allSettled(mailboxes.map((mailbox) => sign(storage, signing(mailbox))));
    expect(reasonsIn(results)).toHaveLength(1);
    expect(results[20]?.status).toBe('rejected');
    expect(fulfilledIn(results).map(totalIn)).toEqual(upTo(21));
    expect(await rows('SELECT mailbox FROM signature')).toHaveLength(21);
    expect(await rows('SELECT key FROM kept_answer')).toHaveLength(21);
    expect(await totalOf(storage)).toBe(21);
  });

  it('are refused at once when too many wait, and all when none can be stored', async () => {
    const dataDir = folderOf();
    const storage = await testStorage(dataDir);
    const {hold} = await databaseOf(dataDir);
    const release = await hold();
    const waiting = Promise.allSettled(people(20_500).map((mailbox) => sign(storage, signing(mailbox))));
    await expect(sign(storage, signing('late@water.example'))).rejects.toThrow('too many');
    const reasons = reasonsIn(await waiting);
    expect(reasons).toHaveLength(20_500);
    for (const reason of reasons) expect(reason).toBeInstanceOf(StorageUnavailable);
    await release();
    expect(totalIn(await sign(storage, signing('late@water.example')))).toBe(1);
  });

  it('are answered when the storage is closed', async () => {
    const storage = await testStorage();
    const signed = Promise.all(people(10).map((mailbox) => sign(storage, signing(mailbox))));
    await storage.close();
    expect((await signed).map(totalIn)).toEqual(upTo(10));
  });
});

describe('a signature that waited for its mail', () => {
  it('counts once its petition asks for none, and once only', async () => {
    const storage = await testStorage();
    await sign(storage, signing('a@water.example', {confirmation: 'email'}));
    expect(await totalOf(storage)).toBe(0);
    const again = Array.from({length: 5}, () => sign(storage, signing('a@water.example')));
    expect(new Set((await Promise.all(again)).map(totalIn))).toEqual(new Set([1]));
    expect(await totalOf(storage)).toBe(1);
  });
});
