/** The references that people write by hand; any other character they write as itself. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['shy', '\u00ad'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['euro', '€'],
]);

/** Of halves of a character none is one. */
const isCharacter = (code: number): boolean => code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);

/**
 * The character that one reference (`&amp;`, `&#8211;`) stands for, or the reference where it is not known.
 * A bundle takes this in the place of the `entities` of the same name, which know all that HTML does, and
 * are three times as large as the rest of the parser.
 */
export function decodeHTMLStrict(reference: string): string {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) return named.get(name) ?? reference;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return isCharacter(code) ? String.fromCodePoint(code) : '\ufffd';
}
