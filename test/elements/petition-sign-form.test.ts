import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import type {FormField, Petition} from '../../src/backend/wire.ts';
import {
  PetitionCountEvent,
  PetitionErrorEvent,
  PetitionSignEvent,
  PetitionSubmitEvent,
} from '../../src/elements/base/events.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {problem} from '../../src/model/outcome.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {petitionIn} from '../../stories/support/petitions.ts';
import {fixture, nextEvent, one, shadowOf, until} from '../support/dom.ts';
import {
  ada,
  alertOf,
  box,
  control,
  countriesThere,
  enter,
  errorOf,
  fill,
  submit,
  submitButton,
  valuesOf,
  wrongFields,
} from './support/form.ts';
import {eventsOf, has, petition, plain, press, settled, shows, textOf} from './support/page.ts';

async function formOf(client: FakeClient, lang = 'en'): Promise<PetitionSignForm> {
  const container = await fixture(
    html`<petition-sign-form petition=${petition} .client=${client}></petition-sign-form>`,
    {lang},
  );
  const form = one(container, 'petition-sign-form', PetitionSignForm);
  await settled(form);
  return form;
}

const {form: usual} = petitionIn('en');

/** A client of a petition whose form differs from the usual one. */
const asking = (changes: Partial<Petition['form']>): FakeClient => new FakeClient({form: {...usual, ...changes}});

const withFields = (...fields: FormField[]): FakeClient => asking({fields});

const required = (name: string): Petition['form']['consents'][number] => ({
  name,
  kind: 'checkbox',
  required: true,
  text: 'I am over 16.',
  textId: `${name}-1`,
});

const labelOf = (form: PetitionSignForm, name: string): string =>
  plain(Array.from(control(form, name).labels ?? [], (label) => label.textContent).join(' '));

/** Leaves a field as a person does who moves on. */
function leave(form: PetitionSignForm, name: string): void {
  control(form, name).focus();
  submitButton(form).focus();
}

const focusedIn = (form: PetitionSignForm): Element | null => shadowOf(form).activeElement;

