import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {countSchema} from '../../src/backend/wire.ts';
import {testBackend} from './support/backend.ts';
import {Crowd, sendAll} from './support/crowd.ts';
import {river} from './support/fixtures.ts';
import {folderOf, seedFolder} from './support/folders.ts';
import {backendProcess} from './support/process.ts';

const kills = 10;
const clients = 16;
/** How many answers a backend lives to give. */
const [fewest, most] = [1, 200];

/** The same seed kills after the same numbers of answers: `CRASH_SEED=… npm run test:backend`. */
const seed = Number(process.env['CRASH_SEED'] || 1 + Math.floor(Math.random() * 1e9));

/** Numbers that look random and follow from the seed (a Lehmer generator). */
function lifetimes(): number[] {
  let state = seed;
  return Array.from({length: kills}, () => {
    state = (state * 48_271) % 2_147_483_647;
    return fewest + (state % (most - fewest + 1));
  });
}

const path = `/v1/petitions/${river.id}`;

async function countedAt(url: string): Promise<number> {
  const answer = await fetch(`${url}${path}/count`);
  return v.parse(countSchema, await answer.json()).total - river.broughtIn;
}

describe(`a backend that is killed ${kills} times while people sign (CRASH_SEED=${seed})`, () => {
  it('loses none that was answered, counts none twice, and answers each as at first', {timeout: 120_000}, async () => {
    const [dataDir, petitions] = [folderOf(), seedFolder([river])];
    const crowd = new Crowd(clients);
    for (const lifetime of lifetimes()) {
      const backend = await backendProcess(dataDir, petitions);
      const counted = await countedAt(backend.url);
      expect(counted).toBeGreaterThanOrEqual(crowd.answered.length);
      expect(counted).toBeLessThanOrEqual(crowd.answered.length + crowd.unanswered.length);

      let answers = 0;
      await crowd.signUntilCutOff(`${backend.url}${path}/signatures`, () => {
        answers += 1;
        if (answers === lifetime) backend.kill('SIGKILL');
      });
      expect(await backend.ended).toBe('SIGKILL');
    }

    const {answered, unanswered} = crowd;
    const backend = await testBackend({dataDir, petitions: [river]});
    /** Whose signatures are stored, each once, and as many as the total says: all by one look at the database. */
    const storedMailboxes = async (): Promise<Set<unknown>> => {
      const rows = await backend.rows(
        `SELECT signature.mailbox, petition.total FROM signature JOIN petition ON petition.id = signature.petition_id
         WHERE signature.counted_at IS NOT NULL`,
      );
      const mailboxes = new Set(rows.map(({mailbox}) => mailbox));
      expect(mailboxes.size).toBe(rows.length);
      expect(new Set(rows.map(({total}) => total))).toEqual(new Set([river.broughtIn + rows.length]));
      return mailboxes;
    };

    const stored = await storedMailboxes();
    expect(answered.filter(({mailbox}) => !stored.has(mailbox))).toEqual([]);

    const signing = `${backend.url}${path}/signatures`;
    expect(await sendAll(signing, answered, clients)).toEqual(answered.map(({answer}) => answer));
    // Twice: whatever came of the one that was cut off, each counts once.
    await sendAll(signing, [...unanswered, ...unanswered], clients);
    const all = new Set([...answered, ...unanswered].map(({mailbox}) => mailbox));
    expect(await storedMailboxes()).toEqual(all);
    expect((await backend.count()).total).toBe(river.broughtIn + all.size);
  });
});
