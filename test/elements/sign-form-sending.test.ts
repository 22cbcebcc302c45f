import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import {loadFormatTables} from '../../src/controllers/format-tables.ts';
import {PetitionSubmitEvent} from '../../src/elements/base/events.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, nextEvent, until} from '../support/dom.ts';
import {
  ada,
  askingAll,
  box,
  control,
  endsWithTest,
  fill,
  fillAll,
  formOf,
  submit,
  submitButton,
  usual,
  valuesOf,
} from './support/form.ts';
import {eventsOf, petition, settled, shows} from './support/page.ts';

/** What goes over the wire: without what is undefined. */
const sent = ({attempts}: FakeClient): unknown[] =>
  attempts.map(({signature}): unknown => JSON.parse(JSON.stringify(signature)));

/** Where a signature of this page comes from. */
const here = (): object => ({
  page: location.origin + location.pathname,
  ...(document.referrer && {referrer: new URL(document.referrer).origin}),
});

describe('what a sign form sends', () => {
  afterEach(() => history.replaceState(null, '', location.pathname));

  it('is what was entered, with each consent, how to list and where it comes from', async () => {
    const client = new FakeClient();
    const form = await formOf(client, {source: 'partner-x'});
    history.replaceState(null, '', '?secret=1#there');
    await fill(form, {comment: 'Because'});
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(sent(client)).to.deep.equal([
      {
        fields: {...ada, comment: 'Because'},
        consents: [{name: 'updates', textId: 'updates-2026-11', given: false}],
        listed: 'unlisted',
        lang: 'en',
        source: {code: 'partner-x', ...here()},
      },
    ]);
  });

  it('is all that a form can ask for', async () => {
    const client = askingAll();
    const form = await formOf(client);
    await fillAll(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    const [signature] = client.attempts.map((attempt) => attempt.signature);
    expect(signature?.fields).to.deep.equal({
      ...ada,
      organization: 'Analytical Engines',
      phone: '+442079460018',
      birthDate: '1985-12-10',
      postalCode: 'SW1Y 4JH',
      city: 'London',
      street: '12 St James’s Square',
      'x-birthplace': 'Marylebone',
      'x-relatives': '2',
      'x-since': '2017-04-01',
      'x-role': 'A relative of mine is missing',
      'x-press': 'true',
      comment: 'Because it matters',
    });
    expect(signature?.consents).to.deep.equal([
      {name: 'updates', textId: 'updates-2026-11', given: true},
      {name: 'partner', textId: 'partner-2026-11', given: false},
      {name: 'age', textId: 'age-2026-11', given: true},
    ]);
    expect(signature?.listed).to.equal('initials');
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
    const form = await formOf(client, {lang: 'ug'});
    await fill(form);
    submit(form);
    await until(() => client.attempts.length === 1, 'the signature is sent');
    expect(client.attempts[0]?.signature.lang).to.equal('ug-Arab');
  });

  it('names what campaigns count by, and nothing else of the page’s address', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    history.replaceState(null, '', '?utm_source=news&token=secret&utm_campaign=dna%20day&utm_term=ada@example.org#x');
    await fill(form);
    submit(form);
    await shows(form, 'Thank you');
    expect(sent(client)[0])
      .to.have.property('source')
      .that.deep.equals({
        ...here(),
        page: `${location.origin}${location.pathname}?utm_source=news&utm_campaign=dna+day`,
      });
  });

  it('has a random key in the form of a UUID', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await until(() => client.attempts.length === 1, 'the signature is sent');
    expect(client.attempts[0]?.key).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('is also what a browser filled in without telling', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form);
    control(form, 'postalCode').value = 'SW1Y 4JH';
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts[0]?.signature.fields['postalCode']).to.equal('SW1Y 4JH');
  });
});

describe('a sign form goes out', () => {
  it('by the enter key too', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form);
    control(form, 'givenName').focus();
    await sendKeys({press: 'Enter'});
    await shows(form, 'Thank you, Ada');
    expect(client.asked.sign).to.equal(1);
  });

  it('not by the enter key in a text of several lines', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form);
    control(form, 'comment').focus();
    await sendKeys({type: 'One'});
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'Two'});
    expect(control(form, 'comment').value).to.equal('One\nTwo');
    expect(client.asked.sign).to.equal(0);
  });

  it('once, however often the button is pressed', async () => {
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

  it('once, however long the enter key is held down', async () => {
    const client = new FakeClient({}, {signing: 'silent'});
    const form = await formOf(client);
    const events = eventsOf(form, 'petition-submit', PetitionSubmitEvent);
    await fill(form);
    control(form, 'email').focus();
    for (let times = 0; times < 6; times += 1) await sendKeys({press: 'Enter'});
    await shows(form, 'Sending your signature…');
    await sendKeys({press: 'Enter'});
    client.speak();
    await shows(form, 'Thank you, Ada');
    expect(client.asked.sign).to.equal(1);
    expect(events).to.have.length(1);
  });

  it('with a key of its own from each of two that show the same petition', async () => {
    const client = new FakeClient();
    const container = await fixture(
      html`
        <petition-sign-form petition=${petition} .client=${client}></petition-sign-form>
        <petition-sign-form petition=${petition} .client=${client}></petition-sign-form>
      `,
      {lang: 'en'},
    );
    const forms = [...container.querySelectorAll('petition-sign-form')].map(endsWithTest);
    expect(forms).to.have.length(2);
    for (const [index, form] of forms.entries()) {
      await settled(form);
      await fill(form, {givenName: ['Ada', 'Grace'][index] ?? ''});
      submit(form);
    }
    await shows(container, 'Thank you, Ada');
    await shows(container, 'Thank you, Grace');
    expect(new Set(client.attempts.map(({key}) => key)).size).to.equal(2);
  });

  it('if the page does not prevent it', async () => {
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
    expect(submitButton(form).getAttribute('aria-disabled')).to.equal('false');
    form.removeEventListener('petition-submit', prevent);
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.asked.sign).to.equal(1);
  });

  it('after one word to the page, also where a press that is prevented is a double one', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form);
    const events = eventsOf(form, 'petition-submit', PetitionSubmitEvent);
    form.addEventListener('petition-submit', (event) => event.preventDefault());
    submit(form);
    submit(form);
    await until(() => events.length > 0, 'the page is told');
    await loadFormatTables(usual.fields);
    await form.updateComplete;
    expect(events).to.have.length(1);
    expect(client.asked.sign).to.equal(0);
  });

  it('while all that was entered can be read, in another language too', async () => {
    const client = new FakeClient({}, {signing: 'silent'});
    const form = await formOf(client);
    await fill(form);
    const values = valuesOf(form);
    submit(form);
    await shows(form, 'Sending your signature…');
    expect(valuesOf(form)).to.deep.equal(values);
    expect(form.matches(':state(signed)')).to.equal(false);
    form.lang = 'fr';
    await shows(form, 'Prénom');
    expect(client.asked.sign).to.equal(1);
    client.speak();
    await shows(form, 'Merci, Ada');
  });
});
