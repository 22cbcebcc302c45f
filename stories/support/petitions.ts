import type {Petition} from '../../src/backend/wire.ts';

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

/** A petition as a backend would answer in the language asked for. */
export function petitionIn(lang: string, changes: Partial<Petition> = {}): Petition {
  const found = Object.keys(texts).find(
    (tag) => tag === lang || tag.startsWith(`${lang}-`) || lang.startsWith(`${tag}-`),
  );
  const shown = found ?? 'en';
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
