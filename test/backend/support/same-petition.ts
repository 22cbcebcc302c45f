import type {PetitionDefinition} from '../../../demo/backend/petitions/petition-definition.ts';
import type {Petition, PetitionForm} from '../../../src/backend/wire.ts';
import {petitionIn} from '../../../stories/support/petitions.ts';
import {folderOf} from './folders.ts';

/** How a petition differs from the usual one of the stories. */
export interface Difference {
  readonly changes?: Partial<Petition>;
  /** Its form in a language. */
  readonly form?: (lang: string) => PetitionForm;
}

/** The petition as it is to be told in one of its languages. */
export function petitionToldIn(lang: string, {changes = {}, form}: Difference = {}): Petition {
  const petition = petitionIn(lang, changes);
  return form ? {...petition, form: form(petition.lang)} : petition;
}

type Told<T> = (petition: Petition) => T | undefined;

/** Made from the petition as it is told in each language, so that a backend that is given it tells the same. */
function definitionOf({form, image, count, ...petition}: Petition, others: readonly Petition[]): PetitionDefinition {
  const inLanguages = <T>(tell: Told<T>): Record<string, T> =>
    Object.fromEntries(
      others.flatMap((other) => {
        const told = tell(other);
        return told === undefined ? [] : [[other.lang, told]];
      }),
    );
  const {id, url, status, publishedAt, closesAt, targets, links} = petition;
  return {
    id,
    url,
    status,
    publishedAt,
    closesAt,
    targets,
    links,
    goal: count.goal,
    broughtIn: count.total,
    image: image && {src: image.src, width: image.width, height: image.height},
    texts: inLanguages(({title, summary, body, outcome, image: shown}) => ({
      title,
      summary,
      body,
      outcome,
      imageAlt: shown?.alt,
    })),
    form: {
      ...form,
      fields: form.fields.map((field, index) => ({
        ...field,
        label: field.label === undefined ? undefined : inLanguages((other) => other.form.fields[index]?.label),
        options: field.options && inLanguages((other) => other.form.fields[index]?.options),
      })),
      consents: form.consents.map((consent, index) => ({
        ...consent,
        text: inLanguages((other) => other.form.consents[index]?.text),
      })),
    },
  };
}

/** A folder that the reference backend takes the petition from. */
export function seedOf(difference: Difference): string {
  const {languages, organization} = petitionToldIn('', difference);
  const petitions = languages.map((lang) => petitionToldIn(lang, difference));
  const [first = petitionToldIn('', difference)] = petitions;
  return folderOf({
    'organization.json': JSON.stringify(organization),
    [`${first.id}.json`]: JSON.stringify(definitionOf(first, petitions)),
  });
}
