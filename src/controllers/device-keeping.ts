import {readAs} from '../backend/wire.ts';
import {signatureSchema} from '../backend/wire-signing.ts';
import {warnOnce} from '../internal/warn-once.ts';
import type {Signature} from '../model/signature.ts';
import type * as Outbox from './device-outbox.ts';

export interface KeptSignature {
  readonly key: string;
  readonly signature: Signature;
}

const loadOutbox = (): Promise<typeof Outbox> => import('./device-outbox.ts');

/**
 * One signature that waits on the device. While it is delivered here, no other tab takes it up. What
 * fails is told and passed over; all is done in the order in which it is asked for.
 */
export class DeviceKeeping {
  readonly #name: string;
  #latest: Promise<unknown> = Promise.resolve();
  #kept: {readonly key: string; readonly keptAt: number; readonly release: () => void} | undefined;

  /** @param name what it is kept under: the backend and the petition */
  constructor(name: string) {
    this.#name = name;
  }

  get isKept(): boolean {
    return this.#kept !== undefined;
  }

  /** What was kept on an earlier visit and is wanted, unless another tab delivers it. */
  async find(isWanted: (signature: Signature) => boolean): Promise<KeptSignature | undefined> {
    const read = (kept: unknown): Signature | undefined => {
      const signature = readAs(signatureSchema, kept);
      return signature && isWanted(signature) ? signature : undefined;
    };
    return this.#next('read', async () => {
      const {claimOnDevice, keptOnDevice} = await loadOutbox();
      const kept = await keptOnDevice(this.#name, Date.now, (signature) => read(signature) !== undefined);
      const signature = read(kept?.signature);
      const release = kept && signature ? await claimOnDevice(kept.key) : undefined;
      if (!kept || !signature || !release) return undefined;
      this.#kept = {key: kept.key, keptAt: kept.keptAt, release};
      return {key: kept.key, signature};
    });
  }

  /** Keeps it, in place of what was kept before; its time goes on. Returns whether it is kept now. */
  async keep({key, signature}: KeptSignature): Promise<boolean> {
    const isKept = await this.#next('kept', async () => {
      const {claimOnDevice, eraseFromDevice, keepOnDevice} = await loadOutbox();
      const before = this.#kept;
      const keptAt = before?.keptAt ?? Date.now();
      await keepOnDevice(this.#name, key, signature, () => keptAt);
      if (before?.key === key) return true;
      if (before) await eraseFromDevice(before.key);
      before?.release();
      this.#kept = {key, keptAt, release: (await claimOnDevice(key)) ?? (() => undefined)};
      return true;
    });
    return isKept === true;
  }

  /** Keeps it as it is now, where it is kept: it has to be sent in the same words after a closed browser too. */
  async renew(signature: KeptSignature): Promise<void> {
    await this.#latest;
    if (this.#kept) await this.keep(signature);
  }

  async erase(): Promise<void> {
    await this.#next('erased', async () => {
      if (!this.#kept) return;
      const {eraseFromDevice} = await loadOutbox();
      await eraseFromDevice(this.#kept.key);
      this.#letGo();
    });
  }

  /** Leaves it for a later visit, or for another tab. */
  async leave(): Promise<void> {
    await this.#next('left', async () => this.#letGo());
  }

  #letGo(): void {
    this.#kept?.release();
    this.#kept = undefined;
  }

  #next<T>(what: string, act: () => Promise<T>): Promise<T | undefined> {
    const result = this.#latest.then(act).catch((error: unknown) => {
      warnOnce(`a signature that waits can't be ${what} on this device (${String(error)})`);
      return undefined;
    });
    this.#latest = result;
    return result;
  }
}
