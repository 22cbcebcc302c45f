import type {FieldValues} from './validation.ts';
import type {Listing} from './vocabulary.ts';

/** A consent as it was given or withheld: `textId` names the very text that was shown. */
export interface ConsentAnswer {
  readonly name: string;
  readonly given: boolean;
  readonly textId: string;
}

/** Where a signature comes from: the partner's code, the referring site's origin, the page as {@link sourcePage} has it. */
export interface SignatureSource {
  readonly code?: string | undefined;
  readonly referrer?: string | undefined;
  readonly page?: string | undefined;
}

/** What a person hands in when signing. */
export interface Signature {
  readonly fields: FieldValues;
  readonly consents: readonly ConsentAnswer[];
  readonly listed?: Listing | undefined;
  readonly lang: string;
  readonly source?: SignatureSource | undefined;
  /** A solved proof of work, where the form asks for one. */
  readonly challenge?: string | undefined;
}

const longestPage = 2000;

/**
 * A page's address as a signature tells of it: of its query only what campaigns count by (`utm_…`), as
 * the rest may tell who somebody is; and so may a value with an `@`.
 */
export function sourcePage({origin, pathname, searchParams}: URL): string {
  const tags = [...searchParams].filter(([name, value]) => name.startsWith('utm_') && !value.includes('@'));
  const query = tags.length > 0 ? `?${new URLSearchParams(tags)}` : '';
  const page = origin + pathname + query;
  return page.length <= longestPage ? page : (origin + pathname).slice(0, longestPage);
}

/**
 * A random UUID (RFC 9562, version 4) for the `Idempotency-Key` header. `crypto.randomUUID` exists
 * only in secure contexts; a partner's page may be plain http.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
