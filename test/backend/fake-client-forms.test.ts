import {describe, expect, it} from 'vitest';
import type {PetitionForm} from '../../src/backend/wire.ts';
import type {Signature} from '../../src/model/signature.ts';
import type {Listing} from '../../src/model/vocabulary.ts';
import {petitionIn, richForm} from '../../stories/support/petitions.ts';
import {counted, expectTotal, type Mistake, never, newKey, refused, sign} from './support/both-answers.ts';
import {consent, id, sides, signatureOf} from './support/both-backends.ts';

/* Part of the contract of fake-client.test.ts: what a form takes, and what it finds wrong. */

const email = 'ada@example.org';
const usual = petitionIn('en').form;

/** Asks for all that a form can ask for, but no proof of work. */
const asksMuch = (lang: string): PetitionForm => ({...richForm(lang), challenge: undefined});

const consents = [consent('updates', false), consent('partner', false), consent('age', true)];

/** Nothing is wrong with it where {@link asksMuch}. */
const much: Signature = signatureOf(email, {
  fields: {
    ...signatureOf(email).fields,
    phone: '020 7946 0018',
    birthDate: '1985-12-10',
    postalCode: 'SW1Y 4JH',
    'x-relatives': '2',
    'x-since': '2017-04-01',
    'x-role': 'I was detained',
    'x-press': 'true',
    comment: 'Because',
  },
  consents,
  listed: 'initials',
});

const answering = (fields: Readonly<Record<string, string>>): Signature => ({
  ...much,
  fields: {...much.fields, ...fields},
});

const without = (name: string): Signature => {
  const {[name]: _, ...fields} = much.fields;
  return {...much, fields};
};

const wrong = answering({familyName: ' ', email: 'ada', comment: 'x'.repeat(101), 'x-nickname': 'Countess'});

describe.each(sides)('%s, handed a form,', (_, side) => {
  it.each<[string, Signature]>([
    ['all that is asked for', much],
    [
      'what is required, and nothing else',
      {
        ...much,
        listed: undefined,
        fields: {...signatureOf(email).fields, postalCode: 'SW1Y 4JH', 'x-role': 'I was detained'},
      },
    ],
    [
      'answers with spaces around them, and digits of another script',
      answering({email: ` ${email} `, phone: '٠٢٠ ٧٩٤٦ ٠٠١٨'}),
    ],
    ['an answer that is not asked for in this country', answering({region: 'Kent'})],
    ['an option in another language', answering({'x-role': 'J’ai été en détention'})],
    ['an option in the signer’s language', {...answering({'x-role': 'J’ai été en détention'}), lang: 'fr'}],
    ['a wish not to be listed', {...much, listed: 'unlisted'}],
    ['a proof of work that nobody asks for', {...much, challenge: 'nonsense'}],
  ])('takes %s', async (_what, signature) => {
    const all = await side({form: asksMuch});
    expect(await sign(all, signature)).toEqual(counted(5137));
  });

  it.each<[string, Signature, ...Mistake[]]>([
    ['a name that is missing', without('givenName'), ['givenName', 'required']],
    ['a name that is empty', answering({givenName: ' '}), ['givenName', 'required']],
    ['a name with control characters', answering({givenName: 'A\u0000'}), ['givenName', 'invalid']],
    ['an address that is none', answering({email: 'ada@example'}), ['email', 'invalid']],
    ['a country that is none', answering({country: 'XX', phone: '+442079460018'}), ['country', 'invalid']],
    ['a postcode of another country', answering({postalCode: '10115'}), ['postalCode', 'invalid']],
    ['a postcode that is missing in this country', without('postalCode'), ['postalCode', 'required']],
    ['a phone number that is none', answering({phone: '12'}), ['phone', 'invalid']],
    ['a birth to come', answering({birthDate: '2999-01-01'}), ['birthDate', 'invalid']],
    ['a text that is too long', answering({comment: 'x'.repeat(101)}), ['comment', 'too-long']],
    ['a number that is none', answering({'x-relatives': 'many'}), ['x-relatives', 'invalid']],
    ['a day that is none', answering({'x-since': '2017-02-30'}), ['x-since', 'invalid']],
    ['an option that is none', answering({'x-role': 'Another'}), ['x-role', 'invalid']],
    ['an answer that is never asked for', answering({'x-nickname': 'Countess'}), ['x-nickname', 'not-allowed']],
    ['a box left empty', {...much, consents: [...consents.slice(0, 2), consent('age', false)]}, ['age', 'required']],
    ['no consents', {...much, consents: []}, ['partner', 'required'], ['age', 'required']],
    [
      'a consent that is never asked for',
      {...much, consents: [...consents, consent('ads', true)]},
      ['ads', 'not-allowed'],
    ],
    ['a consent given twice', {...much, consents: [...consents, consent('updates', true)]}, ['updates', 'invalid']],
    [
      'a consent to another text',
      {...much, consents: [...consents.slice(1), consent('updates', true, 'u-1')]},
      ['updates', 'invalid'],
    ],
    [
      'many mistakes, and tells all,',
      {...wrong, consents: [consent('ads', true)]},
      ['familyName', 'required'],
      ['email', 'invalid'],
      ['comment', 'too-long'],
      ['x-nickname', 'not-allowed'],
      ['partner', 'required'],
      ['age', 'required'],
      ['ads', 'not-allowed'],
    ],
  ])('refuses %s and adds nothing', async (_what, signature, ...errors) => {
    const all = await side({form: asksMuch});
    const key = newKey();
    expect(await sign(all, signature, key)).toEqual(refused(...errors));
    await expectTotal(all, 5136);
    expect(await sign(all, much, key), 'what is mended, under the same key').toEqual(counted(5137));
  });

  it.each<[string, Listing[] | undefined, Listing]>([
    ['takes', undefined, 'unlisted'],
    ['refuses', undefined, 'name'],
    ['takes', ['initials'], 'initials'],
    ['refuses', ['initials'], 'name'],
    ['takes', ['initials'], 'unlisted'],
  ])('%s one who may be listed as %s and chooses “%s”', async (outcome, listing, listed) => {
    const all = await side({changes: {form: {...usual, listing}}});
    const answer = await sign(all, signatureOf(email, {listed}));
    expect(answer).toEqual(outcome === 'takes' ? counted(5137) : refused(['listed', 'not-allowed']));
  });

  it('takes a consent to a text that was shown before', async () => {
    const all = await side();
    expect(await all.client.petition(id, 'en', never)).toMatchObject({ok: true});
    const later = usual.consents.map((each) => ({...each, textId: 'updates-2027-01'}));
    await all.change({form: {...usual, consents: later}});
    const saying = (textId: string) => sign(all, signatureOf(email, {consents: [consent('updates', true, textId)]}));
    expect(await saying('updates-2026-11')).toEqual(counted(5137));
    expect(await saying('updates-2027-01')).toEqual(counted(5137));
    expect(await saying('updates-2028-01')).toEqual(refused(['updates', 'invalid']));
  });
});
