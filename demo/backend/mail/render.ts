import {html} from 'hono/html';
import type {FieldValues} from '../../../src/model/validation.ts';
import type {Texts} from '../catalogue.ts';
import {translationOf} from '../petitions/languages.ts';
import {speechFor, type Speech} from '../spoken-languages.ts';
import type {MailKind} from '../storage/mail-queue.ts';
import type {StoredPetition} from '../storage/storage.ts';
import {inHtml, inSubject, inText, type Filling} from './sentences.ts';

export interface MailLinks {
  readonly confirm: string;
  readonly withdraw: string;
}

/** What a mail is made of. */
export interface MailFacts {
  readonly kind: MailKind;
  readonly petition: StoredPetition;
  readonly fields: FieldValues;
  /** The signer's language. */
  readonly lang: string;
  readonly links: MailLinks;
}

export interface MailContent {
  readonly lang: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Everything that both parts of a mail say. */
interface Letter {
  readonly kind: MailKind;
  readonly speech: Speech;
  readonly title: Filling;
  /** Of the signer, if it looks like one. */
  readonly name: Filling | undefined;
  readonly links: MailLinks;
  readonly organization: string;
}

/** No more than a name looks like: what else a stranger enters would be a message in our name. */
const nameLike = /^[\p{L}\p{M}][\p{L}\p{M} '’ʻʼ-]{0,39}$/u;

export async function renderMail(facts: MailFacts): Promise<MailContent> {
  const letter = letterOf(facts);
  const {kind, speech, title} = letter;
  const isOneLanguage = title.lang === speech.lang;
  const subject = (isOneLanguage ? inSubject : inText)(speech.sentences, `mail.${kind}.subject`, {title});
  return {lang: speech.lang, subject, text: textOf(letter), html: String(await htmlOf(letter, subject))};
}

function letterOf({kind, petition, fields, lang, links}: MailFacts): Letter {
  const speech = speechFor(lang);
  const title = translationOf(petition.definition.texts, lang);
  const givenName = fields['givenName'] ?? '';
  return {
    kind,
    speech,
    title: {text: title.text.title, lang: title.lang},
    name: nameLike.test(givenName) ? {text: givenName} : undefined,
    links,
    organization: petition.organization.name,
  };
}

function textOf({kind, speech: {texts, sentences}, title, name, links, organization}: Letter): string {
  const paragraphs = [
    name ? inText(sentences, 'mail.greetingByName', {name}) : texts['mail.greeting'],
    inText(sentences, `mail.${kind}.opening`, {title}),
    ...(kind === 'confirmation' ? [`${texts['mail.confirm']}\n${links.confirm}`, texts['mail.validity']] : []),
    texts['mail.mayWithdraw'],
    `${texts['mail.withdraw']}\n${links.withdraw}`,
    organization,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const bodyStyle = 'max-width: 36em; margin: 0 auto; padding: 1.5em; font: 16px/1.6 system-ui, sans-serif';
const buttonStyle =
  'display: inline-block; padding: 0.7em 1.4em; border-radius: 0.4em; background: #12508c; color: #fff; font-weight: 600; text-decoration: none';
const addressStyle = 'overflow-wrap: anywhere; text-align: start';

function htmlOf({kind, speech, title, name, links, organization}: Letter, subject: string) {
  const {texts, sentences} = speech;
  return html`<!doctype html>
<html lang="${speech.lang}" dir="${speech.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
</head>
<body style="${bodyStyle}" dir="${speech.direction}">
<p>${name ? inHtml(sentences, 'mail.greetingByName', {name}) : texts['mail.greeting']}</p>
<p>${inHtml(sentences, `mail.${kind}.opening`, {title})}</p>
${kind === 'confirmation' ? confirmPart(texts, links.confirm) : ''}
<p>${texts['mail.mayWithdraw']}</p>
<p><a href="${links.withdraw}">${texts['mail.withdraw']}</a></p>
<p>${organization}</p>
</body>
</html>
`;
}

function confirmPart(texts: Texts, link: string) {
  return html`<p><a href="${link}" style="${buttonStyle}">${texts['mail.confirm']}</a></p>
<p>${texts['mail.confirmByAddress']}<br><a href="${link}" style="${addressStyle}"><bdi dir="ltr">${link}</bdi></a></p>
<p>${texts['mail.validity']}</p>`;
}
