import type {Organization, PetitionDefinition} from '../../../demo/backend/petitions/petition-definition.ts';
import type {Signature} from '../../../src/model/signature.ts';

export const organization: Organization = {id: 'clean-water', name: 'Clean Water', url: 'https://water.example/'};

/** A petition in English, French and two scripts of Uyghur, open, with 100 signatures from elsewhere. */
export const river: PetitionDefinition = {
  id: 'save-the-river',
  url: 'https://water.example/river',
  status: 'open',
  publishedAt: '2024-03-10T00:00:00Z',
  targets: [{name: 'The Ministry', role: 'Environment'}],
  goal: 500,
  broughtIn: 100,
  image: {src: '/images/river.svg', width: 1200, height: 675},
  texts: {
    en: {title: 'Save the river', summary: 'It is drying up.', body: 'Long text.', imageAlt: 'A dry riverbed'},
    fr: {title: 'Sauvez la rivière', summary: 'Elle s’assèche.', body: 'Un long texte.'},
    'ug-Arab': {title: 'دەريانى قۇتقۇزۇڭ', summary: '', body: ''},
    'ug-Latn': {title: 'Deryani qutquzung', summary: '', body: ''},
  },
  links: [{title: 'A report', url: 'https://news.example/river', kind: 'news'}],
  form: {
    fields: [
      {name: 'givenName', required: true},
      {name: 'familyName', required: true},
      {name: 'email', required: true},
      {name: 'country', required: true},
      {name: 'postalCode', required: false, when: {field: 'country', in: ['GB']}},
      {name: 'comment', required: false, maxLength: 40},
    ],
    consents: [
      {name: 'processing', kind: 'checkbox', required: true, textId: 'processing-1', text: {en: 'Yes, process it.'}},
      {name: 'updates', kind: 'checkbox', required: false, textId: 'updates-1', text: {en: 'News', fr: 'Nouvelles'}},
    ],
    listing: ['initials', 'name'],
    privacyUrl: 'https://water.example/privacy',
    confirmation: 'none',
  },
};

const {goal: _goal, image: _image, links: _links, ...bare} = river;

/** Another petition, of the barest kind. */
export function petition(id: string, more: Partial<PetitionDefinition> = {}): PetitionDefinition {
  return {...bare, id, ...more};
}

/** What a person hands in for {@link river}; nothing is wrong with it. */
export function signature(email: string, more: Partial<Signature> = {}): Signature {
  return {
    fields: {givenName: 'Amina', familyName: 'Turdi', email, country: 'DE'},
    consents: [{name: 'processing', given: true, textId: 'processing-1'}],
    lang: 'fr',
    ...more,
  };
}

/** {@link river} with double opt-in. */
export const confirmedRiver: PetitionDefinition = {...river, form: {...river.form, confirmation: 'email'}};
