import {expect} from 'chai';
import type {FormConsent, PetitionForm} from '../../src/backend/wire.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import type {Listing} from '../../src/model/vocabulary.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {petitionIn} from '../../stories/support/petitions.ts';
import {shadowOf, until} from '../support/dom.ts';
import {
  asking,
  askedIn,
  box,
  chosen,
  fill,
  formOf,
  groupOf,
  labelOf,
  question,
  radio,
  required,
  submit,
  wrongFields,
} from './support/form.ts';
import {has, plain, shows, textOf} from './support/page.ts';

const updates: FormConsent = {
  name: 'updates',
  kind: 'checkbox',
  required: false,
  text: 'Send me news of this petition.',
  textId: 'updates-2026-11',
};

/** What is said of a group, as its name. */
function nameOf(form: PetitionSignForm, name: string): string {
  const id = groupOf(form, name).getAttribute('aria-labelledby') ?? '';
  return plain(shadowOf(form).getElementById(id)?.textContent ?? '');
}

async function signed(form: PetitionSignForm): Promise<void> {
  submit(form);
  await shows(form, 'Thank you, Ada');
}

describe('the consents of a sign form', () => {
  it('are asked for in their order, each by its own text', async () => {
    const form = await formOf(asking({consents: [updates, question('partner'), required('age')]}));
    expect(askedIn(form).slice(-3)).to.deep.equal(['consent.updates', 'consent.partner', 'consent.age']);
    expect(labelOf(form, 'consent.updates')).to.equal('Send me news of this petition. (optional)');
    expect(nameOf(form, 'consent.partner')).to.equal('May we write to you? (optional)');
    expect(labelOf(form, 'consent.age')).to.equal('I am over 16.');
    expect(
      ['yes', 'no'].map((value) => plain(radio(form, 'consent.partner', value).labels?.[0]?.textContent ?? '')),
    ).to.deep.equal(['Yes', 'No']);
  });

  it('are nobody’s beforehand', async () => {
    const form = await formOf(asking({consents: [updates, question('partner', true), required('age')]}));
    expect([box(form, 'updates').checked, box(form, 'age').checked]).to.deep.equal([false, false]);
    expect(chosen(form, 'consent.partner')).to.deep.equal([]);
  });

  it('are sent by the text that was shown, given or not', async () => {
    const client = asking({consents: [updates, question('partner'), question('other'), required('age')]});
    const form = await formOf(client);
    await fill(form);
    radio(form, 'consent.partner', 'yes').click();
    radio(form, 'consent.other', 'no').click();
    box(form, 'age').click();
    await signed(form);
    expect(client.attempts[0]?.signature.consents).to.deep.equal([
      {name: 'updates', textId: 'updates-2026-11', given: false},
      {name: 'partner', textId: 'partner-1', given: true},
      {name: 'other', textId: 'other-1', given: false},
      {name: 'age', textId: 'age-1', given: true},
    ]);
  });

  it('that were given and taken back are not given', async () => {
    const client = asking({consents: [updates]});
    const form = await formOf(client);
    await fill(form);
    box(form, 'updates').click();
    box(form, 'updates').click();
    await signed(form);
    expect(client.attempts[0]?.signature.consents).to.deep.equal([
      {name: 'updates', textId: 'updates-2026-11', given: false},
    ]);
  });

  it('that need no answer and have none are not spoken of', async () => {
    const client = asking({consents: [question('partner')]});
    const form = await formOf(client);
    await fill(form);
    await signed(form);
    expect(client.attempts[0]?.signature.consents).to.deep.equal([]);
  });

  it('that need an answer take either', async () => {
    const client = asking({consents: [question('partner', true)]});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await until(() => wrongFields(form).join() === 'consent.partner', 'the answer is missed');
    expect(client.asked.sign).to.equal(0);
    radio(form, 'consent.partner', 'no').click();
    await signed(form);
    expect(client.attempts[0]?.signature.consents).to.deep.equal([
      {name: 'partner', textId: 'partner-1', given: false},
    ]);
  });

  it('are asked anew where another language has another text, and only those', async () => {
    const form = (lang: string): PetitionForm => ({
      ...petitionIn(lang).form,
      consents: [
        {...updates, textId: 'updates-of-all'},
        {...question('partner'), textId: `partner-${lang}`},
        {...required('age'), textId: `age-${lang}`},
      ],
    });
    const client = new FakeClient({}, {form});
    const element = await formOf(client);
    await fill(element);
    for (const name of ['updates', 'age']) box(element, name).click();
    radio(element, 'consent.partner', 'yes').click();
    element.lang = 'fr';
    await until(() => !box(element, 'age').checked, 'the box is no longer ticked');
    expect(box(element, 'updates').checked).to.equal(true);
    expect(chosen(element, 'consent.partner')).to.deep.equal([]);
    submit(element);
    await until(() => wrongFields(element).join() === 'consent.age', 'it has to be ticked anew');
    box(element, 'age').click();
    submit(element);
    await shows(element, 'Merci, Ada');
    expect(client.attempts[0]?.signature.consents).to.deep.equal([
      {name: 'updates', textId: 'updates-of-all', given: true},
      {name: 'age', textId: 'age-fr', given: true},
    ]);
  });

  it('are asked anew where the same language has a new text', async () => {
    let consents = [updates];
    const form = await formOf(new FakeClient({}, {form: (lang) => ({...petitionIn(lang).form, consents})}));
    box(form, 'updates').click();
    consents = [{...updates, text: 'Send me all news.', textId: 'updates-2027-01'}];
    await form.reload();
    await shows(form, 'Send me all news.');
    expect(box(form, 'updates').checked).to.equal(false);
  });
});

