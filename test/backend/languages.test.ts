import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {matchLanguage, translationOf} from '../../demo/backend/petitions/languages.ts';
import {petitionSchema} from '../../src/backend/wire.ts';
import * as v from 'valibot';
import {testBackend} from './support/backend.ts';
import {river} from './support/fixtures.ts';

describe('the language of an answer', () => {
  const languages = ['en', 'fr', 'zh-Hans', 'ug-Arab', 'ug-Latn', 'pt-BR'];

  it.each([
    ['fr', 'fr'],
    ['FR', 'fr'],
    ['fr-CA', 'fr'],
    ['UG-latn', 'ug-Latn'],
    ['ug-Latn-CN', 'ug-Latn'],
    ['ug-Latn-CN-x-private', 'ug-Latn'],
    ['ug', 'ug-Arab'],
    ['ug-CN', 'ug-Arab'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['en-AU-x-private', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-TW', 'zh-Hans'],
    ['zh-TW', undefined],
    ['zh-HK', undefined],
    ['zh-MO', undefined],
    ['zh-Hant', undefined],
    ['zh-Hant-TW', undefined],
    ['zh-Hant-CN', undefined],
    ['ug-Cyrl', undefined],
    ['ug-KZ', undefined],
    ['ug-Arab-KZ', 'ug-Arab'],
    ['und', undefined],
    ['und-Cyrl', undefined],
    ['x-private', undefined],
    ['f', undefined],
    ['fra', undefined],
    ['de', undefined],
    ['', undefined],
    ['-', undefined],
    ['--fr', undefined],
    ['fr_CA', undefined],
    ['en;q=1', undefined],
    ['../../etc/passwd', undefined],
    ['\u0000', undefined],
    ['İ'.repeat(50), undefined],
    ['en-'.repeat(5000), undefined],
  ])('%s → %s', (asked, language) => {
    expect(matchLanguage(asked, languages)).toBe(language);
  });

  const spoken = 'en ar de fr ja ru tr ug-Arab ug-Cyrl ug-Latn zh-Hans zh-Hant'.split(' ');

  it.each([
    ['zh-TW', 'zh-Hant', spoken],
    ['zh-HK', 'zh-Hant', spoken],
    ['zh-MO', 'zh-Hant', spoken],
    ['zh-Hant-CN', 'zh-Hant', spoken],
    ['zh', 'zh-Hans', spoken],
    ['zh-CN', 'zh-Hans', spoken],
    ['zh-SG', 'zh-Hans', spoken],
    ['ug', 'ug-Arab', spoken],
    ['ug-CN', 'ug-Arab', spoken],
    ['ug-TR', 'ug-Arab', spoken],
    ['ug-KZ', 'ug-Cyrl', spoken],
    ['ug-Latn-KZ', 'ug-Latn', spoken],
    ['de-AT', 'de', spoken],
    ['tr-Latn-CY', 'tr', spoken],
    ['sr', 'sr-Cyrl', ['sr-Latn', 'sr-Cyrl']],
    ['sr-ME', 'sr-Latn', ['sr-Cyrl', 'sr-Latn']],
    ['sr', undefined, ['sr-Latn']],
    ['en-AU', 'en-GB', ['de', 'en-GB', 'en-US']],
    ['pt', 'pt-BR', ['pt-PT', 'pt-BR']],
    ['zh-Hant-HK', 'zh-HK', ['zh-TW', 'zh-HK']],
    ['ug', 'ug', ['ug-Arab', 'ug']],
    ['ug-CN', 'ug', ['ug-CN-x-a', 'ug']],
    ['ug-Latn-CN', 'ug', ['ug-Arab', 'ug']],
    ['ug-Latn-CN', 'ug-Latn', ['ug', 'ug-Latn-CN-x-a', 'ug-Latn']],
  ])('%s → %s of %j', (asked, language, available) => {
    expect(matchLanguage(asked, available)).toBe(language);
  });

  const subtag = fc.constantFrom(
    'en',
    'fr',
    'ug',
    'zh',
    'sr',
    'und',
    'x',
    'a',
    'Arab',
    'latn',
    'Hant',
    'TW',
    '419',
    '',
  );
  const tag = fc.oneof(
    fc.array(subtag, {maxLength: 5}).map((subtags) => subtags.join('-')),
    fc.string(),
  );
  const tags = fc.oneof(fc.constant(spoken), fc.array(tag));

  it('is one of those that are there or none, whatever is asked for', () => {
    fc.assert(
      fc.property(tag, tags, (asked, available) => {
        expect([undefined, ...available]).toContain(matchLanguage(asked, available));
      }),
    );
  });

  it('is the very one that is asked for, if it is there', () => {
    fc.assert(
      fc.property(tag, tags, tags, (asked, before, after) => {
        const match = matchLanguage(asked, [...before, asked, ...after]);
        expect(match?.toLowerCase()).toBe(asked.toLowerCase());
      }),
    );
  });

  it('is never one in another script, unless that is not known', () => {
    const scriptOf = (text: string): string | undefined => new Intl.Locale(text).maximize().script;
    const scripts = fc.constantFrom('Arab', 'Cyrl', 'Hans', 'Hant', 'Latn');
    const regions = fc.constantFrom('CN', 'HK', 'KZ', 'RS', 'SG', 'TR', 'TW', 'US');
    const asked = fc
      .tuple(fc.constantFrom('en', 'ja', 'ru', 'sr', 'ug', 'zh'), fc.option(scripts), fc.option(regions))
      .map((subtags) => subtags.filter((each) => each !== null).join('-'));
    fc.assert(
      fc.property(asked, fc.uniqueArray(scripts), (wanted, written) => {
        const available = written.map((script) => `${wanted.slice(0, 2)}-${script}`);
        const match = matchLanguage(wanted, available);
        const fitting = available.find((each) => scriptOf(each) === scriptOf(wanted));
        expect(match).toBe(fitting);
      }),
    );
  });

  it('is the first where nothing fits', () => {
    expect(translationOf({de: 'Ja', en: 'Yes'}, 'fr')).toEqual({lang: 'de', text: 'Ja'});
    expect(translationOf({de: 'Ja', en: 'Yes'}, undefined)).toEqual({lang: 'de', text: 'Ja'});
    expect(() => translationOf({}, 'de')).toThrow('no language');
  });

  it.each([
    ['?lang=ug', 'ug-Arab'],
    ['?lang=Ug-LATN-cn', 'ug-Latn'],
    ['?lang=xx-nonsense', 'en'],
    ['?lang=', 'en'],
    ['?lang=%E0%A4%A', 'en'],
    ['?lang=fr&lang=en', 'fr'],
    ['', 'en'],
  ])('of a petition is told in the answer: %s', async (query, lang) => {
    const backend = await testBackend();
    const answer = await backend.get(`/v1/petitions/${river.id}${query}`);
    const petition = v.parse(petitionSchema, await answer.json());
    expect(petition.lang).toBe(lang);
    expect(answer.headers.get('Content-Language')).toBe(lang);
    expect(petition.title).toBe(river.texts[lang]?.title);
    expect(petition.languages).toEqual(['en', 'fr', 'ug-Arab', 'ug-Latn']);
  });

  it('of a consent falls back like the rest', async () => {
    const backend = await testBackend();
    const answer = await backend.get(`/v1/petitions/${river.id}?lang=fr-CA`);
    const {form} = v.parse(petitionSchema, await answer.json());
    expect(form.consents.map(({text}) => text)).toEqual(['Yes, process it.', 'Nouvelles']);
  });
});
