import * as v from 'valibot';

/*
 * What the shapes of the protocol are made of. The notes for bundlers let them leave out what nobody uses.
 */

/** An object of these members. What a page has added to `Object.prototype` is none of them. */
/* @__NO_SIDE_EFFECTS__ */
export function shape<Entries extends v.ObjectEntries>(entries: Entries): v.ObjectSchema<Entries, undefined> {
  Object.setPrototypeOf(entries, null);
  return v.object(entries);
}

const none = v.custom<never>(() => false);

/** For shapes that need no member: to valibot a list is an object without members. */
/* @__NO_SIDE_EFFECTS__ */
export const ifObject = <Schema extends v.GenericSchema>(schemaOf: (json: object) => Schema) =>
  v.lazy((json) => (typeof json === 'object' && json && !Array.isArray(json) ? schemaOf(json) : none));

export const text = v.string();
export const optionalText = v.optional(text);
export const nonEmpty = v.custom<string>((json) => typeof json === 'string' && json !== '');

/* @__NO_SIDE_EFFECTS__ */
export const integerFrom = (least: number) =>
  v.custom<number>((json) => Number.isSafeInteger(json) && Number(json) >= least);
export const integer = integerFrom(-Infinity);
export const natural = integerFrom(0);

const timeFormat = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether there is such a day: no 31st of April, and a 29th of February only in leap years. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** As RFC 3339 has it. */
export const time = v.custom<string>(
  (json) => typeof json === 'string' && timeFormat.test(json) && isDay(json.slice(0, 10)),
);
