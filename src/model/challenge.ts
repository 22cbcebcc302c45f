/** A proof of work that a backend asks for, as ALTCHA defines it (version 2); `expiresAt` in seconds since 1970. */
export interface Challenge {
  readonly parameters: {
    readonly algorithm: string;
    readonly nonce: string;
    readonly salt: string;
    readonly cost: number;
    readonly keyLength: number;
    readonly keyPrefix: string;
    readonly expiresAt?: number | undefined;
    readonly [member: string]: unknown;
  };
  readonly signature?: string | undefined;
}
