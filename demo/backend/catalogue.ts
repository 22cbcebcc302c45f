import type en from './catalogues/en.json';

/** What the backend's mails and pages say in one language, in i18next's JSON format (v4). */
export type Catalogue = Readonly<Record<keyof typeof en, string>>;

/** What the sentences with placeholders are filled with. The lint rule `house/catalogues` holds each catalogue to it. */
export interface Placeholders {
  'mail.greetingByName': 'name';
  'mail.confirmation.subject': 'title';
  'mail.confirmation.opening': 'title';
  'mail.already-signed.subject': 'title';
  'mail.already-signed.opening': 'title';
}

/** A sentence with placeholders. */
export type SentenceKey = keyof Placeholders;
export type Sentences = Pick<Catalogue, SentenceKey>;
/** What is said as it is. */
export type Texts = Omit<Catalogue, SentenceKey>;
