import {marked, type Token} from 'marked';

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

function character(reference: string, name: string): string {
  if (!name.startsWith('#')) return named.get(name) ?? reference;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const decoded = (text: string): string => text.replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, character);

/** A body's structure (CommonMark), to be rendered as templates: no HTML is ever made of a string. */
export function parseMarkdown(body: string): readonly Token[] {
  const tokens = marked.lexer(body, {gfm: false});
  void marked.walkTokens(tokens, (token) => {
    if (token.type === 'text') token.text = decoded(String(token.text));
    if (token.type === 'link') token.href = decoded(String(token.href));
  });
  return tokens;
}
