import type {Parameters} from './database.ts';
import type {ListPosition, ListQuery} from './storage.ts';

export interface Selection {
  /** What follows the table's name. */
  readonly clauses: string;
  readonly parameters: Parameters;
}

const keys: Readonly<Record<ListPosition['sort'], string>> = {
  newest: 'petition.published_at',
  'most-signed': 'petition.total',
};

const keyOf = (position: ListPosition): string | number =>
  position.sort === 'newest' ? position.publishedAt : position.total;

/** The petitions of a list's page, in their order. */
export function selectionOf({organization, status, sort, after, limit, at}: ListQuery): Selection {
  const key = keys[sort];
  const conditions = [
    organization === undefined ? [] : ['petition.organization_id = :organization'],
    status === undefined
      ? []
      : [
          `CASE WHEN petition.status = 'open' AND petition.closes_at <= :at THEN 'closed' ELSE petition.status END = :status`,
        ],
    after === undefined ? [] : [`(${key}, petition.id) < (:afterKey, :afterId)`],
  ].flat();
  return {
    clauses:
      (conditions.length > 0 ? `WHERE ${conditions.join(' AND ')} ` : '') +
      `ORDER BY ${key} DESC, petition.id DESC LIMIT :limit`,
    parameters: {
      limit,
      ...(organization === undefined ? {} : {organization}),
      ...(status === undefined ? {} : {status, at: at.toISOString()}),
      ...(after === undefined ? {} : {afterKey: keyOf(after), afterId: after.id}),
    },
  };
}