describe('how a signer is listed', () => {
  const listing = (...choices: Listing[]): FakeClient => asking({listing: choices});

  it('is asked for as the petition offers it, the first chosen', async () => {
    const form = await formOf(listing('initials', 'name', 'unlisted'));
    expect(nameOf(form, 'listed')).to.equal('How may we list you among the supporters?');
    const choices = ['initials', 'name', 'unlisted'].map((value) =>
      plain(radio(form, 'listed', value).labels?.[0]?.textContent ?? ''),
    );
    expect(choices).to.deep.equal(['With my initials', 'With my name', 'Not at all']);
    expect(chosen(form, 'listed')).to.deep.equal(['initials']);
  });

  it('is sent as chosen', async () => {
    const client = listing('name', 'initials', 'unlisted');
    const form = await formOf(client);
    await fill(form);
    radio(form, 'listed', 'unlisted').click();
    await until(() => chosen(form, 'listed').join() === 'unlisted', 'it is chosen');
    await signed(form);
    expect(client.attempts[0]?.signature.listed).to.equal('unlisted');
  });

  it('is sent as it stands if nobody chooses', async () => {
    const client = listing('name', 'unlisted');
    const form = await formOf(client);
    await fill(form);
    await signed(form);
    expect(client.attempts[0]?.signature.listed).to.equal('name');
  });

  for (const [only, text] of [
    ['name', 'Your name will be shown among the supporters.'],
    ['initials', 'Your initials will be shown among the supporters.'],
  ] as const) {
    it(`is told where there is no choice: ${only}`, async () => {
      const client = listing(only);
      const form = await formOf(client);
      await shows(form, text);
      expect(has(form, '[name=listed]')).to.equal(false);
      await fill(form);
      await signed(form);
      expect(client.attempts[0]?.signature.listed).to.equal(only);
    });
  }

  for (const [what, choices] of [
    ['is not listed', ['unlisted']],
    ['is told of no list', []],
    ['is asked for nothing', undefined],
  ] as const) {
    it(`is nothing to speak of where a signer ${what}`, async () => {
      const client = asking({listing: choices && [...choices]});
      const form = await formOf(client);
      expect(has(form, '[name=listed]')).to.equal(false);
      expect(textOf(form)).not.to.include('among the supporters');
      await fill(form);
      await signed(form);
      expect(client.attempts[0]?.signature.listed).to.equal('unlisted');
    });
  }
});
