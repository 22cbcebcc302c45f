import {describe, expect, it} from 'vitest';
import {nextOption, TypeAhead} from '../../src/elements/petition-language-switcher/listbox.ts';

const names = [
  ['Deutsch', 'German'],
  ['English'],
  ['Français', 'French'],
  ['Türkçe', 'Turkish'],
  ['Русский', 'Russian'],
  ['العربية', 'Arabic'],
  ['简体中文', 'Simplified Chinese'],
] as const;

type Name = (typeof names)[number][0];

/** What is found letter by letter, each at its time in ms; what is found has the focus. */
function found(typed: readonly (readonly [letter: string, at: number])[], focused: Name = 'English'): string[] {
  const typing = new TypeAhead();
  let focus = names.findIndex(([own]) => own === focused);
  return typed.map(([letter, at]) => {
    const next = typing.find(letter, at, focus, names);
    if (next === undefined) return 'nothing';
    focus = next;
    return names[next]?.[0] ?? 'nothing';
  });
}

const word = (letters: string, from = 0, pace = 100): [string, number][] =>
  Array.from(letters, (letter, index) => [letter, from + index * pace]);

describe('what is typed in a list', () => {
  it('finds an option by the beginning of any of its names', () => {
    expect(found(word('ge'))).toEqual(['Deutsch', 'Deutsch']);
    expect(found(word('de'))).toEqual(['Deutsch', 'Deutsch']);
    expect(found(word('utsch')), 'not by the middle').toEqual(Array(5).fill('nothing'));
  });

  it('is the same in capitals and without accents', () => {
    expect(found(word('FRANCAI')).at(-1)).toBe('Français');
    expect(found(word('françai')).at(-1)).toBe('Français');
    expect(found(word('turkc')).at(-1)).toBe('Türkçe');
    expect(found(word('ру')).at(-1)).toBe('Русский');
    expect(found(word('عر')), 'not without its article').toEqual(['nothing', 'nothing']);
    expect(found(word('الع')).at(-1)).toBe('العربية');
  });

  it('stays where it is as long as that fits', () => {
    expect(found(word('fr'), 'Français')).toEqual(['Français', 'Français']);
    expect(found(word('tur'))).toEqual(['Türkçe', 'Türkçe', 'Türkçe']);
  });

  it('goes round by the same letter, past where it began', () => {
    expect(found(word('rRr'))).toEqual(['Русский', 'Русский', 'Русский']);
    expect(found([...word('s'), ...word('d', 5000), ...word('d', 5200)])).toEqual(['简体中文', 'Deutsch', 'Deutsch']);
    const list = [['Uyghurche'], ['Русский'], ['Уйғурчә', 'Uyghur (Cyrillic)'], ['ئۇيغۇرچە', 'Uyghur (Arabic)']];
    const typing = new TypeAhead();
    let focus = 1;
    const passed = word('uuuu').map(([letter, at]) => (focus = typing.find(letter, at, focus, list) ?? -1));
    expect(passed).toEqual([2, 3, 0, 2]);
  });

  for (const [pause, isAnew] of [
    [0, false],
    [999, false],
    [1000, true],
    [60_000, true],
  ] as const) {
    it(`${isAnew ? 'begins anew' : 'goes on'} after a pause of ${pause} ms`, () => {
      const [, after] = found([
        ['t', 2000],
        ['r', 2000 + pause],
      ]);
      expect(after).toBe(isAnew ? 'Русский' : 'nothing');
    });

    it(`${isAnew ? 'has ended' : 'may go on with a space'} after a pause of ${pause} ms`, () => {
      const typing = new TypeAhead();
      typing.find('s', 2000, 0, names);
      expect(typing.isTyping(2000 + pause)).toBe(!isAnew);
    });
  }

  it('takes each letter’s own time, not that of the word', () => {
    expect(found(word('simplified ch', 0, 900)).at(-1)).toBe('简体中文');
  });

  it('has not begun before the first letter', () => {
    expect(new TypeAhead().isTyping(0)).toBe(false);
  });

  it('finds nothing in an empty list', () => {
    expect(new TypeAhead().find('a', 0, -1, [])).toBeUndefined();
  });
});

describe('the keys of a list', () => {
  for (const [key, focused, next] of [
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 2],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['PageDown', 0, undefined],
    ['a', 0, undefined],
  ] as const) {
    it(`lead from option ${focused} of 3 to ${next ?? 'nowhere'}: ${key}`, () => {
      expect(nextOption(key, focused, 3)).toBe(next);
    });
  }
});
