import type {FormConsent, FormField, Petition, PetitionForm, PetitionSummary} from '../../../src/backend/wire.ts';
import type {StoredPetition} from '../storage/storage.ts';
import {answerIn} from './field-answers.ts';
import type {FieldDefinition} from './field-definition.ts';
import {translationOf} from './languages.ts';
import type {FormDefinition, PetitionDefinition} from './petition-definition.ts';
import {statusAt} from './petition-status.ts';

/** For whom a petition is put into words. */
export interface Reader {
  /** The language asked for, whatever it may be. */
  readonly lang: string | undefined;
  /** The backend's own address, for what is relative to it. */
  readonly backend: string;
  readonly at: Date;
}

export function summaryOf({definition, organization, count}: StoredPetition, reader: Reader): PetitionSummary {
  const {lang, text} = translationOf(definition.texts, reader.lang);
  return {
    id: definition.id,
    url: definition.url,
    status: statusAt(definition, reader.at),
    organization,
    publishedAt: definition.publishedAt,
    closesAt: definition.closesAt,
    outcome: text.outcome,
    targets: definition.targets,
    lang,
    languages: Object.keys(definition.texts),
    title: text.title,
    summary: text.summary,
    image: imageOf(definition, lang, reader.backend),
    count,
  };
}

export function petitionOf(petition: StoredPetition, reader: Reader): Petition {
  const {lang, text} = translationOf(petition.definition.texts, reader.lang);
  return {
    ...summaryOf(petition, reader),
    body: text.body,
    links: petition.definition.links,
    form: formOf(petition.definition.form, lang),
  };
}

/** An image's description in another language is of more use than none. */
function imageOf({image, texts}: PetitionDefinition, lang: string, backend: string): PetitionSummary['image'] {
  if (!image) return undefined;
  const alt = texts[lang]?.imageAlt ?? translationOf(texts, undefined).text.imageAlt ?? '';
  const srcset = image.srcset?.map(({src, width}) => ({src: absolute(src, backend), width}));
  return {...image, src: absolute(image.src, backend), alt, srcset};
}

/** A backend's address may have a path, which `new URL` would drop for a `src` that begins with a slash. */
function absolute(src: string, backend: string): string {
  return URL.canParse(src) ? src : `${backend}/${src.replace(/^\/+/, '')}`;
}

function formOf(form: FormDefinition, lang: string): PetitionForm {
  const consents = form.consents.map((consent): FormConsent => ({
    ...consent,
    text: translationOf(consent.text, lang).text,
  }));
  return {...form, fields: form.fields.map((field) => fieldOf(field, form, lang)), consents};
}

function fieldOf(field: FieldDefinition, {fields}: FormDefinition, lang: string): FormField {
  const {label, options, when} = field;
  const other = fields.find(({name}) => name === when?.field);
  return {
    ...field,
    label: label && translationOf(label, lang).text,
    options: options && translationOf(options, lang).text,
    when: when && other && {...when, in: when.in.map((text) => answerIn(other, text, lang))},
  };
}
