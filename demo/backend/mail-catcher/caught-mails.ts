import {randomUUID} from 'node:crypto';
import PostalMime from 'postal-mime';

/** What was caught, as its page shows it. */
export interface CaughtMail {
  readonly id: string;
  readonly at: Date;
  readonly to: readonly string[];
  readonly subject: string;
  readonly lang?: string | undefined;
  readonly text: string;
  readonly html: string;
}

/** The newest are kept. */
const kept = 100;

/** Mails in memory: they are gone when the process is. */
export class CaughtMails {
  #mails: readonly CaughtMail[] = [];

  /** The newest first. */
  get all(): readonly CaughtMail[] {
    return this.#mails;
  }

  find(id: string): CaughtMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  async add(source: Uint8Array, to: readonly string[]): Promise<void> {
    const {subject = '', text = '', html = '', headers} = await PostalMime.parse(source);
    const lang = headers.find(({key}) => key === 'content-language')?.value;
    const mail: CaughtMail = {id: randomUUID(), at: new Date(), to, subject, lang, text, html};
    this.#mails = [mail, ...this.#mails].slice(0, kept);
  }
}
