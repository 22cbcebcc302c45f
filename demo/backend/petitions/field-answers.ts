import type {FieldRule, FieldValues} from '../../../src/model/validation.ts';
import type {FieldDefinition} from './field-definition.ts';
import {translationOf} from './languages.ts';

const firstOptions = ({options}: FieldDefinition): readonly string[] | undefined =>
  options && translationOf(options, undefined).text;

/** What answers to a field are judged by once they are {@link storedAnswers}. */
export const ruleOf = (field: FieldDefinition): FieldRule => ({...field, options: firstOptions(field)});

/**
 * Options as the first language has them, in whichever language they were chosen: a signer may have
 * switched it, or have the page of an earlier one open.
 */
export function storedAnswers(values: FieldValues, fields: readonly FieldDefinition[]): FieldValues {
  const entries = Object.entries(values).map(([name, text]) => {
    const field = fields.find((each) => each.name === name);
    return [name, field ? storedOption(field, text) : text] as const;
  });
  return Object.fromEntries(entries);
}

function storedOption(field: FieldDefinition, text: string): string {
  const index = Object.values(field.options ?? {})
    .map((list) => list.indexOf(text))
    .find((at) => at >= 0);
  return firstOptions(field)?.[index ?? -1] ?? text;
}

/** A stored answer as a form in this language has it. */
export function answerIn(field: FieldDefinition, text: string, lang: string): string {
  const index = firstOptions(field)?.indexOf(text) ?? -1;
  return (field.options && translationOf(field.options, lang).text[index]) ?? text;
}
