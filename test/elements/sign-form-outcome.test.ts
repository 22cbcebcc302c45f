import {expect} from 'chai';
import {html} from 'lit';
import {PetitionCountEvent, PetitionSignEvent} from '../../src/elements/base/events.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {problem} from '../../src/model/outcome.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, nextEvent, one, shadowOf, until} from '../support/dom.ts';
import {
  ada,
  asking,
  askingAll,
  box,
  control,
  endsWithTest,
  enter,
  fill,
  fillAll,
  focusedIn,
  formOf,
  statusOf,
  submit,
  submitButton,
  valuesOf,
  waits,
  withFields,
} from './support/form.ts';
import {eventsOf, has, petition, press, shows, textOf} from './support/page.ts';

describe('a sign form, once signed,', () => {
  it('thanks by name, where the form was, and takes the focus there', async () => {
    const form = await formOf(new FakeClient());
    await fill(form);
    const height = form.offsetHeight;
    submit(form);
    await shows(form, 'Thank you, Ada Your signature has been counted.');
    const thanks = one(shadowOf(form), '[part=thanks] h2');
    await until(() => focusedIn(form) === thanks, 'the thanks have the focus');
    expect(form.matches(':state(signed)')).to.equal(true);
    expect(has(form, 'form')).to.equal(false);
    expect(form.offsetHeight, 'nothing below has moved').to.be.closeTo(height, 1);
  });

  it('takes the focus from nobody who has gone on to something else, and tells them', async () => {
    const client = new FakeClient({}, {signing: 'silent'});
    const form = await formOf(client);
    const elsewhere = document.createElement('input');
    form.after(elsewhere);
    await fill(form);
    submitButton(form).focus();
    submit(form);
    await until(() => statusOf(form) === 'Sending your signature…', 'it is told that it is sent');
    elsewhere.focus();
    client.speak();
    await shows(form, 'Thank you, Ada');
    await until(() => statusOf(form).includes('Thank you, Ada'), 'it is told');
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('takes the focus to the thanks that come after a wait, from the form’s own buttons', async () => {
    const client = new FakeClient();
    client.signingNext.push(problem('unavailable', {retryAfter: 600}));
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await waits(form);
    const button = press(form, 'Try now');
    button.focus();
    button.click();
    await shows(form, 'Thank you, Ada');
    await until(() => focusedIn(form)?.localName === 'h2', 'the thanks have the focus');
  });

  it('thanks by the full name where that is what was asked for', async () => {
    const form = await formOf(withFields({name: 'name', required: true}));
    enter(form, 'name', 'Ada Lovelace');
    submit(form);
    await shows(form, 'Thank you, Ada Lovelace');
  });

  it('thanks without a name where none was asked for', async () => {
    const form = await formOf(withFields({name: 'email', required: true}));
    enter(form, 'email', ada.email);
    submit(form);
    await shows(form, 'Thank you for signing Your signature has been counted.');
  });

  it('shows markup in a name as it was written', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {givenName: '<b>Ada</b>'});
    submit(form);
    await shows(form, 'Thank you, <b>Ada</b>');
    expect(has(form, 'b')).to.equal(false);
  });

  it('says that a message has to be confirmed, where it goes, and counts nothing before', async () => {
    const client = asking({confirmation: 'email'});
    const form = await formOf(client);
    const counts = eventsOf(document, 'petition-count', PetitionCountEvent);
    await fill(form);
    const signed = nextEvent(form, 'petition-sign', PetitionSignEvent);
    submit(form);
    expect((await signed).status).to.equal('confirmation-sent');
    await shows(
      form,
      'Thank you, Ada One step is left: a message is on its way to a…@example.org. Your signature counts once you confirm it there. If it doesn’t come within a few minutes, look in the spam folder. Correct the address',
    );
    expect(textOf(form)).not.to.include('ada@');
    expect(counts).to.deep.equal([]);
  });

  it('shows the address from left to right among words from right to left', async () => {
    const form = await formOf(asking({confirmation: 'email'}), {lang: 'ar'});
    await fill(form);
    submit(form);
    await shows(form, 'a…@example.org');
    const text = [...shadowOf(form).querySelectorAll('[part=thanks] p')].map((each) => each.textContent).join();
    expect(text).to.match(/[\u2066\u2068]a…@example\.org\u2069/);
  });

  it('speaks of a message in general where no address was asked for', async () => {
    const form = await formOf(asking({confirmation: 'email', fields: [{name: 'givenName', required: true}]}));
    enter(form, 'givenName', 'Ada');
    submit(form);
    await shows(form, 'One step is left: a message is on its way to you.');
    expect(has(form, 'button')).to.equal(false);
  });

  it('goes back to correct the address, with all that was entered, and is a new signature', async () => {
    const client = asking({confirmation: 'email'});
    const form = await formOf(client);
    await fill(form, {comment: 'Because'});
    box(form, 'updates').click();
    const values = valuesOf(form);
    submit(form);
    await shows(form, 'Correct the address');
    press(form, 'Correct the address').click();
    await until(() => has(form, 'form'), 'the form is back');
    await until(() => focusedIn(form) === control(form, 'email'), 'the address has the focus');
    await until(() => control(form, 'country').value === 'GB', 'the country is chosen');
    expect(valuesOf(form)).to.deep.equal(values);
    expect(form.matches(':state(signed)')).to.equal(false);
    enter(form, 'email', 'countess@example.org');
    submit(form);
    await shows(form, 'c…@example.org');
    expect(client.attempts.map(({signature}) => signature.fields['email'])).to.deep.equal([
      ada.email,
      'countess@example.org',
    ]);
    expect(client.attempts[1]?.key).not.to.equal(client.attempts[0]?.key);
  });

  it('tells the page, and nothing of the person', async () => {
    const form = await formOf(askingAll());
    const types = ['load', 'error', 'submit', 'sign', 'count', 'language'].map((name) => `petition-${name}`);
    const told = types.map((type) => eventsOf(document, type, Event));
    await fillAll(form);
    const values = Object.values(valuesOf(form)).filter((value) => value.length > 1);
    submit(form);
    await shows(form, 'Thank you, Ada');
    const events = told.flat();
    expect(events.map(({type}) => type)).to.deep.equal(['petition-submit', 'petition-sign']);
    const words = events.map((event) => JSON.stringify(event) + JSON.stringify(Object.entries(event)));
    expect(values).to.include('Lovelace').and.include('SW1Y 4JH');
    for (const value of values) expect(words.join(' ')).not.to.include(value);
    const [, sign] = events;
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
    const form = endsWithTest(one(container, 'petition-sign-form', PetitionSignForm));
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
    const client = askingAll();
    const form = await formOf(client);
    const fresh = valuesOf(form);
    await fillAll(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    form.reset();
    await shows(form, 'First name');
    expect(form.matches(':state(signed)')).to.equal(false);
    expect(valuesOf(form)).to.deep.equal(fresh);
    await fillAll(form);
    enter(form, 'givenName', 'Grace');
    submit(form);
    await shows(form, 'Thank you, Grace');
    expect(new Set(client.attempts.map(({key}) => key)).size).to.equal(2);
  });

  it('says it in another language too', async () => {
    const form = await formOf(asking({confirmation: 'email'}));
    await fill(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    form.lang = 'fr';
    await shows(form, 'Merci, Ada');
    await shows(form, 'a…@example.org');
    expect(textOf(form)).not.to.include('One step');
  });

  it('stays signed where it is moved', async () => {
    const form = await formOf(new FakeClient());
    await fill(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    const there = await fixture(undefined, {lang: 'en'});
    there.append(form);
    await form.updateComplete;
    expect(textOf(form)).to.include('Thank you, Ada');
    expect(form.matches(':state(signed)')).to.equal(true);
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
});
