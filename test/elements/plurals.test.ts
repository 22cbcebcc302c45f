import {expect} from 'chai';
import {locales} from '../../src/i18n/locales.ts';
import {pluralRulesOf} from '../../src/i18n/message.ts';
import {numbers, pluralCategories} from '../support/plurals.ts';

/** Also in languages that the browser has no plural rules for, which it would give those of its own. */
describe('the plural forms of a sentence', () => {
  for (const locale of locales) {
    it(`are those of CLDR in every browser: ${locale}`, () => {
      const rules = pluralRulesOf(locale);
      expect(numbers.map((count) => rules.select(count))).to.deep.equal(pluralCategories(locale));
    });
  }
});
