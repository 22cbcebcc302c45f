import {expect} from 'chai';
import {html} from 'lit';
import type {PetitionForm} from '../../src/backend/wire.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {petitionIn, richForm} from '../../stories/support/petitions.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {
  ada,
  asking,
  askedIn,
  askingAll,
  box,
  chosen,
  control,
  countriesThere,
  endsWithTest,
  enter,
  fill,
  formOf,
  labelOf,
  required,
  submit,
  submitButton,
  usual,
  valuesOf,
  withFields,
} from './support/form.ts';
import {has, petition, plain, press, settled, shows, textOf} from './support/page.ts';

const own = (name: string, label: string): PetitionForm['fields'][number] => ({name, required: false, label});

/** What helps to fill a field in: what it is, how it is filled in, which keys a phone shows. */
const fields = [
  ['givenName', 'First name', 'text', 'given-name', null, 'words'],
  ['familyName', 'Last name', 'text', 'family-name', null, 'words'],
  ['name', 'Full name', 'text', 'name', null, 'words'],
  ['email', 'Email address', 'email', 'email', 'email', 'off'],
  ['country', 'Country', 'select-one', 'country', null, null],
  ['postalCode', 'Postcode', 'text', 'postal-code', null, 'characters'],
  ['region', 'State or region', 'text', 'address-level1', null, 'words'],
  ['city', 'Town or city', 'text', 'address-level2', null, 'words'],
  ['street', 'Street and number', 'text', 'address-line1', null, 'words'],
  ['phone', 'Phone number', 'tel', 'tel', 'tel', null],
  ['birthDate', 'Date of birth', 'date', 'bday', null, null],
  ['organization', 'Organization', 'text', 'organization', null, 'words'],
  ['comment', 'Why are you signing?', 'textarea', 'off', null, 'sentences'],
] as const;

