import metadata from 'libphonenumber-js/min/metadata';
import * as v from 'valibot';

/** The library writes 0 for what a country doesn't have, and leaves it out at the end. */
const text = v.optional(v.fallback(v.string(), ''), '');
const unused = v.optional(v.unknown());
const lengths = v.array(v.number());

/** Numbers of one kind: their pattern, and their lengths where these are not the country's. */
const kind = v.fallback(v.looseTuple([v.string(), v.optional(lengths, [])]), ['', []]);

/** By the library's METADATA.md, which tells what stands at which index. */
const planSchema = v.looseTuple([
  v.string(), // 0: the calling code
  text, // 1: what is dialled before it
  v.string(), // 2: the pattern of a number
  lengths, // 3
  unused, // 4: formats
  text, // 5: the national prefix
  unused, // 6: how it is formatted
  text, // 7: what is taken for a prefix when a number is read
  text, // 8: what that becomes
  unused, // 9: whether it may be left out
  text, // 10: leading digits that tell the country among those of one code
  v.optional(v.fallback(v.array(kind), []), []), // 11
]);
type Plan = v.InferOutput<typeof planSchema>;

const schema = v.object({
  country_calling_codes: v.record(v.string(), v.array(v.string())),
  countries: v.record(v.string(), planSchema),
  nonGeographic: v.record(v.string(), planSchema),
});

const usualDialling = '00';

const inBase36 = (numbers: readonly number[]): string => numbers.map((number) => number.toString(36)).join('');

/** What tells a number of this country from others of its code, where not all of them are of the same lengths. */
function distinctionOf([, , , own, , , , , , , leadingDigits, kinds]: Plan, sharing: readonly Plan[]): string {
  if (new Set(sharing.map((plan) => inBase36(plan[3]))).size === 1) return '';
  const isOfOwnLength = ([, some]: Plan[11][number]): boolean =>
    some.some(
      (length) => own.includes(length) && sharing.every((plan) => plan[3] === own || !plan[3].includes(length)),
    );
  return leadingDigits || (kinds.find(isOfOwnLength)?.[0] ?? '');
}

function rowOf(country: string, plan: Plan, sharing: readonly Plan[]): string {
  const [code, dialling, pattern, own, , nationalPrefix, , parsedPrefix, replacement] = plan;
  const cells = [
    country + code,
    inBase36(own),
    pattern,
    parsedPrefix || nationalPrefix,
    dialling === usualDialling ? '' : dialling,
    replacement,
    distinctionOf(plan, sharing),
  ];
  if (cells.some((cell) => /[\s;`]|\$\{/.test(cell))) throw new Error(`No row can hold ${JSON.stringify(cells)}.`);
  return cells.join(' ').trimEnd();
}

/** The library's metadata, as far as a number is to be read and its length judged; a line for each calling code. */
export function phonePlans(): string {
  const {country_calling_codes: codes, countries, nonGeographic} = v.parse(schema, metadata);
  const planOf = (country: string): Plan => {
    const plan = countries[country];
    if (!plan) throw new Error(`The library has no ${country}.`);
    return plan;
  };
  const shared = Object.values(codes).map((sharing) =>
    sharing.map((country) => rowOf(country, planOf(country), sharing.map(planOf))).join(';'),
  );
  const nobodys = Object.values(nonGeographic).map((plan) => rowOf('', plan, [plan]));
  return [...shared, ...nobodys].join('\n');
}
