import {describe, expect, it} from 'vitest';
import {ownNameOf} from '../../src/i18n/formats.ts';
import {directionOf} from '../../src/i18n/language-tags.ts';

const noTags = ['', '!!', 'x', 'lang nobody knows', 'en_GB', '-', 'en-', '🙂', 'undefined undefined'];

describe('the direction of a language', () => {
  it.each(['ar', 'ar-EG', 'ug', 'ug-Arab', 'he', 'fa', 'ur-PK', 'dv', 'az-Arab', 'AR'])('%s is rtl', (tag) => {
    expect(directionOf(tag)).toBe('rtl');
  });

  it.each(['en', 'fr', 'ug-Latn', 'ug-Cyrl', 'ug-KZ', 'ar-Latn', 'zh-Hant', 'ja', ...noTags])('“%s” is ltr', (tag) => {
    expect(directionOf(tag)).toBe('ltr');
  });
});

describe('a language’s own name', () => {
  it.each([
    ['en', 'English'],
    ['fr', 'Français'],
    ['ar', 'العربية'],
    ['ug', 'ئۇيغۇرچە'],
    ['ug-Arab', 'ئۇيغۇرچە'],
    ['ug-Latn', 'Uyghurche'],
    ['ug-Cyrl', 'Уйғурчә'],
    ['zh-Hans', '简体中文'],
    ['haw', 'ʻŌlelo Hawaiʻi'],
    ['de-AT', 'Österreichisches Deutsch'],
    ['ug-Latn-TR', 'Uyghurche'],
    ['ug-MN', 'Уйғурчә'],
    ['tlh', 'Klingon'],
    ['kk', 'қазақ тілі'],
  ])('of %s is %s', (tag, name) => {
    expect(ownNameOf(tag)).toBe(name);
  });

  it.each(['qaa', ...noTags])('of “%s”, which nobody knows, is the tag', (tag) => {
    expect(ownNameOf(tag)).toBe(tag);
  });
});
