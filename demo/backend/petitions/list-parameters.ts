import * as v from 'valibot';
import {integer} from '../../../src/backend/wire-values.ts';
import type {FieldError} from '../../../src/model/outcome.ts';
import {petitionStatuses} from '../../../src/model/vocabulary.ts';
import {ProblemError} from '../http/problems.ts';
import type {ListPosition, ListQuery, StoredPetition} from '../storage/storage.ts';

const largestLimit = 100;
const usualLimit = 20;

const positionSchema: v.GenericSchema<ListPosition> = v.variant('sort', [
  v.object({sort: v.literal('newest'), publishedAt: v.string(), id: v.string()}),
  v.object({sort: v.literal('most-signed'), total: integer, id: v.string()}),
]);

const isLimit = (limit: number): boolean => Number.isInteger(limit) && limit >= 1 && limit <= largestLimit;
const limitSchema = v.pipe(v.string(), v.transform(Number), v.check(isLimit));

const parametersSchema = v.object({
  organization: v.optional(v.string()),
  status: v.optional(v.picklist(petitionStatuses)),
  lang: v.optional(v.string()),
  sort: v.optional(v.picklist(['newest', 'most-signed'])),
  limit: v.optional(limitSchema),
  cursor: v.optional(v.string()),
});

export interface ListParameters {
  readonly lang: string | undefined;
  readonly query: Omit<ListQuery, 'at'>;
}

function invalid(names: readonly unknown[]): ProblemError {
  const errors = names.map((name): FieldError => ({field: String(name), code: 'invalid'}));
  return new ProblemError('invalid', {errors});
}

/** What a list is asked for; an empty parameter is one that is not there. */
export function listParameters(query: Readonly<Record<string, string>>): ListParameters {
  const filled = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const parsed = v.safeParse(parametersSchema, filled);
  if (!parsed.success) throw invalid(parsed.issues.map(({path}) => path?.[0].key));
  const {organization, status, lang, cursor, sort = 'newest', limit = usualLimit} = parsed.output;
  const after = cursor === undefined ? undefined : positionOf(cursor);
  if (after && after.sort !== sort) throw invalid(['cursor']);
  return {lang, query: {organization, status, sort, limit, after}};
}

/** Where the list goes on after a petition. */
export function cursorAfter({definition, count}: StoredPetition, sort: ListPosition['sort']): string {
  const {id} = definition;
  const position: ListPosition =
    sort === 'newest'
      ? {sort, publishedAt: new Date(definition.publishedAt).toISOString(), id}
      : {sort, total: count.total, id};
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function positionOf(cursor: string): ListPosition {
  try {
    return v.parse(positionSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalid(['cursor']);
  }
}
