import {createHmac} from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type {RateLimit} from '../storage/rate-limits.ts';

/**
 * A mailbox may sign several petitions in a row. It is counted for each block of addresses apart: one count
 * for all would tell a stranger by its answers that somebody has signed, and let them lock a person out.
 */
const perMailbox = 10;

/** The first bytes of an address: an IPv4 /24, an IPv6 /56, which is what a household or an office has. */
const blockBytes = {ipv4: 3, ipv6: 7} as const;

function blockOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray().slice(0, blockBytes[parsed.kind()]);
  return `${parsed.kind()} ${bytes.join('.')}`;
}

interface SigningLimitsOptions {
  /** For one block of addresses; 0: nothing is limited. */
  readonly perHour: number;
  readonly secret: string;
}

/** How often may be signed. Whom a limit is for is kept as a keyed hash, so that the database tells no address. */
export class SigningLimits {
  readonly #options: SigningLimitsOptions;

  constructor(options: SigningLimitsOptions) {
    this.#options = options;
  }

  /** The limits that one signature counts against. */
  of(address: string, mailbox: string | undefined): RateLimit[] {
    const {perHour} = this.#options;
    if (perHour === 0) return [];
    const block = blockOf(address);
    const ofBlock = {subject: this.#hash(`block ${block}`), perHour};
    return mailbox === undefined
      ? [ofBlock]
      : [ofBlock, {subject: this.#hash(`mailbox ${mailbox} in ${block}`), perHour: perMailbox, isVague: true}];
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#options.secret).update(text).digest('base64url');
  }
}