describe('petition-sign-form', () => {
  // First in this page: a language whose texts are there already changes at once.
  describe('what is typed', () => {
    it('survives a change of language, with the country chosen', async () => {
      const form = await formOf(new FakeClient());
      await fill(form, {country: 'DE', comment: 'Because\nit matters'});
      box(form, 'updates').click();
      const values = valuesOf(form);
      expect(values['country']).to.equal('DE');
      const first = control(form, 'givenName');
      for (const [lang, germany] of [
        ['ar', 'ألمانيا'],
        ['fr', 'Allemagne'],
        ['ug-Arab', undefined],
        ['en', 'Germany'],
      ] as const) {
        form.lang = lang;
        await until(() => one(shadowOf(form), '[part=root]').lang === lang, `the form is in ${lang}`);
        const select = control(form, 'country');
        if (germany !== undefined) {
          await until(
            () => select instanceof HTMLSelectElement && select.selectedOptions[0]?.label === germany,
            `the country is ${germany}`,
          );
        }
        expect(valuesOf(form), lang).to.deep.equal(values);
        expect(box(form, 'updates').checked, lang).to.equal(true);
      }
      expect(first.isConnected, 'the fields are the same').to.equal(true);
    });

    it('keeps the focus when the language changes', async () => {
      const form = await formOf(new FakeClient());
      control(form, 'email').focus();
      form.lang = 'ar';
      await shows(form, 'توقيع هذه العريضة');
      expect(control(form, 'email').matches(':focus')).to.equal(true);
    });

    it('survives a reload that fails', async () => {
      const client = new FakeClient();
      const form = await formOf(client);
      await fill(form);
      const values = valuesOf(form);
      client.reading = 'unreachable';
      await form.reload();
      await form.updateComplete;
      expect(valuesOf(form)).to.deep.equal(values);
    });
  });

  describe('what it asks for', () => {
    it('has a label each, which says what need not be answered', async () => {
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
    });

    it('can be filled in by a browser', async () => {
      const form = await formOf(new FakeClient());
      expect(
        ['givenName', 'familyName', 'email', 'country', 'postalCode', 'comment'].map((name) =>
          control(form, name).getAttribute('autocomplete'),
        ),
      ).to.deep.equal(['given-name', 'family-name', 'email', 'country', 'postal-code', 'off']);
      expect(control(form, 'email').type).to.equal('email');
    });

    it('says to assistive technology what is required', async () => {
      const form = await formOf(new FakeClient());
      expect(control(form, 'email').getAttribute('aria-required')).to.equal('true');
      expect(control(form, 'postalCode').getAttribute('aria-required')).to.equal('false');
    });

    it('has nothing chosen, entered or ticked beforehand', async () => {
      const form = await formOf(new FakeClient());
      await countriesThere(form);
      expect(Object.values(valuesOf(form)).join('')).to.equal('');
      expect(box(form, 'updates').checked).to.equal(false);
    });

    it('has the countries under their names in the reader’s language, in its order', async () => {
      const form = await formOf(new FakeClient(), 'fr');
      await countriesThere(form);
      const names = [...shadowOf(form).querySelectorAll('option')].map((option) => option.label);
      expect(names[0]).to.equal('Choisir un pays');
      expect(names.indexOf('Égypte')).to.be.greaterThan(0).and.lessThan(names.indexOf('France'));
      expect(names).to.have.length(250);
    });

    it('takes an address from left to right, in whatever language', async () => {
      const form = await formOf(new FakeClient(), 'ar');
      expect(control(form, 'email').matches(':dir(ltr)')).to.equal(true);
      expect(submitButton(form).matches(':dir(rtl)')).to.equal(true);
    });

    it('has the consent in the petition’s language, the form in the reader’s', async () => {
      const form = await formOf(new FakeClient({lang: 'ar', form: petitionIn('ar').form}));
      const text = one(shadowOf(form), '[part=consent] span');
      expect([text.lang, text.dir]).to.deep.equal(['ar', 'rtl']);
      expect(textOf(submitButton(form))).to.equal('Sign this petition');
    });

    it('asks for a field that depends on another only where it does', async () => {
      const client = withFields(
        {name: 'country', required: true},
        {name: 'postalCode', required: true, when: {field: 'country', in: ['GB', 'DE']}},
      );
      const form = await formOf(client);
      await countriesThere(form);
      const isAsked = (): boolean => has(form, '[name=postalCode]');
      expect(isAsked(), 'before a country is chosen').to.equal(false);
      enter(form, 'country', 'DE');
      await until(isAsked, 'the postcode is asked for');
      enter(form, 'country', 'FR');
      await until(() => !isAsked(), 'the postcode is no longer asked for');
      submit(form);
      await shows(form, 'Thank you');
    });

    for (const [what, changes] of [
      ['a required answer', {fields: [...usual.fields, {name: 'x-shoe-size', required: true, label: 'Shoe size'}]}],
      ['a yes or no', {consents: [{name: 'x', kind: 'yes-no', required: false, text: 'May we?', textId: 'x-1'}]}],
      ['a proof of work', {challenge: 'altcha'}],
      ['sealed data', {sealKey: 'key'}],
    ] satisfies (readonly [string, Partial<Petition['form']>])[]) {
      it(`leads to the petition’s page where it can’t ask as it should: ${what}`, async () => {
        const form = await formOf(asking(changes));
        await shows(form, 'This petition asks for something that can’t be given on this page.');
        const link = press(form, 'Sign on the petition’s own page');
        expect(link.getAttribute('href')).to.equal('https://example.org/p/stop-dna-collection');
        expect(has(form, 'form')).to.equal(false);
      });
    }

    it('leaves out what it doesn’t know and need not know', async () => {
      const client = withFields({name: 'email', required: true}, {name: 'x-shoe-size', required: false});
      const form = await formOf(client);
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

    it('links no statement on data that is no web page', async () => {
      const form = await formOf(asking({privacyUrl: 'javascript:alert(1)'}));
      expect(has(form, '[part=privacy] a')).to.equal(false);
    });

    it('shows markup in a consent as it was written', async () => {
      const form = await formOf(asking({consents: [{...required('age'), text: '<b>I am</b> over 16.'}]}));
      expect(labelOf(form, 'consent.age')).to.equal('<b>I am</b> over 16.');
      expect(has(form, 'b')).to.equal(false);
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
      const form = one(container, 'petition-sign-form', PetitionSignForm);
      await settled(form);
      expect(textOf(form)).to.match(
        /^First of all Sign this petition First name .* Before you sign Sign this petition .* Last of all$/,
      );
      await fill(form);
      submit(form);
      await shows(form, 'Tell others');
    });
  });

  describe('a mistake', () => {
    it('is told at its field, which refers to it', async () => {
      const form = await formOf(new FakeClient());
      await fill(form, {givenName: '', email: 'ada@', country: '', comment: 'x'.repeat(501)});
      submit(form);
      await until(() => wrongFields(form).length > 0, 'the mistakes are marked');
      expect(wrongFields(form)).to.deep.equal(['givenName', 'email', 'country', 'comment']);
      await until(() => errorOf(form, 'comment') === 'Use at most 500 characters', 'the limit is told');
      expect(['givenName', 'email', 'country'].map((name) => errorOf(form, name))).to.deep.equal([
        'Enter your first name',
        'Enter an email address like name@example.org',
        'Choose your country',
      ]);
    });

    it('takes the focus to the first of them, and is told aloud', async () => {
      const form = await formOf(new FakeClient());
      await fill(form, {familyName: ' ', email: 'nobody'});
      submit(form);
      await until(() => focusedIn(form) === control(form, 'familyName'), 'the first wrong field has the focus');
      await until(() => alertOf(form) === '2 answers need another look', 'the count of mistakes is told');
    });

    it('sends nothing, and tells the page nothing', async () => {
      const client = new FakeClient();
      const form = await formOf(client);
      const events = ['petition-submit', 'petition-sign', 'petition-error'].map((type) => eventsOf(form, type, Event));
      submit(form);
      await until(() => wrongFields(form).length === 4, 'the mistakes are marked');
      expect(events.flat()).to.deep.equal([]);
      expect(client.asked.sign).to.equal(0);
    });

    it('is judged when its field is left, not while it is typed', async () => {
      const form = await formOf(new FakeClient());
      control(form, 'email').focus();
      await sendKeys({type: 'ada'});
      await form.updateComplete;
      expect(control(form, 'email').value).to.equal('ada');
      expect(wrongFields(form)).to.deep.equal([]);
      await sendKeys({press: 'Tab'});
      await until(
        () => errorOf(form, 'email') === 'Enter an email address like name@example.org',
        'the mistake is told once the field is left',
      );
      expect(control(form, 'country').matches(':focus')).to.equal(true);
    });

    it('is none while a field is left empty that was not handed in', async () => {
      const form = await formOf(new FakeClient());
      leave(form, 'givenName');
      await form.updateComplete;
      expect(wrongFields(form)).to.deep.equal([]);
    });

    it('is gone as soon as it is mended', async () => {
      const form = await formOf(new FakeClient());
      await fill(form, {email: 'ada'});
      leave(form, 'email');
      await until(() => errorOf(form, 'email'), 'the mistake is told');
      enter(form, 'email', 'ada@example.org');
      await until(() => wrongFields(form).length === 0, 'nothing is wrong any more');
      expect(control(form, 'email').hasAttribute('aria-describedby')).to.equal(false);
      expect(textOf(form)).not.to.include('Enter an email address');
    });

    it('changes its words with what is wrong', async () => {
      const form = await formOf(new FakeClient());
      submit(form);
      await until(() => errorOf(form, 'email') === 'Enter your email address', 'the address is missed');
      enter(form, 'email', 'ada');
      await until(
        () => errorOf(form, 'email') === 'Enter an email address like name@example.org',
        'the address is refused',
      );
    });

    it('has the words of the reader’s language', async () => {
      const form = await formOf(new FakeClient(), 'ar');
      submit(form);
      await until(() => errorOf(form, 'givenName') === 'يُرجى إدخال الاسم الأول', 'the mistake is told in Arabic');
      form.lang = 'fr';
      await until(() => errorOf(form, 'givenName') === 'Saisissez votre prénom', 'the mistake is told in French');
    });

    it('may be a consent that is missed', async () => {
      const client = asking({consents: [required('age'), ...usual.consents]});
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await until(() => errorOf(form, 'consent.age') === 'Tick this box to sign', 'the consent is missed');
      expect(wrongFields(form)).to.deep.equal(['consent.age']);
      await until(() => focusedIn(form) === box(form, 'age'), 'the box has the focus');
      expect(client.asked.sign).to.equal(0);
      box(form, 'age').click();
      await until(() => wrongFields(form).length === 0, 'the mistake is gone');
      submit(form);
      await shows(form, 'Thank you, Ada');
      expect(client.attempts[0]?.signature.consents).to.deep.equal([
        {name: 'age', textId: 'age-1', given: true},
        {name: 'updates', textId: 'updates-2026-11', given: false},
      ]);
    });
  });

  describe('what is sent', () => {
    it('is what was entered, tidied, with each consent and where it comes from', async () => {
      const client = new FakeClient();
      const form = await formOf(client);
      form.source = 'partner-x';
      history.replaceState(null, '', '?secret=1#there');
      await fill(form, {givenName: '  Zoe\u0308 ', comment: ' Because ', postalCode: '   '});
      submit(form);
      await shows(form, 'Thank you, Zoë');
      history.replaceState(null, '', location.pathname);
      expect(client.attempts.map(({signature}) => JSON.parse(JSON.stringify(signature)) as unknown)).to.deep.equal([
        {
          fields: {
            givenName: 'Zo\u00EB',
            familyName: 'Lovelace',
            email: 'ada@example.org',
            country: 'GB',
            comment: 'Because',
          },
          consents: [{name: 'updates', textId: 'updates-2026-11', given: false}],
          listed: 'unlisted',
          lang: 'en',
          source: {
            code: 'partner-x',
            page: location.origin + location.pathname,
            ...(document.referrer && {referrer: new URL(document.referrer).origin}),
          },
        },
      ]);
    });

    it('says which consent was given, by the text that was shown', async () => {
      const client = new FakeClient();
      const form = await formOf(client);
      await fill(form);
      box(form, 'updates').click();
      submit(form);
      await shows(form, 'Thank you');
      expect(client.attempts[0]?.signature.consents).to.deep.equal([
        {name: 'updates', textId: 'updates-2026-11', given: true},
      ]);
    });

    it('names the language that the petition was read in', async () => {
      const client = new FakeClient();
      const form = await formOf(client, 'ug');
      await fill(form);
      submit(form);
      await until(() => client.attempts.length === 1, 'the signature is sent');
      expect(client.attempts[0]?.signature.lang).to.equal('ug-Arab');
    });

    it('has a random key in the form of a UUID', async () => {
      const client = new FakeClient();
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await until(() => client.attempts.length === 1, 'the signature is sent');
      expect(client.attempts[0]?.key).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    });

    it('goes out by the enter key too', async () => {
      const client = new FakeClient();
      const form = await formOf(client);
      await fill(form);
      control(form, 'givenName').focus();
      await sendKeys({press: 'Enter'});
      await shows(form, 'Thank you, Ada');
      expect(client.asked.sign).to.equal(1);
    });

    it('goes out once, however often the button is pressed', async () => {
      const client = new FakeClient({}, {signing: 'silent'});
      const form = await formOf(client);
      await fill(form);
      submit(form);
      submit(form);
      await shows(form, 'Sending your signature…');
      submit(form);
      expect(submitButton(form).getAttribute('aria-disabled')).to.equal('true');
      client.speak();
      await shows(form, 'Thank you, Ada');
      expect(client.asked.sign).to.equal(1);
    });

    it('is announced to the page, which may prevent it', async () => {
      const client = new FakeClient();
      const form = await formOf(client);
      await fill(form);
      const prevent = (event: Event): void => event.preventDefault();
      form.addEventListener('petition-submit', prevent);
      const event = nextEvent(document, 'petition-submit', PetitionSubmitEvent);
      submit(form);
      expect((await event).petition).to.equal(petition);
      expect((await event).cancelable).to.equal(true);
      await form.updateComplete;
      expect(client.asked.sign).to.equal(0);
      expect(valuesOf(form)['email']).to.equal(ada.email);
      form.removeEventListener('petition-submit', prevent);
      submit(form);
      await shows(form, 'Thank you, Ada');
      expect(client.asked.sign).to.equal(1);
    });
  });

  describe('a failure to send', () => {
    for (const [slug, text] of [
      ['unreachable', 'Your signature could not be sent: there is no connection.'],
      ['timeout', 'The petition’s server did not answer. Try again: you will not be counted twice.'],
      ['unreadable', 'Your signature could not be taken.'],
      ['failed', 'Your signature could not be taken.'],
      ['unavailable', 'The petition’s server can’t take signatures for a moment.'],
      ['too-many-requests', 'Too many signatures came from your network.'],
      ['closed', 'The petition has just closed, so your signature could not be added.'],
    ] as const) {
      it(`is told aloud, and all stays: ${slug}`, async () => {
        const client = new FakeClient({}, {signing: slug});
        const form = await formOf(client);
        await fill(form);
        const values = valuesOf(form);
        const failed = nextEvent(document, 'petition-error', PetitionErrorEvent);
        submit(form);
        expect((await failed).problem).to.equal(slug);
        expect((await failed).retryable).to.equal(problem(slug).retryable);
        await until(() => alertOf(form).startsWith(text), text);
        expect(valuesOf(form)).to.deep.equal(values);
        expect(form.matches(':state(signed)')).to.equal(false);
        expect(submitButton(form).getAttribute('aria-disabled')).to.equal('false');
      });
    }

    it('can be tried again, under the same key', async () => {
      const client = new FakeClient({}, {signing: 'timeout'});
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await until(() => alertOf(form) !== '', 'the failure is told');
      client.signing = 'well';
      submit(form);
      await shows(form, 'Thank you, Ada');
      expect(new Set(client.attempts.map(({key}) => key)).size).to.equal(1);
      expect(client.attempts).to.have.length(2);
    });

    it('is the very same signature in another language too', async () => {
      const client = new FakeClient({}, {signing: 'timeout'});
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await until(() => alertOf(form) !== '', 'the failure is told');
      client.signing = 'well';
      form.lang = 'fr';
      await shows(form, 'Prénom');
      submit(form);
      await shows(form, 'Merci, Ada');
      expect(client.attempts).to.have.length(2);
      expect(client.attempts[1]).to.deep.equal(client.attempts[0]);
    });

    it('needs a key of its own after it was refused', async () => {
      const client = new FakeClient({}, {signing: 'invalid'});
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await until(() => alertOf(form) !== '', 'the failure is told');
      client.signing = 'well';
      submit(form);
      await shows(form, 'Thank you, Ada');
      expect(new Set(client.attempts.map(({key}) => key)).size).to.equal(2);
    });

    it('is no longer told once something else is wrong', async () => {
      const client = new FakeClient({}, {signing: 'unreachable'});
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await shows(form, 'there is no connection');
      enter(form, 'email', '');
      enter(form, 'givenName', '');
      submit(form);
      await until(() => alertOf(form) === '2 answers need another look', 'the mistakes are told');
    });

    it('needs a key of its own for what was changed', async () => {
      const client = new FakeClient({}, {signing: 'timeout'});
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await until(() => client.attempts.length === 1 && alertOf(form) !== '', 'the failure is told');
      client.signing = 'well';
      enter(form, 'givenName', 'Augusta');
      submit(form);
      await shows(form, 'Thank you, Augusta');
      expect(new Set(client.attempts.map(({key}) => key)).size).to.equal(2);
    });

    it('is told at the fields that the backend names', async () => {
      const client = new FakeClient(
        {},
        {
          signing: problem('invalid', {
            errors: [
              {field: 'email', code: 'not-allowed'},
              {field: 'updates', code: 'required'},
            ],
          }),
        },
      );
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await until(() => wrongFields(form).length === 2, 'the fields are marked');
      expect(wrongFields(form)).to.deep.equal(['email', 'consent.updates']);
      expect(errorOf(form, 'email')).to.equal('The petition’s server did not accept this');
      expect(alertOf(form)).to.equal('The petition’s server did not accept some of what you entered.');
      await until(() => focusedIn(form) === control(form, 'email'), 'the first of them has the focus');
    });

    it('is told where the backend names no field of the form', async () => {
      const client = new FakeClient(
        {},
        {signing: problem('invalid', {errors: [{field: 'x-unknown', code: 'not-allowed'}]})},
      );
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await until(() => alertOf(form) !== '', 'the failure is told');
      expect(wrongFields(form)).to.deep.equal([]);
    });

    it('leaves no word once it is overcome', async () => {
      const client = new FakeClient({}, {signing: 'unreachable'});
      const form = await formOf(client);
      await fill(form);
      submit(form);
      await shows(form, 'there is no connection');
      client.signing = 'silent';
      submit(form);
      await shows(form, 'Sending your signature…');
      expect(alertOf(form)).to.equal('');
      client.speak();
      await shows(form, 'Thank you, Ada');
      expect(textOf(form)).not.to.include('no connection');
    });

    it('counts nothing', async () => {
      const client = new FakeClient({}, {signing: 'unreachable'});
      const container = await fixture(
        html`
          <petition-counter petition=${petition} .client=${client}></petition-counter>
          <petition-sign-form petition=${petition} .client=${client}></petition-sign-form>
        `,
        {lang: 'en'},
      );
      const form = one(container, 'petition-sign-form', PetitionSignForm);
      await shows(container, '5,136 people have signed');
      await fill(form);
      submit(form);
      await shows(form, 'there is no connection');
      expect(textOf(container)).to.include('5,136 people have signed');
    });
  });

  describe('once signed', () => {
    it('thanks by name, where the form was, and takes the focus there', async () => {
      const form = await formOf(new FakeClient());
      await fill(form);
      submit(form);
      await shows(form, 'Thank you, Ada Your signature has been counted.');
      const thanks = one(shadowOf(form), '[part=thanks] h2');
      await until(() => focusedIn(form) === thanks, 'the thanks have the focus');
      expect(form.matches(':state(signed)')).to.equal(true);
      expect(has(form, 'form')).to.equal(false);
    });

    it('thanks without a name where none was asked for', async () => {
      const form = await formOf(withFields({name: 'email', required: true}));
      enter(form, 'email', ada.email);
      submit(form);
      await shows(form, 'Thank you for signing Your signature has been counted.');
    });

    it('says that a message has to be confirmed, and counts nothing before', async () => {
      const client = asking({confirmation: 'email'});
      const form = await formOf(client);
      const counts = eventsOf(document, 'petition-count', PetitionCountEvent);
      await fill(form);
      const signed = nextEvent(form, 'petition-sign', PetitionSignEvent);
      submit(form);
      expect((await signed).status).to.equal('confirmation-sent');
      await shows(form, 'One step is left: a message is on its way to you.');
      expect(counts).to.deep.equal([]);
    });

    it('tells the page, and nothing of the person', async () => {
      const form = await formOf(new FakeClient());
      const events = [
        'petition-load',
        'petition-error',
        'petition-submit',
        'petition-sign',
        'petition-count',
        'petition-language',
      ].map((type) => eventsOf(document, type, Event));
      await fill(form, {comment: 'Because it matters', postalCode: 'N1'});
      submit(form);
      await shows(form, 'Thank you, Ada');
      const told = events.flat();
      expect(told.map(({type}) => type)).to.deep.equal(['petition-submit', 'petition-sign']);
      const words = told.map((event) => JSON.stringify(event) + JSON.stringify(Object.entries(event)));
      for (const value of ['Ada', 'Lovelace', 'ada@example.org', 'GB', 'N1', 'Because']) {
        expect(words.join(' ')).not.to.include(value);
      }
      const [, sign] = told;
      expect(sign).to.be.instanceOf(PetitionSignEvent).and.include({petition, status: 'counted'});
      expect(sign?.bubbles && sign.composed).to.equal(true);
    });

    it('lets the page’s counters go up by what the backend answers, not by one', async () => {
      const client = new FakeClient({}, {signing: 'silent'});
      const container = await fixture(
        html`
          <petition-counter petition=${petition} .client=${client}></petition-counter>
          <petition-sign-form petition=${petition} .client=${client}></petition-sign-form>
          <petition-counter petition=${petition} layout="ring" .client=${client}></petition-counter>
        `,
        {lang: 'en'},
      );
      const form = one(container, 'petition-sign-form', PetitionSignForm);
      const counters = [...container.querySelectorAll('petition-counter')];
      for (const counter of counters) await shows(counter, '5,136 people have signed');
      await fill(form);
      submit(form);
      await shows(form, 'Sending your signature…');
      for (const counter of counters) expect(textOf(counter)).to.include('5,136 people have signed');
      client.total = 5200;
      client.speak();
      for (const counter of counters) await shows(counter, '5,201 people have signed');
      expect(client.asked.count).to.equal(0);
    });

    it('can be emptied for another person', async () => {
      const client = new FakeClient();
      const form = await formOf(client);
      await fill(form, {comment: 'Because'});
      box(form, 'updates').click();
      submit(form);
      await shows(form, 'Thank you, Ada');
      form.reset();
      await shows(form, 'First name');
      expect(form.matches(':state(signed)')).to.equal(false);
      expect(Object.values(valuesOf(form)).join('')).to.equal('');
      expect(box(form, 'updates').checked).to.equal(false);
      await fill(form, {givenName: 'Grace'});
      submit(form);
      await shows(form, 'Thank you, Grace');
      expect(new Set(client.attempts.map(({key}) => key)).size).to.equal(2);
    });

    it('says it in another language too', async () => {
      const form = await formOf(new FakeClient());
      await fill(form);
      submit(form);
      await shows(form, 'Thank you, Ada');
      form.lang = 'fr';
      await shows(form, 'Merci, Ada');
    });
  });

  it('reset empties what was typed, with its mistakes', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {email: 'ada'});
    submit(form);
    await until(() => wrongFields(form).length === 1, 'the mistake is marked');
    form.reset();
    await until(() => wrongFields(form).length === 0, 'nothing is wrong any more');
    expect(Object.values(valuesOf(form)).join('')).to.equal('');
  });

  it('is empty again for another petition', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form);
    box(form, 'updates').click();
    form.petition = 'another';
    await until(() => Object.values(valuesOf(form)).join('') === '', 'the form is empty');
    expect(box(form, 'updates').checked).to.equal(false);
  });

  it('thanks nobody for another petition', async () => {
    const client = new FakeClient({}, {signing: 'silent'});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await until(() => client.open === 1, 'the signature is sent');
    const signed = nextEvent(form, 'petition-sign', PetitionSignEvent);
    form.petition = 'another';
    await form.updateComplete;
    client.speak();
    expect((await signed).petition).to.equal(petition);
    await shows(form, 'First name');
    expect(form.matches(':state(signed)')).to.equal(false);
    expect(textOf(form)).not.to.include('Thank you');
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
