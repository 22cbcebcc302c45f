import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import type {FormField} from '../../src/backend/wire.ts';
import {loadFormatTables} from '../../src/controllers/format-tables.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {one, shadowOf, until} from '../support/dom.ts';
import {
  control,
  countriesThere,
  descriptionOf,
  enter,
  errorOf,
  fill,
  focusedIn,
  formOf,
  leave,
  statusOf,
  submit,
  valuesOf,
  withFields,
  wrongFields,
} from './support/form.ts';
import {has, shows, textOf} from './support/page.ts';

const country: FormField = {name: 'country', required: true};

const selectedCountry = (form: PetitionSignForm): string => {
  const select = control(form, 'country');
  return select instanceof HTMLSelectElement ? (select.selectedOptions[0]?.label ?? '') : '';
};

describe('the countries', () => {
  for (const [lang, first, inOrder] of [
    ['en', 'Choose a country', ['Afghanistan', 'Åland Islands', 'Albania', 'Zimbabwe']],
    ['de', 'Land wählen', ['Afghanistan', 'Ägypten', 'Ålandinseln', 'Albanien', 'Oman', 'Österreich', 'Pakistan']],
    ['fr', 'Choisir un pays', ['Afrique du Sud', 'Albanie', 'Égypte', 'Émirats arabes unis', 'France']],
    ['ar', 'اختيار بلد', ['آيسلندا', 'إثيوبيا', 'ألمانيا', 'اليمن']],
  ] as const) {
    it(`have their names in the reader’s language, sorted by its rules: ${lang}`, async () => {
      const form = await formOf(new FakeClient(), {lang});
      await countriesThere(form);
      await until(() => one(shadowOf(form), '[name=country] option', HTMLOptionElement).label === first, first);
      const names = [...shadowOf(form).querySelectorAll<HTMLOptionElement>('[name=country] option')].map(
        ({label}) => label,
      );
      const places = inOrder.map((name) => names.indexOf(name));
      expect(Math.min(...places), inOrder.join()).to.be.greaterThan(0);
      expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
      const {compare} = new Intl.Collator(lang);
      expect(names.slice(1)).to.deep.equal(names.slice(1).toSorted(compare));
      expect(names).to.have.length(250);
    });
  }

  it('are found by typing their first letters', async () => {
    const form = await formOf(new FakeClient());
    await countriesThere(form);
    control(form, 'country').focus();
    await sendKeys({type: 'germ'});
    await until(() => selectedCountry(form) === 'Germany', 'Germany is chosen');
    await sendKeys({press: 'Tab'});
    expect(control(form, 'country').value).to.equal('DE');
  });

  it('stay chosen in every language', async () => {
    const form = await formOf(new FakeClient());
    await countriesThere(form);
    enter(form, 'country', 'DE');
    for (const [lang, germany] of [
      ['fr', 'Allemagne'],
      ['ar', 'ألمانيا'],
      ['de', 'Deutschland'],
    ] as const) {
      form.lang = lang;
      await until(() => selectedCountry(form) === germany, `the country is ${germany}`);
      expect(control(form, 'country').value).to.equal('DE');
    }
  });
});

describe('a field that depends on another', () => {
  const dependent = (): FakeClient =>
    withFields(
      {name: 'email', required: true},
      country,
      {name: 'postalCode', required: true, when: {field: 'country', in: ['GB', 'DE']}},
      {name: 'comment', required: false, when: {field: 'x-more', in: ['true']}},
      {name: 'x-more', required: false, label: 'I have more to say', type: 'checkbox'},
    );
  const isAsked = (form: PetitionSignForm, name = 'postalCode'): boolean => has(form, `[name=${name}]`);

  it('is asked for only where it does', async () => {
    const form = await formOf(dependent());
    await countriesThere(form);
    expect(isAsked(form), 'before a country is chosen').to.equal(false);
    enter(form, 'country', 'DE');
    await until(() => isAsked(form), 'the postcode is asked for');
    enter(form, 'country', 'FR');
    await until(() => !isAsked(form), 'the postcode is no longer asked for');
    control(form, 'x-more').click();
    await until(() => isAsked(form, 'comment'), 'the comment is asked for');
    control(form, 'x-more').click();
    await until(() => !isAsked(form, 'comment'), 'the comment is no longer asked for');
  });

  it('is neither missed nor sent where it is not asked for', async () => {
    const client = dependent();
    const form = await formOf(client);
    await countriesThere(form);
    enter(form, 'email', 'ada@example.org');
    enter(form, 'country', 'DE');
    await until(() => isAsked(form), 'the postcode is asked for');
    enter(form, 'postalCode', '10115');
    enter(form, 'country', 'FR');
    await until(() => !isAsked(form), 'the postcode is no longer asked for');
    submit(form);
    await shows(form, 'Thank you');
    expect(client.attempts[0]?.signature.fields).to.deep.equal({email: 'ada@example.org', country: 'FR'});
  });

  it('still has its value when it is asked for again', async () => {
    const client = dependent();
    const form = await formOf(client);
    await countriesThere(form);
    enter(form, 'email', 'ada@example.org');
    enter(form, 'country', 'DE');
    await until(() => isAsked(form), 'the postcode is asked for');
    enter(form, 'postalCode', '10115');
    enter(form, 'country', 'FR');
    await until(() => !isAsked(form), 'the postcode is no longer asked for');
    enter(form, 'country', 'DE');
    await until(() => isAsked(form), 'the postcode is asked for again');
    expect(control(form, 'postalCode').value).to.equal('10115');
    submit(form);
    await shows(form, 'Thank you');
    expect(client.attempts[0]?.signature.fields['postalCode']).to.equal('10115');
  });

  it('takes its mistake with it when it is not asked for', async () => {
    const form = await formOf(dependent());
    await countriesThere(form);
    enter(form, 'email', 'ada@example.org');
    enter(form, 'country', 'DE');
    await until(() => isAsked(form), 'the postcode is asked for');
    submit(form);
    await shows(form, '1 answer needs another look');
    enter(form, 'country', 'FR');
    await until(() => !textOf(form).includes('another look'), 'nothing is wrong any more');
  });
});

