import type {FormField} from '../../backend/wire.ts';
import {loadFormatTables} from '../../controllers/format-tables.ts';
import type {FormatTables} from '../../model/validation.ts';

/** How long a form that is sent waits for its tables (ms); the backend has them too. */
const patience = 3000;

/** What a form's postcodes and phone numbers are judged by, once that is there. */
export class FormTables {
  #loaded: Partial<FormatTables> = {};

  get loaded(): Partial<FormatTables> {
    return this.#loaded;
  }

  async load(fields: readonly FormField[]): Promise<void> {
    this.#loaded = await loadFormatTables(fields);
  }

  /** Resolves without them where they take too long. */
  async loadInTime(fields: readonly FormField[]): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([this.load(fields), late]);
    clearTimeout(timer);
  }
}
