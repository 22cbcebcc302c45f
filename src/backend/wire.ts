import * as v from 'valibot';
import type {Count} from '../model/count.ts';
import {consentKinds, fieldTypes, linkKinds, listings, petitionStatuses} from '../model/vocabulary.ts';
import {ifObject, integerFrom, natural, nonEmpty, optionalText, shape, text, time} from './wire-values.ts';

/*
 * The shapes of the protocol, version 1: the one definition that the client, the reference backend
 * and its description share. Objects let members through that they don't know and drop them. What is handed in
 * and answered to it stands in wire-signing.ts, errors in wire-problem.ts, supporters in wire-supporter.ts.
 *
 * A petition's shape is made whenever one is read, and not kept: a page reads one petition, and the shape takes
 * more room than that.
 */

export const countSchema: v.GenericSchema<Count> = shape({
  total: natural,
  goal: v.optional(natural),
  asOf: time,
});

export const fieldShape = () =>
  shape({
    name: nonEmpty,
    required: v.boolean(),
    when: v.optional(shape({field: nonEmpty, in: v.array(text)})),
    maxLength: v.optional(integerFrom(1)),
    autocomplete: optionalText,
    label: optionalText,
    type: v.optional(v.picklist(fieldTypes)),
    options: v.optional(v.array(text)),
  });
export type FormField = v.InferOutput<ReturnType<typeof fieldShape>>;

export const consentShape = () =>
  shape({
    name: nonEmpty,
    kind: v.picklist(consentKinds),
    required: v.boolean(),
    text: nonEmpty,
    textId: nonEmpty,
  });
export type FormConsent = v.InferOutput<ReturnType<typeof consentShape>>;

const afterShape = () => shape({redirect: optionalText, donate: optionalText});

export const formShape = () =>
  shape({
    fields: v.array(fieldShape()),
    consents: v.array(consentShape()),
    listing: v.optional(v.array(v.picklist(listings))),
    privacyUrl: text,
    after: v.optional(ifObject(afterShape)),
    confirmation: v.picklist(['email', 'none']),
    challenge: v.optional(v.picklist(['altcha'])),
    sealKey: optionalText,
  });
export type PetitionForm = v.InferOutput<ReturnType<typeof formShape>>;

const organizationShape = () =>
  shape({
    id: nonEmpty,
    name: nonEmpty,
    url: optionalText,
    logo: v.optional(shape({src: text, width: natural, height: natural})),
  });

/** `srcset`: the same image in other widths (pixels). */
const imageShape = () =>
  shape({
    src: text,
    alt: text,
    width: natural,
    height: natural,
    srcset: v.optional(v.array(shape({src: text, width: integerFrom(1)}))),
  });

/** A petition in a list. */
const petitionSummaryShape = () =>
  shape({
    id: nonEmpty,
    url: text,
    status: v.picklist(petitionStatuses),
    organization: organizationShape(),
    publishedAt: time,
    closesAt: v.optional(time),
    outcome: optionalText,
    targets: v.array(shape({name: nonEmpty, role: optionalText, response: optionalText})),
    lang: nonEmpty,
    languages: v.array(nonEmpty),
    title: nonEmpty,
    summary: text,
    image: v.optional(imageShape()),
    count: countSchema,
  });
export type PetitionSummary = v.InferOutput<ReturnType<typeof petitionSummaryShape>>;

const petitionShape = () =>
  shape({
    ...petitionSummaryShape().entries,
    body: text,
    links: v.optional(v.array(shape({title: text, url: text, kind: v.picklist(linkKinds)}))),
    form: formShape(),
  });
export type Petition = v.InferOutput<ReturnType<typeof petitionShape>>;
export const petitionSchema: v.GenericSchema<unknown, Petition> = v.lazy(petitionShape);

const petitionListShape = () =>
  shape({
    items: v.array(petitionSummaryShape()),
    nextCursor: v.optional(nonEmpty),
  });
export type PetitionList = v.InferOutput<ReturnType<typeof petitionListShape>>;
export const petitionListSchema: v.GenericSchema<unknown, PetitionList> = v.lazy(petitionListShape);

/** What JSON says, if it is of this shape. */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, json: unknown): T | undefined {
  const {success, output} = v.safeParse(schema, json);
  return success ? output : undefined;
}
