import * as v from 'valibot';
import type {Challenge} from '../model/challenge.ts';
import type {SignAnswer} from '../model/outcome.ts';
import type {Signature} from '../model/signature.ts';
import {listings} from '../model/vocabulary.ts';
import {countSchema} from './wire.ts';
import {ifObject, integer, nonEmpty, optionalText, shape, text} from './wire-values.ts';

/* The shapes of what is handed in and what is answered to it, which nobody needs before. */

/* @__NO_SIDE_EFFECTS__ */
const textUpTo = (longest: number) => v.custom<string>((json) => typeof json === 'string' && json.length <= longest);

/** Texts by names of any kind. A `record` would drop some names that the backend has to refuse. */
const texts = ifObject((json) => shape(Object.fromEntries(Object.keys(json).map((name) => [name, text]))));

export const finite = v.custom<number>(Number.isFinite);

const sourceSchema = shape({
  code: v.optional(textUpTo(200)),
  referrer: v.optional(textUpTo(2000)),
  page: v.optional(textUpTo(2000)),
});

export const signatureSchema: v.GenericSchema<Signature> = shape({
  fields: texts,
  consents: v.array(shape({name: nonEmpty, given: v.boolean(), textId: nonEmpty})),
  listed: v.optional(v.picklist(listings)),
  lang: nonEmpty,
  source: v.optional(ifObject(() => sourceSchema)),
  challenge: v.optional(textUpTo(8192)),
});

const parametersSchema = shape({
  algorithm: text,
  nonce: text,
  salt: text,
  cost: integer,
  keyLength: integer,
  keyPrefix: text,
  expiresAt: v.optional(finite),
});

/** An ALTCHA challenge, version 2. What is signed goes back as it came, so nothing of it is dropped. */
export const challengeSchema: v.GenericSchema<Challenge> = shape({
  parameters: v.custom<Challenge['parameters']>((json) => v.is(parametersSchema, json)),
  signature: optionalText,
});

const countedSchema = shape({status: v.picklist(['counted']), count: countSchema});
const sentSchema = shape({status: v.picklist(['confirmation-sent'])});

export const signAnswerSchema: v.GenericSchema<SignAnswer> = v.lazy((json) =>
  v.is(sentSchema, json) ? sentSchema : countedSchema,
);
