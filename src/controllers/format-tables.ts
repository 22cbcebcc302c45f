import {warnOnce} from '../internal/warn-once.ts';
import type {FieldRule, FormatTables} from '../model/validation.ts';

/** By the field that a table judges: parts of the script of their own, as they are large. */
const sources = {
  phone: (): Promise<Pick<FormatTables, 'phoneNumber'>> => import('../model/phone-number.ts'),
  postalCode: (): Promise<Pick<FormatTables, 'isPostalCode'>> => import('../model/postal-code.ts'),
};

/**
 * The tables that these fields are judged by, and no others. One that does not load is missing, with a
 * warning, and another call tries again. Never rejects.
 */
export async function loadFormatTables(
  fields: readonly Pick<FieldRule, 'name'>[],
  from: typeof sources = sources,
): Promise<Partial<FormatTables>> {
  const load = async <T>(name: string, source: () => Promise<T>): Promise<T | undefined> => {
    if (!fields.some((field) => field.name === name)) return undefined;
    try {
      return await source();
    } catch (error) {
      warnOnce(`${name} is left to the backend to judge, as a part of the script did not load (${String(error)})`);
      return undefined;
    }
  };
  const [phone, postal] = await Promise.all([load('phone', from.phone), load('postalCode', from.postalCode)]);
  return {phoneNumber: phone?.phoneNumber, isPostalCode: postal?.isPostalCode};
}
