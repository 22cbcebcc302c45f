import * as v from 'valibot';
import {fieldErrorCodes} from '../model/vocabulary.ts';
import {integer, optionalText, shape, text} from './wire-values.ts';

/** An error answer as RFC 9457 has it; only what a reader needs is asked for. */
export const problemSchema = shape({
  type: optionalText,
  title: optionalText,
  status: v.optional(integer),
  detail: optionalText,
  errors: v.optional(v.array(shape({field: text, code: v.picklist(fieldErrorCodes)}))),
});
export type ProblemDocument = v.InferOutput<typeof problemSchema>;
