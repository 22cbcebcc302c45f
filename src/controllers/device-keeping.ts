import {warnOnce} from '../internal/warn-once.ts';
import type {Signature} from '../model/signature.ts';
import type * as Outbox from './device-outbox.ts';

export interface KeptSignature {
  readonly key: string;
  readonly signature: Signature;
}

const loadOutbox = (): Promise<typeof Outbox> => import('./device-outbox.ts');

/** Keeps one signature at a time on the device, in the order in which that is asked for; what fails is told and passed over. */
export class DeviceKeeping {
  #latest: Promise<unknown> = Promise.resolve();
  #keptKey: string | undefined;

  /** @returns what was kept under this name on an earlier visit */
  async find(name: string): Promise<KeptSignature | undefined> {
    return this.#next('read', async () => {
      const [{keptOnDevice}, {signatureSchema}] = await Promise.all([loadOutbox(), import('../backend/wire.ts')]);
      const kept = await keptOnDevice(name);
      this.#keptKey = kept?.key;
      const parsed = signatureSchema.safeParse(kept?.signature);
      return kept && parsed.success ? {key: kept.key, signature: parsed.data} : undefined;
    });
  }

  /** @returns whether it is kept now */
  async keep(name: string, {key, signature}: KeptSignature): Promise<boolean> {
    const isKept = await this.#next('kept', async () => {
      const {keepOnDevice} = await loadOutbox();
      await keepOnDevice(name, key, signature);
      this.#keptKey = key;
      return true;
    });
    return isKept === true;
  }

  async erase(): Promise<void> {
    await this.#next('erased', async () => {
      if (this.#keptKey === undefined) return;
      const {eraseFromDevice} = await loadOutbox();
      await eraseFromDevice(this.#keptKey);
      this.#keptKey = undefined;
    });
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
