import {createHash, randomBytes} from 'node:crypto';

const tokenBytes = 32;

/** A token that nobody can guess. It is in the mail only: what is stored is its hash. */
export const newToken = (): string => randomBytes(tokenBytes).toString('base64url');

/** A random token has no need of a slow hash. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