describe('a field with room for so many characters', () => {
  const short = (): Promise<PetitionSignForm> =>
    formOf(withFields({name: 'email', required: false}, {name: 'comment', required: false, maxLength: 100}));

  it('counts down once the end is near', async () => {
    const form = await short();
    enter(form, 'comment', 'x'.repeat(79));
    await form.updateComplete;
    expect(has(form, '[part=countdown]')).to.equal(false);
    enter(form, 'comment', 'x'.repeat(80));
    await until(() => descriptionOf(form, 'comment') === '20 characters left', 'the end is near');
    enter(form, 'comment', 'x'.repeat(99));
    await until(() => descriptionOf(form, 'comment') === '1 character left', 'the end is very near');
    enter(form, 'comment', 'x'.repeat(50));
    await until(() => !has(form, '[part=countdown]'), 'there is room again');
    expect(descriptionOf(form, 'comment')).to.equal(undefined);
  });

  it('counts as the backend does, without the space around', async () => {
    const form = await short();
    enter(form, 'comment', `  ${'x'.repeat(90)}${' '.repeat(40)}`);
    await until(() => descriptionOf(form, 'comment') === '10 characters left', 'ten are left');
  });

  it('tells aloud that the end is near, very near and passed, not each letter', async () => {
    const form = await short();
    const told: string[] = [];
    for (let length = 75; length <= 104; length += 1) {
      enter(form, 'comment', 'x'.repeat(length));
      await form.updateComplete;
      const status = statusOf(form);
      if (status !== told.at(-1) && status !== '') told.push(status);
    }
    expect(told).to.deep.equal(['20 characters left', '10 characters left', '1 character too many']);
  });

  it('cuts nothing off, says how much is too much, and judges it when it is left', async () => {
    const form = await short();
    control(form, 'comment').focus();
    enter(form, 'comment', 'x'.repeat(98));
    await sendKeys({type: 'abcde'});
    await until(() => descriptionOf(form, 'comment') === '3 characters too many', 'it says how much is too much');
    expect(control(form, 'comment').value).to.have.length(103);
    expect(wrongFields(form)).to.deep.equal([]);
    leave(form, 'comment');
    await until(() => errorOf(form, 'comment') === 'Use at most 100 characters', 'the mistake is told');
    enter(form, 'comment', 'x'.repeat(100));
    await until(() => descriptionOf(form, 'comment') === '0 characters left', 'it is mended');
    expect(wrongFields(form)).to.deep.equal([]);
  });

  it('counts in the reader’s language', async () => {
    const form = await short();
    enter(form, 'comment', 'x'.repeat(90));
    await shows(form, '10 characters left');
    form.lang = 'fr';
    await shows(form, 'Il reste 10 caractères');
  });
});

describe('a postcode', () => {
  const asked = (): FakeClient => withFields(country, {name: 'postalCode', required: true});

  for (const [code, text, isRight] of [
    ['GB', 'N1', false],
    ['GB', 'N1 9GU', true],
    ['GB', 'n19gu', true],
    ['DE', '10115', true],
    ['DE', 'D-10115', true],
    ['DE', '1011', false],
    ['US', '90210-1234', true],
    ['NL', '1012AB', true],
    ['CA', 'K1A 0B1', true],
    ['JP', '100-0001', true],
    ['IE', 'D02 AF30', true],
    ['HK', 'none', true],
  ] as const) {
    it(`of ${code} ${isRight ? 'may' : 'can’t'} be ${text}`, async () => {
      const form = await formOf(asked());
      await countriesThere(form);
      control(form, 'country').focus();
      enter(form, 'country', code);
      enter(form, 'postalCode', text);
      expect(wrongFields(form), 'while it is typed').to.deep.equal([]);
      submit(form);
      if (isRight) await shows(form, 'Thank you');
      else await until(() => errorOf(form, 'postalCode') === 'Enter a postcode of the country you chose', 'it is told');
    });
  }

  it('is judged when it is left', async () => {
    const form = await formOf(asked());
    await countriesThere(form);
    enter(form, 'country', 'GB');
    control(form, 'postalCode').focus();
    enter(form, 'postalCode', 'N1');
    // The formats come in while the form is filled in; a field that is left before that is judged when it is left again.
    await until(() => {
      leave(form, 'postalCode');
      return errorOf(form, 'postalCode') === 'Enter a postcode of the country you chose';
    }, 'the mistake is told');
  });

  it('is judged again when the country changes', async () => {
    const form = await formOf(asked());
    await countriesThere(form);
    enter(form, 'country', 'GB');
    enter(form, 'postalCode', '10115');
    submit(form);
    await until(() => errorOf(form, 'postalCode'), 'it is none of Great Britain');
    enter(form, 'country', 'DE');
    await until(() => wrongFields(form).length === 0, 'it is one of Germany');
  });
});

