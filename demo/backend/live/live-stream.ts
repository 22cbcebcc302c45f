import type {Socket} from 'node:net';
import type {CountView} from './count-view.ts';

/** One who watches a petition. There are thousands, so that it holds nothing but what it needs. */
export class LiveStream {
  readonly petition: string;
  readonly #socket: Socket;
  /** The revision of the latest count that it was told, so that it is told none that is older. */
  #told = -1;
  /** When it was found that something sent earlier was still unread. */
  #slowSince: number | undefined;

  constructor(petition: string, socket: Socket) {
    this.petition = petition;
    this.#socket = socket;
  }

  /** Takes a count as told: the reader has it from elsewhere. */
  skip({revision}: CountView): void {
    this.#told = revision;
  }

  /** @param bytes what says it, the same for all who are told */
  tell({revision}: CountView, bytes: Buffer): void {
    if (revision <= this.#told) return;
    if (this.send(bytes)) this.#told = revision;
  }

  /**
   * Nothing is put into a queue for one who reads too slowly: what is newest then follows once they have
   * read what they have.
   * @returns whether it is on its way
   */
  send(bytes: Buffer): boolean {
    if (!this.#socket.writable) return false;
    if (this.#socket.writableLength > 0) {
      this.#slowSince ??= performance.now();
      return false;
    }
    this.#socket.write(bytes);
    return true;
  }

  /** Goes on with the newest count where the reader has caught up; cuts off one who takes longer than `within` ms. */
  recover(newest: CountView, within: number): void {
    if (this.#slowSince === undefined) return;
    if (this.#socket.writableLength === 0) {
      this.#slowSince = undefined;
      this.tell(newest, newest.event);
    } else if (performance.now() - this.#slowSince >= within) {
      this.#socket.destroy();
    }
  }

  /** What was sent gets there, unless that would take waiting. */
  end(): void {
    if (this.#socket.writableLength > 0) this.#socket.destroy();
    else this.#socket.destroySoon();
  }
}
