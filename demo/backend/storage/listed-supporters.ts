import * as z from 'zod/mini';
import {listings} from '../../../src/model/vocabulary.ts';
import type {ListedSupporter} from './counts.ts';
import type {Reader} from './database.ts';
import {listedName} from './listed-name.ts';
import {sortableTime} from './seeding.ts';

const fieldsSchema = z.record(z.string(), z.string());
const supporterRowSchema = z.object({
  id: z.string(),
  fields: z.string(),
  listed: z.enum(listings),
  lang: z.string(),
  signed_at: z.string(),
});

export async function latestSupporters(
  reader: Reader,
  petition: string,
  since: string,
  limit: number,
): Promise<ListedSupporter[]> {
  const rows = await reader.all(
    `SELECT id, fields, listed, lang, signed_at FROM signature
     WHERE petition_id = :petition AND counted_at > :since AND listed <> 'unlisted'
     ORDER BY counted_at DESC, id DESC LIMIT :limit`,
    {petition, since: sortableTime(since), limit},
  );
  return rows.flatMap(supporterIn).toReversed();
}

/** None, where no name was given to be listed by. */
function supporterIn(row: unknown): ListedSupporter[] {
  const {id, fields, listed, lang, signed_at} = z.parse(supporterRowSchema, row);
  const values = z.parse(fieldsSchema, JSON.parse(fields));
  const name = listedName(values, listed);
  return name === undefined ? [] : [{id, name, country: values['country'], lang, signedAt: signed_at}];
}
