import type {InSpokenLanguages} from '../spoken-languages.ts';
import type {TokenPurpose} from '../storage/confirmations.ts';

interface PageText {
  readonly title: string;
  readonly text: string;
}

interface TokenPageTexts extends Readonly<Record<TokenPurpose, PageText & {readonly button: string}>> {
  readonly expired: PageText;
  readonly unavailable: PageText;
}

/** What the pages say that the links of a mail lead to. */
export const tokenPageTexts: InSpokenLanguages<TokenPageTexts> = {
  en: {
    confirm: {
      title: 'Confirm your signature',
      text: 'One step is left: your signature counts once you press the button.',
      button: 'Confirm the signature',
    },
    withdraw: {
      title: 'Withdraw your signature',
      text: 'Your signature and all that was stored about you with it are erased. You may sign again at any time.',
      button: 'Withdraw the signature',
    },
    expired: {
      title: 'This link is no longer valid',
      text: 'Either it is older than 30 days, or the signature has been erased. If the petition is still open, you can sign it again.',
    },
    unavailable: {
      title: 'Not done yet',
      text: 'Something did not work just now, and nothing has changed. Open the link in your mail again in a moment.',
    },
  },
  fr: {
    confirm: {
      title: 'Confirmez votre signature',
      text: 'Il reste une étape : votre signature comptera dès que vous aurez appuyé sur le bouton.',
      button: 'Confirmer la signature',
    },
    withdraw: {
      title: 'Retirez votre signature',
      text: 'Votre signature et tout ce qui a été enregistré avec elle à votre sujet seront effacés. Vous pourrez signer de nouveau à tout moment.',
      button: 'Retirer la signature',
    },
    expired: {
      title: 'Ce lien n’est plus valable',
      text: 'Soit il date de plus de 30 jours, soit la signature a été effacée. Si la pétition est encore ouverte, vous pouvez la signer de nouveau.',
    },
    unavailable: {
      title: 'Pas encore fait',
      text: 'Quelque chose n’a pas fonctionné, et rien n’a changé. Ouvrez de nouveau le lien de votre e-mail dans un instant.',
    },
  },
  ar: {
    confirm: {
      title: 'تأكيد توقيعك',
      text: 'بقيت خطوة واحدة: سيُحتسب توقيعك بعد الضغط على الزر.',
      button: 'تأكيد التوقيع',
    },
    withdraw: {
      title: 'سحب توقيعك',
      text: 'سيُمحى توقيعك وكل ما حُفظ عنك معه. يمكنك التوقيع من جديد في أي وقت.',
      button: 'سحب التوقيع',
    },
    expired: {
      title: 'لم يعد هذا الرابط صالحًا',
      text: 'إما أنه مضى عليه أكثر من 30 يومًا، أو أن التوقيع قد مُحي. إذا كانت العريضة لا تزال مفتوحة، يمكنك توقيعها من جديد.',
    },
    unavailable: {
      title: 'لم يتم ذلك بعد',
      text: 'حدث خطأ ما الآن، ولم يتغيّر شيء. يُرجى فتح الرابط في رسالتك مرة أخرى بعد لحظات.',
    },
  },
  'ug-Arab': {
    confirm: {
      title: 'ئىمزايىڭىزنى جەزملەڭ',
      text: 'يەنە بىر قەدەم قالدى: كۇنۇپكىنى باسقىنىڭىزدىن كېيىن ئىمزايىڭىز ھېسابلىنىدۇ.',
      button: 'ئىمزانى جەزملەش',
    },
    withdraw: {
      title: 'ئىمزايىڭىزنى قايتۇرۇۋېلىڭ',
      text: 'ئىمزايىڭىز ۋە ئۇنىڭ بىلەن بىللە سىز ھەققىدە ساقلانغان ھەممە ئۇچۇر ئۆچۈرۈلىدۇ. خالىغان ۋاقىتتا قايتا ئىمزا قويالايسىز.',
      button: 'ئىمزانى قايتۇرۇۋېلىش',
    },
    expired: {
      title: 'بۇ ئۇلىنىش ئەمدى ئىناۋەتسىز',
      text: 'ياكى ئۇنىڭغا 30 كۈندىن ئاشتى، ياكى ئىمزا ئۆچۈرۈلگەن. ئىلتىماسنامە تېخى ئوچۇق بولسا، قايتا ئىمزا قويالايسىز.',
    },
    unavailable: {
      title: 'تېخى ئورۇندالمىدى',
      text: 'ھازىر بىر خاتالىق كۆرۈلدى، ھېچنېمە ئۆزگەرمىدى. بىردەمدىن كېيىن ئېلخەتتىكى ئۇلىنىشنى قايتا ئېچىڭ.',
    },
  },
};
