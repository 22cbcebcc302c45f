import type {ProblemError, ProblemName} from '../http/problems.ts';
import type {InSpokenLanguages} from '../spoken-languages.ts';

/** How a signing went without JavaScript, or what the link of a mail has done, as a page tells it. */
export type SignedOutcome =
  | 'counted'
  | 'confirmation-sent'
  | 'withdrawn'
  | 'needs-javascript'
  | 'too-many-requests'
  | 'invalid'
  | 'closed'
  | 'not-found'
  | 'idempotency-mismatch'
  | 'unavailable';

interface OutcomeText {
  readonly title: string;
  readonly text: string;
}

interface SignedTexts {
  readonly back: string;
  readonly outcomes: Readonly<Record<SignedOutcome, OutcomeText>>;
}

export const signedTexts: InSpokenLanguages<SignedTexts> = {
  en: {
    back: 'Back to the petition',
    outcomes: {
      counted: {title: 'Thank you', text: 'Your signature counts.'},
      'confirmation-sent': {
        title: 'Look in your mail',
        text: 'A mail is on its way to you. Your signature counts once you confirm it there.',
      },
      withdrawn: {
        title: 'Withdrawn',
        text: 'Your signature has been withdrawn, and what was stored about you with it is erased.',
      },
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
      'needs-javascript': {
        title: 'Not signed yet',
        text: 'To keep machines out, this petition has your browser do a small calculation, which needs JavaScript. Turn JavaScript on, open the petition’s page again and sign there.',
      },
      'too-many-requests': {
        title: 'Not signed yet',
        text: 'Many signatures have come from your network or for your address in a short time. Go back and send the form again in an hour.',
      },
    },
  },
  fr: {
    back: 'Retour à la pétition',
    outcomes: {
      counted: {title: 'Merci', text: 'Votre signature est comptée.'},
      'confirmation-sent': {
        title: 'Consultez votre messagerie',
        text: 'Un e-mail est en route vers vous. Votre signature comptera dès que vous l’aurez confirmée depuis ce message.',
      },
      withdrawn: {
        title: 'Signature retirée',
        text: 'Votre signature a été retirée, et ce qui a été enregistré avec elle à votre sujet est effacé.',
      },
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
      'needs-javascript': {
        title: 'Pas encore signée',
        text: 'Pour tenir les robots à l’écart, cette pétition demande à votre navigateur un petit calcul, qui nécessite JavaScript. Activez JavaScript, ouvrez de nouveau la page de la pétition et signez-la.',
      },
      'too-many-requests': {
        title: 'Pas encore signée',
        text: 'Beaucoup de signatures sont venues de votre réseau ou à votre adresse en peu de temps. Revenez en arrière et renvoyez le formulaire dans une heure.',
      },
    },
  },
  ar: {
    back: 'العودة إلى العريضة',
    outcomes: {
      counted: {title: 'شكرًا لك', text: 'تم احتساب توقيعك.'},
      'confirmation-sent': {
        title: 'يُرجى الاطلاع على بريدك',
        text: 'رسالة في طريقها إليك. سيُحتسب توقيعك بعد تأكيده من خلالها.',
      },
      withdrawn: {
        title: 'تم سحب التوقيع',
        text: 'سُحب توقيعك، ومُحي كل ما حُفظ عنك معه.',
      },
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
      'needs-javascript': {
        title: 'لم يتم التوقيع بعد',
        text: 'لإبعاد البرامج الآلية، تطلب هذه العريضة من متصفحك عملية حسابية صغيرة تحتاج إلى JavaScript. فعّل JavaScript، ثم افتح صفحة العريضة من جديد ووقّع هناك.',
      },
      'too-many-requests': {
        title: 'لم يتم التوقيع بعد',
        text: 'وصلت توقيعات كثيرة من شبكتك أو بعنوانك في وقت قصير. ارجع وأرسل الاستمارة مرة أخرى بعد ساعة.',
      },
    },
  },
  'ug-Arab': {
    back: 'ئىلتىماسنامىگە قايتىش',
    outcomes: {
      counted: {title: 'رەھمەت', text: 'ئىمزايىڭىز ھېسابلاندى.'},
      'confirmation-sent': {
        title: 'ئېلخېتىڭىزنى كۆرۈڭ',
        text: 'سىزگە خەت يوللاندى. شۇ خەتتە جەزملىگىنىڭىزدىن كېيىن ئىمزايىڭىز ھېسابلىنىدۇ.',
      },
      withdrawn: {
        title: 'ئىمزا قايتۇرۇۋېلىندى',
        text: 'ئىمزايىڭىز قايتۇرۇۋېلىندى، ئۇنىڭ بىلەن بىللە سىز ھەققىدە ساقلانغان ئۇچۇرلار ئۆچۈرۈلدى.',
      },
      invalid: {
        title: 'تېخى ئىمزالانمىدى',
        text: 'بىر جاۋاب كەم ياكى ئىناۋەتسىز. ئارقىغا قايتىپ، جەدۋەلنى تەكشۈرۈپ، قايتا ئەۋەتىڭ.',
      },
      closed: {title: 'ئىمزالانمىدى', text: 'بۇ ئىلتىماسنامە تاقالدى، ئەمدى ئىمزا قوبۇل قىلمايدۇ.'},
      'not-found': {title: 'ئىمزالانمىدى', text: 'بۇ يەردە بۇنداق ئىلتىماسنامە يوق.'},
      'idempotency-mismatch': {
        title: 'ئاللىقاچان ئەۋەتىلگەن',
        text: 'بۇ جەدۋەل ئىلگىرى ئەۋەتىلگەن، شۇ قېتىمقىسى ھېسابلىنىدۇ. يەنە بىرنى ئەۋەتىش ئۈچۈن ئىلتىماسنامە بېتىنى قايتا ئېچىڭ.',
      },
      unavailable: {
        title: 'تېخى ئىمزالانمىدى',
        text: 'ئىمزايىڭىزنى ھازىر قوبۇل قىلالمىدۇق. ئارقىغا قايتىپ، بىردەمدىن كېيىن جەدۋەلنى قايتا ئەۋەتىڭ.',
      },
      'needs-javascript': {
        title: 'تېخى ئىمزالانمىدى',
        text: 'ماشىنىلارنى توسۇش ئۈچۈن، بۇ ئىلتىماسنامە تور كۆرگۈچىڭىزدىن كىچىك بىر ھېسابلاشنى تەلەپ قىلىدۇ، بۇنىڭغا JavaScript كېرەك. JavaScript نى قوزغىتىپ، ئىلتىماسنامە بېتىنى قايتا ئېچىپ ئىمزالاڭ.',
      },
      'too-many-requests': {
        title: 'تېخى ئىمزالانمىدى',
        text: 'قىسقا ۋاقىت ئىچىدە تورىڭىزدىن ياكى ئادرېسىڭىز بىلەن نۇرغۇن ئىمزا كەلدى. ئارقىغا قايتىپ، بىر سائەتتىن كېيىن جەدۋەلنى قايتا ئەۋەتىڭ.',
      },
    },
  },
};

const outcomes: Readonly<Partial<Record<ProblemName, SignedOutcome>>> = {
  invalid: 'invalid',
  malformed: 'invalid',
  'too-large': 'invalid',
  closed: 'closed',
  'not-found': 'not-found',
  'idempotency-mismatch': 'idempotency-mismatch',
  'too-many-requests': 'too-many-requests',
};

/** What a person without JavaScript is told of a problem: that a proof of work is asked for, before all else. */
export function outcomeOf({problem, details}: ProblemError): SignedOutcome {
  const asksForProof = details.errors?.some(({field}) => field === 'challenge');
  return asksForProof ? 'needs-javascript' : (outcomes[problem] ?? 'unavailable');
}
