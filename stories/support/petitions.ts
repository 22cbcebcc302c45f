import {matchLanguage} from '../../demo/backend/petitions/languages.ts';
import type {Petition, PetitionForm} from '../../src/backend/wire.ts';
import {texts} from './texts.ts';

type Texts = (typeof texts)['en'];

const inLanguages: ReadonlyMap<string, Texts> = new Map(Object.entries(texts));

/** The one of the petition's languages that the reference backend answers in. */
const closest = (lang: string, languages: readonly string[]): string =>
  matchLanguage(lang, languages) ?? languages[0] ?? 'en';

/** A petition as a backend would answer in the language asked for. */
export function petitionIn(lang: string, changes: Partial<Petition> = {}): Petition {
  const {languages = [...inLanguages.keys()]} = changes;
  const shown = closest(lang, languages);
  const {title, summary, body, consent} = inLanguages.get(shown) ?? texts.en;
  return {
    id: 'stop-dna-collection',
    url: 'https://example.org/p/stop-dna-collection',
    status: 'open',
    organization: {id: 'torchlight-uyghur-group', name: 'Torchlight Uyghur Group', url: 'https://example.org'},
    publishedAt: '2018-03-10T00:00:00Z',
    targets: ['United Nations', 'European Commission', 'Donald Trump', 'Justin Trudeau', 'Human Rights Campaign'].map(
      (name) => ({name}),
    ),
    lang: shown,
    languages,
    title,
    summary,
    body,
    count: {total: 5136, goal: 7500, asOf: '2026-11-22T00:00:00Z'},
    form: {
      fields: [
        {name: 'givenName', required: true},
        {name: 'familyName', required: true},
        {name: 'email', required: true},
        {name: 'country', required: true},
        {name: 'postalCode', required: false},
        {name: 'comment', required: false, maxLength: 500},
      ],
      consents: [{name: 'updates', kind: 'checkbox', required: false, text: consent, textId: 'updates-2026-11'}],
      privacyUrl: 'https://example.org/privacy',
      confirmation: 'none',
    },
    ...changes,
  };
}

/** A form that asks for all that a form can ask for, in the language asked for. */
export function richForm(lang: string): PetitionForm {
  const {rich} = inLanguages.get(closest(lang, [...inLanguages.keys()])) ?? texts.en;
  const {birthplace, relatives, since, role, roles, press, partner, age} = rich;
  const {form} = petitionIn(lang);
  return {
    ...form,
    fields: [
      {name: 'givenName', required: true},
      {name: 'familyName', required: true},
      {name: 'organization', required: false},
      {name: 'email', required: true},
      {name: 'phone', required: false},
      {name: 'birthDate', required: false},
      {name: 'country', required: true},
      {name: 'region', required: false, when: {field: 'country', in: ['US', 'CA', 'AU']}},
      {name: 'postalCode', required: true, when: {field: 'country', in: ['DE', 'FR', 'GB', 'US']}},
      {name: 'city', required: false},
      {name: 'street', required: false},
      {name: 'x-birthplace', required: false, label: birthplace, type: 'text', maxLength: 40},
      {name: 'x-relatives', required: false, label: relatives, type: 'number'},
      {name: 'x-since', required: false, label: since, type: 'date'},
      {name: 'x-role', required: true, label: role, type: 'select', options: [...roles]},
      {name: 'x-press', required: false, label: press, type: 'checkbox'},
      {name: 'comment', required: false, maxLength: 100},
    ],
    consents: [
      ...form.consents,
      {name: 'partner', kind: 'yes-no', required: true, text: partner, textId: 'partner-2026-11'},
      {name: 'age', kind: 'checkbox', required: true, text: age, textId: 'age-2026-11'},
    ],
    listing: ['name', 'initials', 'unlisted'],
    challenge: 'altcha',
  };
}

export const elevenTargets: Petition['targets'] = [
  'Donald J. Trump',
  'Justin Trudeau',
  'United Nations',
  'Human Rights Campaign',
  'Marco Rubio',
  'United States Supreme Court',
  'U.S. House of Representatives',
  'U.S. Senate',
  'Ted Cruz',
  'Nancy Pelosi',
  'Rand Paul',
].map((name) => ({name}));

/** 140 characters. */
export const longTitle =
  'Urgent: Demand That the Government Stop Secretly Transporting Millions of Detained Uyghurs to Prison Across the Inner Provinces of China Now';

/** What a petition that says no more than it must differs in, and nobody has signed as yet. */
export const bare: Partial<Petition> = {
  targets: [],
  summary: '',
  body: '',
  count: {total: 0, asOf: '2026-11-22T00:00:00Z'},
};

export const image: NonNullable<Petition['image']> = {
  src: new URL('../../demo/backend/images/stop-dna-collection.svg', import.meta.url).href,
  alt: 'A drawing of a double helix that dissolves into the lines of a fingerprint',
  width: 1200,
  height: 675,
};
