import {expect} from 'chai';
import {createEngine} from '../../src/i18n/engine.ts';
import {locales} from '../../src/i18n/locales.ts';
import {registry} from '../../src/i18n/registry.ts';
import {counted, numbers, pluralCategories} from '../support/plurals.ts';

/** Also in languages that the browser has no plural rules for, which it would give those of its own. */
describe('the plural forms of a sentence', () => {
  for (const locale of locales) {
    it(`are those of CLDR in every browser: ${locale}`, async () => {
      const {default: catalogue} = await registry[locale].load();
      const marked = Object.fromEntries(Object.keys(catalogue).map((key) => [key, key]));
      const engine = await createEngine(locale, {...catalogue, ...marked}, (value) => value);
      for (const key of Object.keys(counted)) {
        const forms = numbers.map((count) => engine(key, {count}));
        expect(forms).to.deep.equal(pluralCategories(locale).map((category) => `${key}_${category}`));
      }
    });
  }
});
