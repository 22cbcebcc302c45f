import * as v from 'valibot';
import {listings} from '../../../src/model/vocabulary.ts';
import type {ListedSupporter} from './counts.ts';
import type {Reader} from './database.ts';
import {listedName} from './listed-name.ts';
import {sortableTime} from './seeding.ts';

const fieldsSchema = v.record(v.string(), v.string());
const supporterRowSchema = v.object({
  id: v.string(),
  fields: v.string(),
  listed: v.picklist(listings),
  lang: v.string(),
  signed_at: v.string(),
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
  const {id, fields, listed, lang, signed_at} = v.parse(supporterRowSchema, row);
  const values = v.parse(fieldsSchema, JSON.parse(fields));
  const name = listedName(values, listed);
  return name === undefined ? [] : [{id, name, country: values['country'], lang, signedAt: signed_at}];
}
