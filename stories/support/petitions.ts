import type {Petition, PetitionForm} from '../../src/backend/wire.ts';

interface Text {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly consent: string;
}

const english: Text = {
  title: 'China: Stop Collecting DNA from Entire Uyghur Population',
  summary: 'Blood, fingerprints and scans are taken from millions who are suspected of nothing. We ask that it ends.',
  body: 'Nobody asked those whose blood was taken.\n\n**We ask for three things:**\n\n- an end to the collection,\n- that what was taken is destroyed,\n- a [public account](https://example.org/account) of its use.',
  consent: 'Send me news of this petition.',
};

const texts: Readonly<Record<string, Text>> = {
  en: english,
  fr: {
    title: 'Chine : cessez de collecter l’ADN de toute la population ouïghoure',
    summary:
      'On prélève le sang et les empreintes de millions de personnes que rien n’accuse. Nous demandons que cela cesse.',
    body: 'Personne n’a demandé leur avis à celles et ceux dont on a pris le sang.',
    consent: 'Envoyez-moi des nouvelles de cette pétition.',
  },
  ar: {
    title: 'الصين: أوقفوا جمع الحمض النووي من جميع السكان الأويغور',
    summary: 'تؤخذ عينات الدم والبصمات من ملايين الناس دون أي شبهة. نطالب بوقف ذلك.',
    body: 'لم يُسأل أحد ممن أُخذ دمه.',
    consent: 'أرسلوا إليّ أخبار هذه العريضة.',
  },
  'ug-Arab': {
    title: 'خىتاي: پۈتۈن ئۇيغۇر خەلقىدىن DNA يىغىشنى توختات',
    summary: 'مىليونلىغان ئادەمنىڭ قېنى ۋە بارماق ئىزى ئېلىنماقتا. بىز بۇنىڭ توختىتىلىشىنى تەلەپ قىلىمىز.',
    body: 'قېنى ئېلىنغانلارنىڭ ھېچقايسىسىدىن رۇخسەت سورالمىدى.',
    consent: 'ماڭا بۇ ئىمزا توپلاشنىڭ خەۋەرلىرىنى ئەۋەتىڭ.',
  },
};

/** The one of the petition's languages that comes closest to the language asked for. */
const closest = (lang: string): string =>
  Object.keys(texts).find((tag) => tag === lang || tag.startsWith(`${lang}-`) || lang.startsWith(`${tag}-`)) ?? 'en';

/** A petition as a backend would answer in the language asked for. */
export function petitionIn(lang: string, changes: Partial<Petition> = {}): Petition {
  const shown = closest(lang);
  const {consent, ...text} = texts[shown] ?? english;
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
    languages: Object.keys(texts),
    ...text,
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

interface RichText {
  readonly birthplace: string;
  readonly relatives: string;
  readonly since: string;
  readonly role: string;
  readonly roles: readonly [string, string, string];
  readonly press: string;
  readonly partner: string;
  readonly age: string;
}

const richEnglish: RichText = {
  birthplace: 'Town you were born in',
  relatives: 'Number of missing relatives',
  since: 'Missing since',
  role: 'How does this touch you?',
  roles: ['A relative of mine is missing', 'I was detained', 'I stand with them'],
  press: 'I am ready to speak to journalists',
  partner: 'May Torchlight Uyghur Group write to you about its work?',
  age: 'I am at least 16 years old.',
};

const richTexts: Readonly<Record<string, RichText>> = {
  en: richEnglish,
  fr: {
    birthplace: 'Ville de naissance',
    relatives: 'Nombre de proches disparus',
    since: 'Disparus depuis',
    role: 'En quoi cela vous touche-t-il ?',
    roles: ['Un de mes proches a disparu', 'J’ai été en détention', 'Par solidarité'],
    press: 'J’accepte de parler à des journalistes',
    partner: 'Torchlight Uyghur Group peut-il vous écrire au sujet de son action ?',
    age: 'J’ai au moins 16 ans.',
  },
  ar: {
    birthplace: 'مدينة الميلاد',
    relatives: 'عدد الأقارب المفقودين',
    since: 'مفقودون منذ',
    role: 'ما صلتك بهذا الأمر؟',
    roles: ['لي قريب مفقود', 'كنت رهن الاحتجاز', 'أتضامن معهم'],
    press: 'يمكنني التحدث إلى الصحفيين',
    partner: 'هل يجوز لمنظمة Torchlight Uyghur Group أن تراسلك بشأن عملها؟',
    age: 'عمري 16 عامًا على الأقل.',
  },
  'ug-Arab': {
    birthplace: 'تۇغۇلغان شەھەر',
    relatives: 'يوقاپ كەتكەن تۇغقانلارنىڭ سانى',
    since: 'قاچاندىن بېرى يوق',
    role: 'بۇ ئىشنىڭ سىز بىلەن نېمە مۇناسىۋىتى بار؟',
    roles: ['بىر تۇغقىنىم يوقاپ كەتتى', 'مەن تۇتقۇن قىلىنغان', 'مەن ئۇلارنى قوللايمەن'],
    press: 'مۇخبىرلار بىلەن سۆزلىشىشكە تەييارمەن',
    partner: 'Torchlight Uyghur Group سىزگە ئۆز خىزمىتى ھەققىدە خەت يازسا بولامدۇ؟',
    age: 'مەن 16 ياشقا توشتۇم.',
  },
};

/** A form that asks for all that a form can ask for, in the language asked for. */
export function richForm(lang: string): PetitionForm {
  const {birthplace, relatives, since, role, roles, press, partner, age} = richTexts[closest(lang)] ?? richEnglish;
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
