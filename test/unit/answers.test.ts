import {describe, expect, it} from 'vitest';
import type {FormField, PetitionForm} from '../../src/backend/wire.ts';
import {Answers, consentName} from '../../src/elements/petition-sign-form/answers.ts';
import {fillFromAddress} from '../../src/elements/petition-sign-form/fill-answers.ts';
import {moveAnswers} from '../../src/elements/petition-sign-form/move-answers.ts';
import {petitionIn, richForm} from '../../stories/support/petitions.ts';

const {form} = petitionIn('en');
const withTextId = (textId: string): PetitionForm => ({
  ...form,
  consents: form.consents.map((consent) => ({...consent, textId})),
});

function answersOf(values: Readonly<Record<string, string>>): Answers {
  const answers = new Answers();
  answers.fillIn(values);
  return answers;
}

describe('the answers in a form', () => {
  it('are none where nothing was entered', () => {
    const answers = answersOf({givenName: ''});
    expect(answers.get('givenName')).toBe('');
    expect(answers.all).toEqual({});
  });

  it('are filled in where nothing was entered yet, and not elsewhere', () => {
    const answers = answersOf({givenName: 'Grace'});
    answers.fillIn({givenName: 'Ada', familyName: 'Hopper'});
    expect(answers.all).toEqual({givenName: 'Grace', familyName: 'Hopper'});
  });

  it('are gone once they are emptied', () => {
    const answers = answersOf({givenName: 'Ada'});
    answers.set('givenName', '');
    expect(answers.all).toEqual({});
    answers.set('givenName', 'Grace');
    answers.clear();
    expect(answers.all).toEqual({});
  });
});

describe('a page’s address', () => {
  const fields: FormField[] = ['givenName', 'postalCode', 'birthDate', 'country', 'x-favouriteTown'].map((name) => ({
    name,
    required: false,
  }));
  const filledFrom = (address: string): Readonly<Record<string, string>> => {
    const answers = new Answers();
    fillFromAddress(answers, new URLSearchParams(address), fields);
    return answers.all;
  };

  it('fills in what the form asks for, by names of its own', () => {
    expect(filledFrom('given_name=Ada&postal_code=N1%209GU&birth_date=1815-12-10&x-favouriteTown=Ürümqi')).toEqual({
      givenName: 'Ada',
      postalCode: 'N1 9GU',
      birthDate: '1815-12-10',
      'x-favouriteTown': 'Ürümqi',
    });
  });

  it('takes a country in whatever case', () => {
    expect(filledFrom('country=de')).toEqual({country: 'DE'});
  });

  it('fills in nothing else', () => {
    expect(filledFrom('givenName=Ada&family_name=Lovelace&consent.updates=yes&listed=name&website=x')).toEqual({});
    expect(filledFrom('given_name=%20&given_name=Ada')).toEqual({});
  });
});

describe('a change of language', () => {
  it('keeps what was chosen, under its new name', () => {
    const answers = answersOf({'x-role': 'I was detained', givenName: 'Ada'});
    moveAnswers(answers, richForm('fr'), richForm('en'));
    expect(answers.all).toEqual({'x-role': 'J’ai été en détention', givenName: 'Ada'});
    moveAnswers(answers, richForm('ar'), richForm('fr'));
    expect(answers.get('x-role')).toBe('كنت رهن الاحتجاز');
  });

  it('keeps consent to the same text, and asks anew for consent to another', () => {
    const answers = answersOf({[consentName('updates')]: 'yes'});
    moveAnswers(answers, withTextId('one'), withTextId('one'));
    expect(answers.get(consentName('updates'))).toBe('yes');
    moveAnswers(answers, withTextId('two'), withTextId('one'));
    expect(answers.get(consentName('updates'))).toBe('');
  });

  it('drops consent to what is no longer asked', () => {
    const answers = answersOf({[consentName('updates')]: 'yes'});
    moveAnswers(answers, {...form, consents: []}, form);
    expect(answers.all).toEqual({});
  });
});