describe('a sign form asks', () => {
  it('for each field by its label, in whatever order the petition has them', async () => {
    const orders = [fields, fields.toReversed()].map((order) => order.map(([name]) => name));
    for (const names of orders) {
      const form = await formOf(withFields(...names.map((name) => ({name, required: true}))));
      expect(askedIn(form)).to.deep.equal([...names, 'consent.updates']);
      for (const [name, label] of fields) expect(labelOf(form, name)).to.equal(label);
    }
  });

  it('in a way that browsers can fill in and phones have the right keys for', async () => {
    const form = await formOf(withFields(...fields.map(([name]) => ({name, required: true}))));
    const {type: dateType} = Object.assign(document.createElement('input'), {type: 'date'});
    for (const [name, , type, autocomplete, inputmode, autocapitalize] of fields) {
      const field = control(form, name);
      expect(field.type, name).to.equal(type === 'date' ? dateType : type);
      expect(
        ['autocomplete', 'inputmode', 'autocapitalize'].map((attribute) => field.getAttribute(attribute)),
        name,
      ).to.deep.equal([autocomplete, inputmode, autocapitalize]);
    }
  });

  it('by a label of the petition’s own where it has one', async () => {
    const form = await formOf(withFields({name: 'comment', required: true, label: 'What do you say to the minister?'}));
    expect(labelOf(form, 'comment')).to.equal('What do you say to the minister?');
  });

  it('with an autocomplete of the petition’s own where it has one', async () => {
    const form = await formOf(withFields({name: 'givenName', required: true, autocomplete: 'billing given-name'}));
    expect(control(form, 'givenName').getAttribute('autocomplete')).to.equal('billing given-name');
  });

  it('with an enter key that leads on, and from the last field sends', async () => {
    const names = ['givenName', 'email', 'phone'];
    const form = await formOf(withFields(...names.map((name) => ({name, required: true}))));
    expect(names.map((name) => control(form, name).getAttribute('enterkeyhint'))).to.deep.equal([
      'next',
      'next',
      'send',
    ]);
  });

  it('with an enter key of the field that is last as the form stands', async () => {
    const form = await formOf(
      withFields(
        {name: 'country', required: true},
        {name: 'city', required: false},
        {name: 'postalCode', required: false, when: {field: 'country', in: ['DE']}},
      ),
    );
    await countriesThere(form);
    expect(control(form, 'city').getAttribute('enterkeyhint')).to.equal('send');
    enter(form, 'country', 'DE');
    await until(() => has(form, '[name=postalCode]'), 'the postcode is asked for');
    expect(control(form, 'city').getAttribute('enterkeyhint')).to.equal('next');
    expect(control(form, 'postalCode').getAttribute('enterkeyhint')).to.equal('send');
  });

  it('with a mark at what need not be answered, and none at what must be', async () => {
    const form = await formOf(new FakeClient());
    expect(
      ['givenName', 'familyName', 'email', 'country', 'postalCode', 'comment', 'consent.updates'].map((name) =>
        labelOf(form, name),
      ),
    ).to.deep.equal([
      'First name',
      'Last name',
      'Email address',
      'Country',
      'Postcode (optional)',
      'Why are you signing? (optional)',
      'Send me news of this petition. (optional)',
    ]);
    expect(textOf(form)).not.to.match(/\brequired|\*/);
  });

  it('and says to assistive technology what is required', async () => {
    const form = await formOf(new FakeClient());
    expect(control(form, 'email').getAttribute('aria-required')).to.equal('true');
    expect(control(form, 'postalCode').getAttribute('aria-required')).to.equal('false');
  });

  it('for each field in every language', async () => {
    for (const lang of ['fr', 'ar', 'ug-Arab']) {
      const form = await formOf(askingAll(), {lang});
      await until(() => labelOf(form, 'email') !== 'Email address', `the texts of ${lang} are there`);
      const ofItsOwn = richForm(lang).fields.filter(({name}) => name.startsWith('x-'));
      expect(ofItsOwn).to.have.length(5);
      for (const {name, label} of ofItsOwn) expect(labelOf(form, name)).to.include(plain(label ?? name));
      for (const name of askedIn(form).filter((each) => !/^x-|\./.test(each) && each !== 'listed')) {
        expect(labelOf(form, name), lang).not.to.equal(fields.find(([each]) => each === name)?.[1]);
      }
      form.closest('div')?.remove();
    }
  });

  it('with nothing chosen, entered or ticked beforehand but how to be listed', async () => {
    const form = await formOf(askingAll());
    await countriesThere(form);
    const {listed, ...values} = valuesOf(form);
    expect(Object.values(values).join('')).to.equal('');
    expect(listed).to.equal('name');
    expect(chosen(form, 'consent.partner')).to.deep.equal([]);
  });

  it('for an address from left to right, in whatever language', async () => {
    const form = await formOf(askingAll(), {lang: 'ar'});
    for (const name of ['email', 'phone', 'x-relatives']) {
      expect(control(form, name).matches(':dir(ltr)'), name).to.equal(true);
    }
    expect(control(form, 'givenName').matches(':dir(rtl)')).to.equal(true);
    expect(submitButton(form).matches(':dir(rtl)')).to.equal(true);
  });

  it('in the reader’s language, and for what is the petition’s own in the petition’s', async () => {
    const form = await formOf(new FakeClient({lang: 'ar', form: richForm('ar')}));
    for (const name of ['x-birthplace', 'x-press', 'consent.age']) {
      const words = one(shadowOf(form), `label[for="${name}"] span`);
      expect([words.lang, words.dir], name).to.deep.equal(['ar', 'rtl']);
    }
    expect(labelOf(form, 'email')).to.equal('Email address');
    expect(textOf(submitButton(form))).to.equal('Sign this petition');
  });
});

