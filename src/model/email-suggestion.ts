import emailMisspelled, {all, top100} from 'email-misspelled';

/** Widely used ones that the library does not list as such. */
const popular = [
  'icloud.com proton.me protonmail.com pm.me tuta.com tutanota.com posteo.de posteo.net mailbox.org fastmail.com',
  'zoho.com hey.com email.com riseup.net gmx.at gmx.ch gmx.com gmx.fr mail.de btinternet.com virginmedia.com',
  'talktalk.net bbox.fr seznam.cz centrum.cz interia.pl onet.pl wp.pl o2.pl yandex.com ya.ru inbox.ru list.ru bk.ru',
  'ukr.net abv.bg mynet.com naver.com hanmail.net 163.com 126.com sina.com foxmail.com docomo.ne.jp ezweb.ne.jp',
].flatMap((line) => line.split(' '));

/** Others that are right, though they look like one of those misspelled. */
const lookalikes = ['cloud.com', 'postmail.com', 'hello.nl'];

const domains = [...new Set([...top100, ...popular])];
const known: ReadonlySet<string> = new Set([...domains, ...all, ...lookalikes]);
const matches = emailMisspelled({domains, maxMisspelled: 2});

/** A name this short has too many neighbours that are names themselves: `ibm.com` is no `aim.com`. */
const shortestName = 5;
/** A name this long is itself also with two letters wrong. */
const longName = 7;

/** `yahoo` and `co.uk` of `yahoo.co.uk`. */
function halves(domain: string): readonly [name: string, ending: string] {
  const dot = domain.indexOf('.');
  return [domain.slice(0, dot), domain.slice(dot + 1)];
}

/** Two neighbours the other way round, as in `gmial.com`. */
function isSwapped(typed: string, right: string): boolean {
  const at = typed.split('').findIndex((letter, index) => letter !== right[index]);
  return typed === right.slice(0, at) + (right[at + 1] ?? '') + (right[at] ?? '') + right.slice(at + 2);
}

/** No ending that exists is another one misspelled: `orange.be` is right. But `com` loses letters. */
const isEndingMeant = (typed: string, right: string): boolean =>
  /(^|\.)([a-z]{2}|com|net|org|edu|gov|dev)$/.test(typed) && !(right === 'com' && /^(co|cm|om)$/.test(typed));

function isLikely(typed: string, right: string, wrongLetters: number): boolean {
  const [[typedName, typedEnding], [name, ending]] = [halves(typed), halves(right)];
  if (typedEnding !== ending && isEndingMeant(typedEnding, ending)) return false;
  if (typedName === name) return true;
  if (name.length < shortestName) return false;
  return wrongLetters === 1 || name.length >= longName || isSwapped(typed, right);
}

/**
 * The address that was probably meant where its domain looks like a widely used one misspelled
 * (`z@gmial.com`), with all before the `@` as typed; undefined for what is right, may well be right, or
 * is no address.
 */
export function suggestedEmail(email: string): string | undefined {
  const [, local, typed] = /^([^\s@]+@)([^\s@.]+(?:\.[^\s@.]+)+)$/.exec(email.trim()) ?? [];
  const domain = typed?.toLowerCase();
  if (!local || !domain || known.has(domain)) return undefined;
  const match = matches(local + domain).find((each) => isLikely(domain, each.suggest, each.misspelledCount));
  return match && local + match.suggest;
}
