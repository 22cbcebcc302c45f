import type {FieldType} from './vocabulary.ts';

/** What was entered, by field name; an empty or missing value is no answer. */
export type FieldValues = Readonly<Record<string, string>>;

/** A field that a form asks for; `when`: only if another field has one of these values. */
export interface FieldRule {
  readonly name: string;
  readonly required: boolean;
  /** Of a field of the petition's own; absent: text. */
  readonly type?: FieldType | undefined;
  /** What a `select` offers. */
  readonly options?: readonly string[] | undefined;
  readonly maxLength?: number | undefined;
  readonly when?: {readonly field: string; readonly in: readonly string[]} | undefined;
}

/** What a ticked `checkbox` among the fields says. */
export const ticked = 'true';

/** A field of the petition's own, beside those that the protocol names. */
export const isCustom = (name: string): boolean => name.startsWith('x-');

/**
 * The fields that a form asks for, given what was entered: those without a condition, and those whose
 * condition an answer fulfils that is asked for itself.
 */
export function askedFields<R extends FieldRule>(rules: readonly R[], values: FieldValues): readonly R[] {
  const isAsked = ({when}: FieldRule, seen: readonly string[]): boolean => {
    if (!when) return true;
    const decisive = rules.find(({name}) => name === when.field);
    if (!decisive || seen.includes(when.field)) return false;
    return when.in.includes(values[when.field] ?? '') && isAsked(decisive, [...seen, when.field]);
  };
  return rules.filter((rule) => isAsked(rule, [rule.name]));
}
