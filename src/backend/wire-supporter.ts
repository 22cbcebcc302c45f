import type * as v from 'valibot';
import type {Supporter} from '../model/supporter.ts';
import {nonEmpty, optionalText, shape, time} from './wire-values.ts';

/** What the stream's `supporter` events carry, and the items of the supporters' list. */
export const supporterSchema: v.GenericSchema<Supporter> = shape({
  id: nonEmpty,
  name: optionalText,
  country: optionalText,
  comment: optionalText,
  lang: optionalText,
  signedAt: time,
});
