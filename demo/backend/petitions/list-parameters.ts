import * as z from 'zod/mini';
import type {FieldError} from '../../../src/model/outcome.ts';
import {petitionStatuses} from '../../../src/model/vocabulary.ts';
import {ProblemError} from '../http/problems.ts';
import type {ListPosition, ListQuery, StoredPetition} from '../storage/storage.ts';

const largestLimit = 100;
const usualLimit = 20;

const positionSchema: z.ZodMiniType<ListPosition> = z.discriminatedUnion('sort', [
  z.object({sort: z.literal('newest'), publishedAt: z.string(), id: z.string()}),
  z.object({sort: z.literal('most-signed'), total: z.int(), id: z.string()}),
]);

const limitSchema = z.pipe(z.coerce.number(), z.int().check(z.minimum(1), z.maximum(largestLimit)));

const parametersSchema = z.object({
  organization: z.optional(z.string()),
  status: z.optional(z.enum(petitionStatuses)),
  lang: z.optional(z.string()),
  sort: z.optional(z.enum(['newest', 'most-signed'])),
  limit: z.optional(limitSchema),
  cursor: z.optional(z.string()),
});

export interface ListParameters {
  readonly lang: string | undefined;
  readonly query: Omit<ListQuery, 'at'>;
}

function invalid(names: readonly PropertyKey[]): ProblemError {
  const errors = names.map((name): FieldError => ({field: String(name), code: 'invalid'}));
  return new ProblemError('invalid', {errors});
}

/** What a list is asked for; an empty parameter is one that is not there. */
export function listParameters(query: Readonly<Record<string, string>>): ListParameters {
  const filled = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const parsed = z.safeParse(parametersSchema, filled);
  if (!parsed.success) throw invalid(parsed.error.issues.map(({path}) => path[0] ?? ''));
  const {organization, status, lang, cursor, sort = 'newest', limit = usualLimit} = parsed.data;
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
    return z.parse(positionSchema, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalid(['cursor']);
  }
}