describe('a field of the petition’s own', () => {
  it('is asked for as its type is, in the petition’s words', async () => {
    const form = await formOf(askingAll());
    const {type: dateType} = Object.assign(document.createElement('input'), {type: 'date'});
    expect(
      ['x-birthplace', 'x-relatives', 'x-since', 'x-role', 'x-press'].map((name) => [
        control(form, name).type,
        control(form, name).getAttribute('inputmode'),
        labelOf(form, name),
      ]),
    ).to.deep.equal([
      ['text', null, 'Town you were born in (optional)'],
      ['text', 'decimal', 'Number of missing relatives (optional)'],
      [dateType, null, 'Missing since (optional)'],
      ['select-one', null, 'How does this touch you?'],
      ['checkbox', null, 'I am ready to speak to journalists (optional)'],
    ]);
    const options = [...control(form, 'x-role').querySelectorAll('option')].map(({value, label}) => [value, label]);
    expect(options).to.deep.equal([
      ['', 'Choose'],
      ['A relative of mine is missing', 'A relative of mine is missing'],
      ['I was detained', 'I was detained'],
      ['I stand with them', 'I stand with them'],
    ]);
  });

  it('is sent as it was answered', async () => {
    const client = withFields(
      {name: 'x-text', required: true, label: 'Text'},
      {name: 'x-number', required: true, label: 'Number', type: 'number'},
      {name: 'x-date', required: true, label: 'Date', type: 'date'},
      {name: 'x-select', required: true, label: 'Select', type: 'select', options: ['one', 'two']},
      {name: 'x-box', required: true, label: 'Box', type: 'checkbox'},
      {name: 'x-other', required: false, label: 'Other box', type: 'checkbox'},
    );
    const form = await formOf(client);
    enter(form, 'x-text', ' words ');
    enter(form, 'x-number', '٤٢٫٥');
    enter(form, 'x-date', '2017-04-01');
    enter(form, 'x-select', 'two');
    control(form, 'x-box').click();
    submit(form);
    await shows(form, 'Thank you for signing');
    expect(client.attempts[0]?.signature.fields).to.deep.equal({
      'x-text': 'words',
      'x-number': '42.5',
      'x-date': '2017-04-01',
      'x-select': 'two',
      'x-box': 'true',
    });
  });

  it('keeps what is chosen of its options when they are given in another language', async () => {
    const client = askingAll();
    const form = await formOf(client);
    enter(form, 'x-role', 'I was detained');
    form.lang = 'fr';
    await shows(form, 'En quoi cela vous touche-t-il');
    expect(control(form, 'x-role').value).to.equal('J’ai été en détention');
  });

  it('may have no label, and so its name', async () => {
    const form = await formOf(withFields({name: 'x-shoe-size', required: true}));
    expect(labelOf(form, 'x-shoe-size')).to.equal('shoe-size');
  });

  it('shows markup in its words as it was written', async () => {
    const form = await formOf(
      asking({fields: [own('x-one', '<b>One</b>')], consents: [{...required('age'), text: '<b>I am</b> over 16.'}]}),
    );
    expect(labelOf(form, 'x-one')).to.equal('<b>One</b> (optional)');
    expect(labelOf(form, 'consent.age')).to.equal('<b>I am</b> over 16.');
    expect(has(form, 'b')).to.equal(false);
  });
});

