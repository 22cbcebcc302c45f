/** One who has signed, as far as they let themselves be shown; `name` is absent for one who signed unlisted. */
export interface Supporter {
  readonly id: string;
  readonly name?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly comment?: string | undefined;
  /** The language that they signed in, as a BCP 47 tag. */
  readonly lang?: string | undefined;
  /** RFC 3339, UTC. */
  readonly signedAt: string;
}
