import {randomUUID} from 'node:crypto';
import * as v from 'valibot';
import type {Row, Transaction} from './database.ts';
import type {Signing} from './storage.ts';

const signedRowSchema = v.object({id: v.string(), counted_at: v.nullable(v.string())});

export interface StoredSignature {
  readonly id: string;
  readonly isCounted: boolean;
  /** It counts since now. */
  readonly isNewlyCounted: boolean;
}

/**
 * A mailbox that has signed already costs the same statement and a write of the same size, so that neither
 * tells by its time; what it signed stays as it was.
 */
const insert = `INSERT INTO signature
    (id, petition_id, mailbox, fields, consents, listed, lang, source, signed_at, counted_at)
  VALUES (:id, :petition, :mailbox, :fields, :consents, :listed, :lang, :source, :at, :countedAt)
  ON CONFLICT (petition_id, mailbox) DO UPDATE SET lang = signature.lang
  RETURNING id, counted_at`;

const count = 'UPDATE signature SET counted_at = :at WHERE id = :id AND counted_at IS NULL RETURNING id';

interface Put {
  readonly signing: Signing;
  /** What it is to be known by, if it is the first of its mailbox. */
  readonly id: string;
}

const mailboxOf = ({signing: {petition, signature}}: Put): string => `${petition} ${signature.mailbox ?? ''}`;

function parametersOf({id, signing: {petition, signature, confirmation, at}}: Put) {
  return {
    id,
    petition,
    mailbox: signature.mailbox ?? null,
    fields: JSON.stringify(signature.fields),
    consents: JSON.stringify(signature.consents),
    listed: signature.listed,
    lang: signature.lang,
    source: JSON.stringify(signature.source),
    at: at.toISOString(),
    countedAt: confirmation === 'none' ? at.toISOString() : null,
  };
}

/** Stores signatures. @returns for each the one that is stored of its mailbox */
export async function putSignatures(
  transaction: Transaction,
  signings: readonly Signing[],
): Promise<ReadonlyMap<Signing, StoredSignature>> {
  // In one order, so that no two transactions wait for each other. The first of a mailbox stays the first.
  const puts = signings
    .map((signing): Put => ({signing, id: randomUUID()}))
    .toSorted((a, b) => (mailboxOf(a) < mailboxOf(b) ? -1 : mailboxOf(a) > mailboxOf(b) ? 1 : 0));
  const rows = await transaction.each(insert, puts.map(parametersOf));
  const stored = new Map(puts.map((put, index) => [put.signing, storedAs(put, rows[index]?.[0])]));
  for (const {signing, id} of await countWaiting(transaction, puts, stored)) {
    stored.set(signing, {id, isCounted: true, isNewlyCounted: true});
  }
  return stored;
}

/** Its own row tells whether it is new: a look before would not see what another process is at. */
function storedAs({id}: Put, row: Row | undefined): StoredSignature {
  const found = v.parse(signedRowSchema, row);
  const isCounted = found.counted_at !== null;
  return {id: found.id, isCounted, isNewlyCounted: isCounted && found.id === id};
}

/** What waited for a mail counts once its petition asks for none any more. */
async function countWaiting(
  transaction: Transaction,
  puts: readonly Put[],
  stored: ReadonlyMap<Signing, StoredSignature>,
): Promise<Put[]> {
  const waiting = puts.flatMap(({signing}): Put[] => {
    const signature = stored.get(signing);
    return signing.confirmation === 'none' && signature?.isCounted === false ? [{signing, id: signature.id}] : [];
  });
  const rows = await transaction.each(
    count,
    waiting.map(({id, signing}) => ({id, at: signing.at.toISOString()})),
  );
  return waiting.filter((_, index) => rows[index]?.length);
}
