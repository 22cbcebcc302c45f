import {logError, type Log} from '../log.ts';
import type {ClaimedMail} from '../storage/mail-queue.ts';
import type {Storage} from '../storage/storage.ts';
import {hashOfToken, newToken} from '../tokens.ts';
import {renderMail, type MailLinks} from './render.ts';
import {failureOf, type MailTransport} from './smtp.ts';

/** How many mails may be under way at once. */
export const lanes = 5;

/** A mail that takes longer has failed (ms). */
const sendingTime = 60_000;

/** A mail belongs to its sender for this long: well beyond the time that sending may take (ms). */
const claimTime = 3 * sendingTime;

/** How often the queue is looked at for what another process has left in it (ms). */
const lookPause = 30_000;

/** When the backend closes, a mail under way has this long to get through (ms). */
const closingTime = 10_000;

const firstPause = 1000;
const longestPause = 60 * 60 * 1000;

/** After each failure four times as long as after the one before. */
const pauseAfter = (attempt: number): number => Math.min(firstPause * 4 ** (attempt - 1), longestPause);

const later = (time: Date, pause: number): Date => new Date(time.getTime() + pause);

export interface SenderOptions {
  readonly storage: Storage;
  readonly transport: MailTransport;
  readonly log: Log;
  readonly now: () => Date;
}

/**
 * Sends what is in the queue: at once when it is woken, and again when a mail failed or another
 * process left one. A mail is sent twice only if this process dies between the server's answer and
 * noting it down.
 */
export class MailSender {
  readonly #options: SenderOptions;
  readonly #underWay = new Set<Promise<void>>();
  readonly #end = new AbortController();
  #backend: string | undefined;
  #isClosing = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /**
   * Begins with what an earlier process has left.
   * @param backend the backend's address, for the links
   */
  start(backend: string): void {
    this.#backend = backend;
    this.wake();
  }

  /** Looks at the queue, once whoever calls has answered. */
  wake(): void {
    setImmediate(() => this.#openLane());
  }

  /** Sends no further mail, and resolves when those under way are through. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#timer);
    const deadline = setTimeout(() => this.#end.abort(), closingTime);
    await Promise.all(this.#underWay);
    clearTimeout(deadline);
    this.#options.transport.close();
  }

  #openLane(): void {
    const backend = this.#backend;
    if (backend === undefined || this.#isClosing || this.#underWay.size >= lanes) return;
    const lane = this.#sendDue(backend).finally(() => this.#underWay.delete(lane));
    this.#underWay.add(lane);
  }

  async #sendDue(backend: string): Promise<void> {
    let pause = lookPause;
    try {
      while (!this.#isClosing && (await this.#sendNext(backend)));
      pause = await this.#pauseUntilDue();
    } catch (error) {
      logError(this.#options.log, error);
    }
    if (!this.#isClosing) this.#wakeAfter(pause);
  }

  async #sendNext(backend: string): Promise<boolean> {
    const {storage, now} = this.#options;
    const tokens = {confirm: newToken(), withdraw: newToken()};
    const hashes = {confirm: hashOfToken(tokens.confirm), withdraw: hashOfToken(tokens.withdraw)};
    const at = now();
    const mail = await storage.mails.claim(at, later(at, claimTime), hashes);
    if (!mail) return false;
    // Where there was one there may be another, which need not wait for this one.
    this.wake();
    await this.#deliver(mail, {
      confirm: linkOf(`${backend}/confirm`, tokens.confirm, mail.lang),
      withdraw: linkOf(`${backend}/withdraw`, tokens.withdraw, mail.lang),
    });
    return true;
  }

  async #deliver(mail: ClaimedMail, links: MailLinks): Promise<void> {
    const {storage, log, now} = this.#options;
    try {
      await this.#send(mail, links);
    } catch (error) {
      logError(log, error, `A mail was not sent: ${failureOf(error)}`);
      await storage.mails.postpone(mail, later(now(), pauseAfter(mail.attempt)));
      return;
    }
    await storage.mails.settle(mail, now());
  }

  async #send({kind, petition: id, fields, lang}: ClaimedMail, links: MailLinks): Promise<void> {
    const {storage, transport} = this.#options;
    const petition = await storage.findPetition(id);
    if (!petition) throw new Error('A mail is about no petition');
    const content = await renderMail({kind, petition, fields, lang, links});
    const signal = AbortSignal.any([this.#end.signal, AbortSignal.timeout(sendingTime)]);
    await transport.send(fields['email'] ?? '', content, signal);
  }

  async #pauseUntilDue(): Promise<number> {
    const {storage, now} = this.#options;
    const due = await storage.mails.nextDue();
    return due ? Math.min(Math.max(due.getTime() - now().getTime(), 0), lookPause) : lookPause;
  }

  #wakeAfter(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#openLane(), pause).unref();
  }
}

/** With the language, as the page that says that a link is too old knows nothing else of its reader. */
const linkOf = (page: string, token: string, lang: string): string => `${page}?${new URLSearchParams({token, lang})}`;
