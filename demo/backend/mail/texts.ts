import type {InSpokenLanguages} from '../spoken-languages.ts';
import type {MailKind} from '../storage/mail-queue.ts';
import type {Sentence} from './sentences.ts';

interface KindTexts {
  readonly subject: Sentence<'title'>;
  readonly opening: Sentence<'title'>;
}

export interface MailTexts extends Readonly<Record<MailKind, KindTexts>> {
  readonly greeting: string;
  readonly greetingByName: Sentence<'name'>;
  readonly confirm: string;
  readonly confirmByAddress: string;
  readonly validity: string;
  readonly mayWithdraw: string;
  readonly withdraw: string;
}

export const mailTexts: InSpokenLanguages<MailTexts> = {
  en: {
    greeting: 'Hello,',
    greetingByName: 'Hello {name},',
    confirmation: {
      subject: 'Please confirm your signature: {title}',
      opening: 'You have signed the petition “{title}”. Your signature counts once you confirm it.',
    },
    'already-signed': {
      subject: 'You have already signed: {title}',
      opening:
        'The petition “{title}” has been signed once more with this address. Your signature counts already, and there is nothing that you need to do.',
    },
    confirm: 'Confirm your signature',
    confirmByAddress: 'If the button does not work, open this address in your browser:',
    validity: 'You have 30 days to confirm. After that, an unconfirmed signature is erased.',
    mayWithdraw:
      'If it was not you, or if you have changed your mind, you can withdraw the signature. It is then erased, with all that was stored about you.',
    withdraw: 'Withdraw the signature',
  },
  fr: {
    greeting: 'Bonjour,',
    greetingByName: 'Bonjour {name},',
    confirmation: {
      subject: 'Confirmez votre signature : {title}',
      opening: 'Vous avez signé la pétition « {title} ». Votre signature comptera dès que vous l’aurez confirmée.',
    },
    'already-signed': {
      subject: 'Vous avez déjà signé : {title}',
      opening:
        'La pétition « {title} » a été signée une nouvelle fois avec cette adresse. Votre signature est déjà comptée, et vous n’avez rien à faire.',
    },
    confirm: 'Confirmer votre signature',
    confirmByAddress: 'Si le bouton ne fonctionne pas, ouvrez cette adresse dans votre navigateur :',
    validity: 'Vous avez 30 jours pour confirmer. Passé ce délai, une signature non confirmée est effacée.',
    mayWithdraw:
      'Si ce n’était pas vous, ou si vous avez changé d’avis, vous pouvez retirer la signature. Elle est alors effacée, avec tout ce qui a été enregistré à votre sujet.',
    withdraw: 'Retirer la signature',
  },
  ar: {
    greeting: 'مرحبًا،',
    greetingByName: 'مرحبًا {name}،',
    confirmation: {
      subject: 'يُرجى تأكيد توقيعك: {title}',
      opening: 'لقد وقّعت العريضة «{title}». سيُحتسب توقيعك بعد تأكيده.',
    },
    'already-signed': {
      subject: 'سبق لك التوقيع: {title}',
      opening: 'وُقّعت العريضة «{title}» مرة أخرى بهذا العنوان. توقيعك محتسب بالفعل، ولا يلزمك فعل أي شيء.',
    },
    confirm: 'تأكيد التوقيع',
    confirmByAddress: 'إذا لم يعمل الزر، يُرجى فتح هذا العنوان في المتصفح:',
    validity: 'أمامك 30 يومًا للتأكيد. بعد ذلك يُمحى التوقيع الذي لم يُؤكَّد.',
    mayWithdraw: 'إذا لم تكن أنت من وقّع، أو إذا غيّرت رأيك، يمكنك سحب التوقيع. عندها يُمحى التوقيع مع كل ما حُفظ عنك.',
    withdraw: 'سحب التوقيع',
  },
  'ug-Arab': {
    greeting: 'ياخشىمۇسىز،',
    greetingByName: 'ياخشىمۇسىز {name}،',
    confirmation: {
      subject: 'ئىمزايىڭىزنى جەزملەڭ: {title}',
      opening: 'سىز «{title}» ناملىق ئىلتىماسنامىگە ئىمزا قويدىڭىز. جەزملىگىنىڭىزدىن كېيىن ئىمزايىڭىز ھېسابلىنىدۇ.',
    },
    'already-signed': {
      subject: 'سىز ئاللىقاچان ئىمزا قويغان: {title}',
      opening:
        '«{title}» ناملىق ئىلتىماسنامىگە بۇ ئادرېس بىلەن يەنە بىر قېتىم ئىمزا قويۇلدى. ئىمزايىڭىز ئاللىقاچان ھېسابلانغان، ھېچنېمە قىلىشىڭىز كېرەك ئەمەس.',
    },
    confirm: 'ئىمزانى جەزملەش',
    confirmByAddress: 'كۇنۇپكا ئىشلىمىسە، بۇ ئادرېسنى تور كۆرگۈچتە ئېچىڭ:',
    validity: 'جەزملەش ئۈچۈن 30 كۈن ۋاقتىڭىز بار. ئۇنىڭدىن كېيىن، جەزملەنمىگەن ئىمزا ئۆچۈرۈلىدۇ.',
    mayWithdraw:
      'ئەگەر ئىمزا قويغان سىز بولمىسىڭىز ياكى پىكرىڭىزدىن يانغان بولسىڭىز، ئىمزانى قايتۇرۇۋالالايسىز. ئۇ چاغدا ئىمزا ۋە سىز ھەققىدە ساقلانغان ھەممە ئۇچۇر ئۆچۈرۈلىدۇ.',
    withdraw: 'ئىمزانى قايتۇرۇۋېلىش',
  },
};