describe('a phone number', () => {
  const asked = (): FakeClient => withFields(country, {name: 'phone', required: true});

  for (const [code, text, number] of [
    ['DE', '030 1234567', '+49301234567'],
    ['GB', '(020) 7946 0018', '+442079460018'],
    ['FR', '+90 212 555 01 23', '+902125550123'],
    ['DE', '00 44 20 7946 0018', '+442079460018'],
    ['TR', '٠٢١٢ ٥٥٥ ٠١٢٣', '+902125550123'],
  ] as const) {
    it(`is sent as ${number} if it is written as ${text} in ${code}`, async () => {
      const client = asked();
      const form = await formOf(client);
      await countriesThere(form);
      enter(form, 'country', code);
      enter(form, 'phone', text);
      submit(form);
      await shows(form, 'Thank you');
      expect(client.attempts[0]?.signature.fields['phone']).to.equal(number);
    });
  }

  it('stays as it was typed where it is shown', async () => {
    const form = await formOf(asked());
    await countriesThere(form);
    enter(form, 'phone', '030 1234567');
    submit(form);
    await until(() => wrongFields(form).includes('country'), 'the country is missed');
    expect(valuesOf(form)['phone']).to.equal('030 1234567');
  });

  it('without a calling code is not judged before the country is known, and then it is', async () => {
    const form = await formOf(withFields({name: 'phone', required: true}, country));
    await countriesThere(form);
    control(form, 'phone').focus();
    await loadFormatTables([{name: 'phone'}]);
    enter(form, 'phone', '030 12');
    leave(form, 'phone');
    await form.updateComplete;
    expect(wrongFields(form)).to.deep.equal([]);
    enter(form, 'country', 'GB');
    leave(form, 'country');
    await until(() => errorOf(form, 'phone'), 'it is none of Great Britain');
    enter(form, 'phone', '020 7946 0018');
    await until(() => wrongFields(form).length === 0, 'this one is');
  });

  it('that is none is told so', async () => {
    const client = asked();
    const form = await formOf(client);
    await countriesThere(form);
    enter(form, 'country', 'DE');
    enter(form, 'phone', '12');
    submit(form);
    await until(
      () => errorOf(form, 'phone') === 'Enter a phone number with its country code, like +49 30 1234567',
      'the mistake is told',
    );
    expect(client.asked.sign).to.equal(0);
  });
});

describe('half a date', () => {
  /** Types a day and no month or year: only where a browser asks for a date in parts. */
  async function typeHalf(form: PetitionSignForm): Promise<boolean> {
    const field = control(form, 'birthDate');
    field.focus();
    await sendKeys({type: '12'});
    return field.value === '' && field.validity.badInput;
  }
  const wrong = 'Enter the day, month and year you were born';

  it('is no date, though it need not be answered', async () => {
    const client = withFields({name: 'birthDate', required: false});
    const form = await formOf(client);
    if (!(await typeHalf(form))) return;
    submit(form);
    await until(() => errorOf(form, 'birthDate') === wrong, 'the mistake is told');
    expect(client.asked.sign).to.equal(0);
    expect(focusedIn(form)).to.equal(control(form, 'birthDate'));
  });

  it('is judged when it is left', async () => {
    const form = await formOf(withFields({name: 'birthDate', required: false}));
    if (!(await typeHalf(form))) return;
    leave(form, 'birthDate');
    await until(() => errorOf(form, 'birthDate') === wrong, 'the mistake is told');
    enter(form, 'birthDate', '1985-12-10');
    await until(() => wrongFields(form).length === 0, 'it is mended');
  });
});

describe('what is sent of the fields', () => {
  it('is tidied: trimmed, composed, in digits that a backend reads', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form, {givenName: '  Zoe\u0308 ', comment: ' Because\nit matters ', postalCode: '   '});
    submit(form);
    await shows(form, 'Thank you, Zoë');
    expect(client.attempts[0]?.signature.fields).to.deep.equal({
      givenName: 'Zo\u00EB',
      familyName: 'Lovelace',
      email: 'ada@example.org',
      country: 'GB',
      comment: 'Because\nit matters',
    });
  });
});
