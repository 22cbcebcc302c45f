import type {Budgets} from './budgets.ts';
import type {Part} from './parts.ts';

/** A file or an answer that a page fetched. */
export interface Fetched {
  readonly what: string;
  readonly bytes: number;
}

/** What a page fetched, each only once. */
export interface Fetches {
  readonly untilSignable: readonly Fetched[];
  readonly untilSignableInAnyLanguage: readonly Fetched[];
  readonly untouched: readonly Fetched[];
}

export interface Sum {
  readonly what: string;
  readonly bytes: number;
  readonly budget: number;
}

export interface Verdict {
  readonly sums: readonly Sum[];
  /** What is too large, or unknown, in words for who made it so. */
  readonly complaints: readonly string[];
}

const sumOf = (fetched: readonly {bytes: number}[]): number => fetched.reduce((sum, {bytes}) => sum + bytes, 0);

/** The language whose own parts take most; English is in what all fetch. */
export function largestLocale(parts: readonly Part[]): string | undefined {
  const locales = [...new Set(parts.flatMap(({locale}) => locale ?? []))];
  const bytesOf = (locale: string): number => sumOf(parts.filter((part) => part.locale === locale));
  return locales.toSorted((a, b) => bytesOf(b) - bytesOf(a))[0];
}

/** All parts but those that only readers of other languages fetch. */
function partsInOneLanguage(parts: readonly Part[]): Part[] {
  const largest = largestLocale(parts);
  return parts.filter(({locale}) => locale === undefined || locale === largest);
}

/** By what name a part has its ceiling: those of all languages have one. */
export const ceilingName = ({name, locale}: Part): string =>
  locale === undefined ? name : `${name.slice(0, -locale.length)}*`;

const shown = (bytes: number): string => bytes.toLocaleString('en');

function partComplaints(part: Part, ceilings: Readonly<Record<string, number>>): string[] {
  const [name, ceiling] = [ceilingName(part), ceilings[ceilingName(part)]];
  const has = `${part.file} has ${shown(part.bytes)} bytes`;
  if (ceiling === undefined) return [`${has}, and no ceiling under "${name}"`];
  return part.bytes > ceiling ? [`${has}, ${shown(part.bytes - ceiling)} above its ceiling of ${shown(ceiling)}`] : [];
}

function sumComplaints({what, bytes, budget}: Sum, parts: readonly Fetched[]): string[] {
  if (bytes <= budget) return [];
  const largest = parts
    .toSorted((a, b) => b.bytes - a.bytes)
    .map((each) => `${each.what} ${shown(each.bytes)}`)
    .join(', ');
  return [`${what}: ${shown(bytes)} bytes, ${shown(bytes - budget)} above the budget of ${shown(budget)} (${largest})`];
}

/** Names in the table that no part has any more. */
function needlessCeilings(parts: readonly Part[], ceilings: Readonly<Record<string, number>>): string[] {
  const known = new Set(parts.map(ceilingName));
  return Object.keys(ceilings)
    .filter((name) => !known.has(name))
    .map((name) => `there is a ceiling for "${name}", but no such part`);
}

export function judge(
  parts: readonly Part[],
  fetches: Fetches,
  budgets: Budgets,
  ceilings: Readonly<Record<string, number>>,
): Verdict {
  const inOneLanguage = partsInOneLanguage(parts).map(({name, bytes}) => ({what: name, bytes}));
  const sums = [
    ['until the form can be signed', fetches.untilSignable, budgets.untilSignable],
    [
      'until the form can be signed, in the largest language',
      fetches.untilSignableInAnyLanguage,
      budgets.untilSignableInAnyLanguage,
    ],
    ['while nobody touches the page, in full sight', fetches.untouched, budgets.untouched],
    ['all that there is in one language, the largest', inOneLanguage, budgets.oneLanguage],
  ] as const;
  const judged = sums.map(([what, fetched, budget]) => ({sum: {what, bytes: sumOf(fetched), budget}, fetched}));
  return {
    sums: judged.map(({sum}) => sum),
    complaints: [
      ...judged.flatMap(({sum, fetched}) => sumComplaints(sum, fetched)),
      ...parts.flatMap((part) => partComplaints(part, ceilings)),
      ...needlessCeilings(parts, ceilings),
    ],
  };
}
