import {describe, expect, it} from 'vitest';
import {matchLanguage, translationOf} from '../../demo/backend/petitions/languages.ts';
import {petitionSchema} from '../../src/backend/wire.ts';
import * as z from 'zod/mini';
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
    ['zh-CN', 'zh-Hans'],
    ['ug-Cyrl', undefined],
    ['zh-Hant-TW', undefined],
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

  it('prefers what is exactly there to what is longer', () => {
    expect(matchLanguage('ug', ['ug-Arab', 'ug'])).toBe('ug');
    expect(matchLanguage('ug-CN', ['ug-CN-x-a', 'ug'])).toBe('ug');
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
    const petition = z.parse(petitionSchema, await answer.json());
    expect(petition.lang).toBe(lang);
    expect(answer.headers.get('Content-Language')).toBe(lang);
    expect(petition.title).toBe(river.texts[lang]?.title);
    expect(petition.languages).toEqual(['en', 'fr', 'ug-Arab', 'ug-Latn']);
  });

  it('of a consent falls back like the rest', async () => {
    const backend = await testBackend();
    const answer = await backend.get(`/v1/petitions/${river.id}?lang=fr-CA`);
    const {form} = z.parse(petitionSchema, await answer.json());
    expect(form.consents.map(({text}) => text)).toEqual(['Yes, process it.', 'Nouvelles']);
  });
});
