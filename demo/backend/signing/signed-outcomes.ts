import type {ProblemName} from '../http/problems.ts';
import {translationOf} from '../petitions/languages.ts';

/** How a signing without JavaScript went, as its page tells it. */
export type SignedOutcome = 'counted' | 'invalid' | 'closed' | 'not-found' | 'idempotency-mismatch' | 'unavailable';

interface OutcomeText {
  readonly title: string;
  readonly text: string;
}

interface PageTexts {
  readonly direction: 'ltr' | 'rtl';
  readonly back: string;
  readonly outcomes: Readonly<Record<SignedOutcome, OutcomeText>>;
}

/** The first is for all who ask for none of them. */
const pageTexts: Readonly<Record<string, PageTexts>> = {
  en: {
    direction: 'ltr',
    back: 'Back to the petition',
    outcomes: {
      counted: {title: 'Thank you', text: 'Your signature counts.'},
      invalid: {
        title: 'Not signed yet',
        text: 'Something is missing or not valid. Go back, look at the form again, and send it once more.',
      },
      closed: {title: 'Not signed', text: 'This petition is closed and takes no more signatures.'},
      'not-found': {title: 'Not signed', text: 'There is no such petition here.'},
      'idempotency-mismatch': {
        title: 'Already sent',
        text: 'This form was sent before, and what was sent then counts. To send another, load the petition’s page again.',
      },
      unavailable: {
        title: 'Not signed yet',
        text: 'Your signature could not be taken right now. Go back and send the form again in a moment.',
      },
    },
  },
  fr: {
    direction: 'ltr',
    back: 'Retour à la pétition',
    outcomes: {
      counted: {title: 'Merci', text: 'Votre signature est comptée.'},
      invalid: {
        title: 'Pas encore signée',
        text: 'Une réponse manque ou n’est pas valable. Revenez en arrière, vérifiez le formulaire et renvoyez-le.',
      },
      closed: {title: 'Non signée', text: 'Cette pétition est close et ne recueille plus de signatures.'},
      'not-found': {title: 'Non signée', text: 'Cette pétition n’existe pas ici.'},
      'idempotency-mismatch': {
        title: 'Déjà envoyé',
        text: 'Ce formulaire a déjà été envoyé, et c’est cet envoi qui compte. Pour en faire un autre, rechargez la page de la pétition.',
      },
      unavailable: {
        title: 'Pas encore signée',
        text: 'Votre signature n’a pas pu être enregistrée. Revenez en arrière et renvoyez le formulaire dans un instant.',
      },
    },
  },
  ar: {
    direction: 'rtl',
    back: 'العودة إلى العريضة',
    outcomes: {
      counted: {title: 'شكرًا لك', text: 'تم احتساب توقيعك.'},
      invalid: {
        title: 'لم يتم التوقيع بعد',
        text: 'هناك إجابة ناقصة أو غير صحيحة. ارجع إلى الاستمارة وراجعها ثم أرسلها مرة أخرى.',
      },
      closed: {title: 'لم يتم التوقيع', text: 'أُغلقت هذه العريضة ولم تعد تقبل التوقيعات.'},
      'not-found': {title: 'لم يتم التوقيع', text: 'لا توجد هنا عريضة كهذه.'},
      'idempotency-mismatch': {
        title: 'سبق إرسالها',
        text: 'أُرسلت هذه الاستمارة من قبل، وما أُرسل أولًا هو المحتسب. لإرسال استمارة أخرى، حمّل صفحة العريضة من جديد.',
      },
      unavailable: {
        title: 'لم يتم التوقيع بعد',
        text: 'تعذّر تسجيل توقيعك الآن. ارجع وأرسل الاستمارة مرة أخرى بعد لحظات.',
      },
    },
  },
  'ug-Arab': {
    direction: 'rtl',
    back: 'ئىلتىماسقا قايتىش',
    outcomes: {
      counted: {title: 'رەھمەت', text: 'ئىمزايىڭىز ھېسابلاندى.'},
      invalid: {
        title: 'تېخى ئىمزالانمىدى',
        text: 'بىر جاۋاب كەم ياكى ئىناۋەتسىز. ئارقىغا قايتىپ، جەدۋەلنى تەكشۈرۈپ، قايتا ئەۋەتىڭ.',
      },
      closed: {title: 'ئىمزالانمىدى', text: 'بۇ ئىلتىماس تاقالدى، ئەمدى ئىمزا قوبۇل قىلمايدۇ.'},
      'not-found': {title: 'ئىمزالانمىدى', text: 'بۇ يەردە بۇنداق ئىلتىماس يوق.'},
      'idempotency-mismatch': {
        title: 'ئاللىقاچان ئەۋەتىلگەن',
        text: 'بۇ جەدۋەل ئىلگىرى ئەۋەتىلگەن، شۇ قېتىمقىسى ھېسابلىنىدۇ. يەنە بىرنى ئەۋەتىش ئۈچۈن ئىلتىماس بېتىنى قايتا ئېچىڭ.',
      },
      unavailable: {
        title: 'تېخى ئىمزالانمىدى',
        text: 'ئىمزايىڭىزنى ھازىر قوبۇل قىلالمىدۇق. ئارقىغا قايتىپ، بىردەمدىن كېيىن جەدۋەلنى قايتا ئەۋەتىڭ.',
      },
    },
  },
};

export function pageTextsFor(lang: string | undefined): PageTexts & {readonly lang: string} {
  const {lang: found, text} = translationOf(pageTexts, lang);
  return {...text, lang: found};
}

export const pageLanguageOf = (lang: string): string => translationOf(pageTexts, lang).lang;

const outcomes: Readonly<Partial<Record<ProblemName, SignedOutcome>>> = {
  invalid: 'invalid',
  malformed: 'invalid',
  'too-large': 'invalid',
  closed: 'closed',
  'not-found': 'not-found',
  'idempotency-mismatch': 'idempotency-mismatch',
};

/** What a person without JavaScript is told of a problem. */
export const outcomeOf = (problem: ProblemName): SignedOutcome => outcomes[problem] ?? 'unavailable';
