import {warnOnce} from './warn-once.ts';

/** A part of the script that is fetched when it is needed, once for all who need it. */
export class LatePart<T> {
  /** Undefined until it is there. */
  here: T | undefined;
  readonly load: () => Promise<T>;
  readonly #lack: string;
  #coming: Promise<T | undefined> | undefined;

  /** @param lack what becomes of the page without it */
  constructor(lack: string, load: () => Promise<T>) {
    this.#lack = lack;
    this.load = load;
  }

  /** Never rejects. Where it can't be had, that is undefined, with a warning; another call tries again. */
  come(): Promise<T | undefined> {
    if (this.here) return Promise.resolve(this.here);
    this.#coming ??= this.#fetch();
    return this.#coming;
  }

  async #fetch(): Promise<T | undefined> {
    try {
      this.here = await this.load();
    } catch (error) {
      warnOnce(`${this.#lack}, as a part of the script did not load (${String(error)})`);
    }
    this.#coming = undefined;
    return this.here;
  }
}