describe('a sign form', () => {
  for (const [what, changes] of [
    ['a required answer', {fields: [...usual.fields, {name: 'shoeSize', required: true, label: 'Shoe size'}]}],
    ['sealed data', {sealKey: 'key'}],
  ] satisfies (readonly [string, Partial<PetitionForm>])[]) {
    it(`leads to the petition’s page where it can’t ask as it should: ${what}`, async () => {
      const form = await formOf(asking(changes));
      await shows(form, 'This petition asks for something that can’t be given on this page.');
      const link = press(form, 'Sign on the petition’s own page');
      expect(link.getAttribute('href')).to.equal('https://example.org/p/stop-dna-collection');
      expect(has(form, 'form')).to.equal(false);
    });
  }

  it('leaves out what it doesn’t know and need not know', async () => {
    const client = withFields({name: 'email', required: true}, {name: 'shoeSize', required: false});
    const form = await formOf(client);
    expect(askedIn(form)).to.include('email').and.not.to.include('shoeSize');
    enter(form, 'email', ada.email);
    submit(form);
    await shows(form, 'Thank you for signing');
    expect(client.attempts[0]?.signature.fields).to.deep.equal({email: ada.email});
  });

  it('says who sees the data', async () => {
    const form = await formOf(new FakeClient());
    await shows(form, 'Your email address is never shown. How Torchlight Uyghur Group treats your data');
    const link = one(shadowOf(form), '[part=privacy] a', HTMLAnchorElement);
    expect([link.href, link.target, link.rel]).to.deep.equal(['https://example.org/privacy', '_blank', 'noopener']);
  });

  it('speaks of no address where it asks for none', async () => {
    const form = await formOf(withFields({name: 'givenName', required: true}));
    await shows(form, 'How Torchlight Uyghur Group treats your data');
    expect(textOf(form)).not.to.include('email');
  });

  it('links no statement on data that is no web page', async () => {
    const form = await formOf(asking({privacyUrl: 'javascript:alert(1)'}));
    expect(has(form, '[part=privacy] a')).to.equal(false);
  });

  it('has room above, below and before its button', async () => {
    const container = await fixture(
      html`
        <petition-sign-form petition=${petition} .client=${new FakeClient()}>
          <p slot="header">First of all</p>
          <p slot="before-submit">Before you sign</p>
          <p slot="footer">Last of all</p>
          <p slot="thanks">Tell others</p>
        </petition-sign-form>
      `,
      {lang: 'en'},
    );
    const form = endsWithTest(one(container, 'petition-sign-form', PetitionSignForm));
    await settled(form);
    expect(textOf(form)).to.match(
      /^First of all Sign this petition First name .* Before you sign Sign this petition .* Last of all$/,
    );
    await fill(form);
    submit(form);
    await shows(form, 'Tell others');
  });

  it('takes nothing from controls that the page puts there', async () => {
    const client = new FakeClient();
    const container = await fixture(
      html`
        <petition-sign-form petition=${petition} .client=${client}>
          <p slot="before-submit"><input name="email" aria-label="Newsletter" /></p>
        </petition-sign-form>
      `,
      {lang: 'en'},
    );
    const form = endsWithTest(one(container, 'petition-sign-form', PetitionSignForm));
    await settled(form);
    await fill(form);
    const other = one(container, 'input', HTMLInputElement);
    other.focus();
    other.value = 'else@example.org';
    other.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    form.lang = 'fr';
    await shows(form, 'Prénom');
    expect(control(form, 'email').value).to.equal(ada.email);
    submit(form);
    await shows(form, 'Merci, Ada');
    expect(client.attempts[0]?.signature.fields['email']).to.equal(ada.email);
  });

  it('reads its petition in the language of the reader', async () => {
    const form = await formOf(new FakeClient({}, {form: (lang) => petitionIn(lang).form}), {lang: 'fr'});
    await shows(form, 'Envoyez-moi des nouvelles de cette pétition.');
    expect(box(form, 'updates').checked).to.equal(false);
  });

  it('is not there once the petition is over', async () => {
    const client = new FakeClient({status: 'closed', closesAt: '2019-02-24T00:00:00Z', outcome: 'It was handed over.'});
    const form = await formOf(client);
    await shows(form, '2019');
    expect(textOf(form)).to.match(/^This petition closed on (24 February|February 24,) 2019 It was handed over\.$/);
    expect(has(form, 'form, button')).to.equal(false);
    expect(form.matches(':state(closed)')).to.equal(true);
  });

  it('says what is wrong and tries again', async () => {
    const client = new FakeClient({}, {reading: 'unreachable'});
    const form = await formOf(client);
    await shows(form, 'The petition can’t be reached. Check your connection and try again.');
    client.speak();
    press(form, 'Try again').click();
    await shows(form, 'First name');
  });
});
