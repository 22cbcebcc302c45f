import {all, top100} from 'email-misspelled';
import {describe, expect, it} from 'vitest';
import {suggestedEmail} from '../../src/model/email-suggestion.ts';

describe('a suggested address', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.cm', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmal.fr', 'hotmail.fr'],
    ['yahooo.fr', 'yahoo.fr'],
    ['outlok.com', 'outlook.com'],
    ['gmx.dee', 'gmx.de'],
    ['iclod.com', 'icloud.com'],
    ['protonmail.con', 'protonmail.com'],
    ['proton.mee', 'proton.me'],
    ['orang.fr', 'orange.fr'],
    ['posteo.dee', 'posteo.de'],
    ['seznm.cz', 'seznam.cz'],
  ])('mends %s', (typed, right) => {
    expect(suggestedEmail(`z@${typed}`)).toBe(`z@${right}`);
  });

  it.each([...new Set([...top100, ...all])])('leaves %s', (domain) => {
    expect(suggestedEmail(`z@${domain}`)).toBeUndefined();
  });

  it.each(
    (
      'email.com live.de ymail.com mail.ru gmx.at me.com uhrp.org hey.com icloud.com proton.me tuta.com ' +
      'ibm.com hp.com cnn.com bbc.com un.org mit.edu hrw.org love.com line.com office.com cloud.com web.dev mail.gov ' +
      'orange.be orange.pl alice.fr police.it taboo.com lookout.com hushmail.com outlook.co.uk shaw.com gmail.de'
    ).split(' '),
  )('leaves %s, which is no misspelling', (domain) => {
    expect(suggestedEmail(`z@${domain}`)).toBeUndefined();
  });

  it('keeps what is before the @ as typed', () => {
    expect(suggestedEmail("Zulpiye.O'Neil+petition@GMIAL.com")).toBe("Zulpiye.O'Neil+petition@gmail.com");
    expect(suggestedEmail(' z@gmial.com ')).toBe('z@gmail.com');
    expect(suggestedEmail('Z@Gmail.COM')).toBeUndefined();
  });

  it.each(['', 'z', '@gmial.com', 'z@', 'z@gmial', 'z@@gmial.com', 'z y@gmial.com', 'z@gmial..com', 'z@x@gmial.com'])(
    'is none for «%s», which is no address',
    (text) => {
      expect(suggestedEmail(text)).toBeUndefined();
    },
  );
});
