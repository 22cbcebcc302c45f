import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {one, shadowOf, until} from '../support/dom.ts';
import {
  ada,
  alertOf,
  asking,
  askingAll,
  box,
  control,
  descriptionOf,
  enter,
  errorOf,
  failureOf,
  fill,
  fillAll,
  focusedIn,
  formOf,
  groupOf,
  leave,
  question,
  radio,
  required,
  statusOf,
  submit,
  submitButton,
  usual,
  withFields,
  wrongFields,
} from './support/form.ts';
import {eventsOf, has, shows, textOf} from './support/page.ts';

const noEmail = 'Enter an email address like name@example.org';

describe('a mistake in a sign form', () => {
  it('is told at its field, which refers to it', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {givenName: '', email: 'ada@', country: '', comment: 'x'.repeat(501)});
    submit(form);
    await until(() => wrongFields(form).length > 0, 'the mistakes are marked');
    expect(wrongFields(form)).to.deep.equal(['givenName', 'email', 'country', 'comment']);
    await until(() => errorOf(form, 'comment') === 'Use at most 500 characters', 'the limit is told');
    expect(['givenName', 'email', 'country'].map((name) => errorOf(form, name))).to.deep.equal([
      'Enter your first name',
      noEmail,
      'Choose your country',
    ]);
  });

  it('has words that fit what is asked, in a form that asks for all', async () => {
    const form = await formOf(askingAll());
    await fillAll(form);
    const wrong: Readonly<Record<string, readonly [string, string]>> = {
      givenName: ['', 'Enter your first name'],
      familyName: ['\u0007', 'Check this: some of it can’t be read'],
      organization: ['x'.repeat(121), 'Use at most 120 characters'],
      email: ['ada@example', noEmail],
      phone: ['12', 'Enter a phone number with its country code, like +49 30 1234567'],
      birthDate: ['1585-12-10', 'Enter the day, month and year you were born'],
      postalCode: ['', 'Enter your postcode'],
      'x-birthplace': ['x'.repeat(41), 'Use at most 40 characters'],
      'x-relatives': ['many', 'Enter a number, like 42'],
      'x-role': ['', 'Choose one of these'],
      comment: ['x'.repeat(101), 'Use at most 100 characters'],
    };
    for (const [name, [value]] of Object.entries(wrong)) enter(form, name, value);
    box(form, 'age').click();
    submit(form);
    await until(() => wrongFields(form).length > 0, 'the mistakes are marked');
    expect(wrongFields(form)).to.deep.equal([...Object.keys(wrong), 'consent.age']);
    for (const [name, [, text]] of Object.entries(wrong)) expect(errorOf(form, name), name).to.equal(text);
    expect(errorOf(form, 'consent.age')).to.equal('Tick this box to sign');
    await until(() => alertOf(form) === '12 answers need another look', 'the count of mistakes is told');
  });

  it('takes the focus to the first of them, and is told aloud by their number', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {familyName: ' ', email: 'nobody'});
    submit(form);
    await until(() => focusedIn(form) === control(form, 'familyName'), 'the first wrong field has the focus');
    await until(() => alertOf(form) === '2 answers need another look', 'the count of mistakes is told');
    expect(failureOf(form)).to.equal('2 answers need another look');
    enter(form, 'familyName', 'Lovelace');
    await until(() => failureOf(form) === '1 answer needs another look', 'one is left');
    expect(alertOf(form), 'nothing is told aloud for that').to.equal('2 answers need another look');
    enter(form, 'email', ada.email);
    await until(() => failureOf(form) === '' && alertOf(form) === '', 'none is left');
  });

  it('takes the focus to a question without an answer', async () => {
    const form = await formOf(asking({consents: [question('partner', true)]}));
    await fill(form);
    submit(form);
    await until(() => wrongFields(form).length === 1, 'the question is marked');
    expect(errorOf(form, 'consent.partner')).to.equal('Choose yes or no');
    expect(groupOf(form, 'consent.partner').getAttribute('aria-required')).to.equal('true');
    await until(() => focusedIn(form) === radio(form, 'consent.partner', 'yes'), 'its first answer has the focus');
    radio(form, 'consent.partner', 'no').click();
    await until(() => wrongFields(form).length === 0, 'it is mended');
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
    expect(textOf(form)).not.to.include('Enter');
    await sendKeys({press: 'Tab'});
    await until(() => errorOf(form, 'email') === noEmail, 'the mistake is told once the field is left');
    expect(control(form, 'country').matches(':focus')).to.equal(true);
  });

  it('is told aloud when its field is left, once', async () => {
    const form = await formOf(new FakeClient());
    const status = one(shadowOf(form), '[role=status]');
    const told: string[] = [];
    const observer = new MutationObserver(() => told.push(statusOf(form)));
    observer.observe(status, {childList: true, characterData: true, subtree: true});
    enter(form, 'email', 'ada');
    leave(form, 'email');
    await until(() => told.includes(noEmail), 'the mistake is told');
    enter(form, 'comment', 'x'.repeat(501));
    leave(form, 'comment');
    await until(() => told.includes('Use at most 500 characters'), 'another mistake is told');
    leave(form, 'email');
    leave(form, 'givenName');
    await form.updateComplete;
    enter(form, 'comment', 'Because');
    enter(form, 'email', ada.email);
    await until(() => statusOf(form) === '', 'there is nothing to tell any more');
    observer.disconnect();
    expect(told.filter((text) => text === noEmail)).to.have.length(1);
    expect(has(form, '[part=failure]'), 'the form as a whole was not judged').to.equal(false);
  });

  it('is told aloud when it is a consent that is taken back, too', async () => {
    const form = await formOf(asking({consents: [required('age')]}));
    box(form, 'age').click();
    box(form, 'age').click();
    box(form, 'age').focus();
    submitButton(form).focus();
    await until(() => errorOf(form, 'consent.age') === 'Tick this box to sign', 'the mistake is shown');
    await until(() => statusOf(form) === 'Tick this box to sign', 'the mistake is told');
  });

  it('is none while a field is left as empty as it was', async () => {
    const form = await formOf(askingAll());
    for (const name of ['givenName', 'email', 'country', 'x-role', 'consent.age']) leave(form, name);
    radio(form, 'consent.partner', 'yes').focus();
    submitButton(form).focus();
    await form.updateComplete;
    expect(wrongFields(form)).to.deep.equal([]);
  });

  it('is that what was entered is emptied again', async () => {
    const form = await formOf(new FakeClient());
    enter(form, 'givenName', 'Ada');
    enter(form, 'givenName', '');
    leave(form, 'givenName');
    await until(() => errorOf(form, 'givenName') === 'Enter your first name', 'the name is missed');
  });

  it('is gone as soon as it is mended', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {email: 'ada'});
    leave(form, 'email');
    await until(() => errorOf(form, 'email'), 'the mistake is told');
    enter(form, 'email', 'ada@example.org');
    await until(() => wrongFields(form).length === 0, 'nothing is wrong any more');
    expect(descriptionOf(form, 'email')).to.equal(undefined);
    expect(textOf(form)).not.to.include('Enter an email address');
  });

  it('moves nothing when it comes and goes', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {email: 'ada'});
    // Within the form: the window may scroll, as to what has the focus.
    const top = (): number => submitButton(form).getBoundingClientRect().top - form.getBoundingClientRect().top;
    const before = top();
    leave(form, 'email');
    await until(() => errorOf(form, 'email'), 'the mistake is told');
    expect(top()).to.equal(before);
    enter(form, 'email', ada.email);
    await until(() => wrongFields(form).length === 0, 'nothing is wrong any more');
    expect(top()).to.equal(before);
  });

  it('changes its words with what is wrong', async () => {
    const form = await formOf(new FakeClient());
    submit(form);
    await until(() => errorOf(form, 'email') === 'Enter your email address', 'the address is missed');
    enter(form, 'email', 'ada');
    await until(() => errorOf(form, 'email') === noEmail, 'the address is refused');
  });

  it('has the words of the reader’s language, and changes them with it', async () => {
    const form = await formOf(new FakeClient(), {lang: 'ar'});
    submit(form);
    await until(() => errorOf(form, 'givenName') === 'يُرجى إدخال الاسم الأول', 'the mistake is told in Arabic');
    form.lang = 'fr';
    await until(() => errorOf(form, 'givenName') === 'Saisissez votre prénom', 'the mistake is told in French');
    await until(() => alertOf(form).startsWith('4 réponses'), 'the number of mistakes too');
    expect(statusOf(form)).to.equal('');
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

describe('a likely slip in an address', () => {
  const proposed = 'Did you mean ada@gmail.com?';
  const suggestion = (form: Parameters<typeof control>[0]): HTMLElement =>
    one(shadowOf(form), 'button[part=suggestion]');

  it('is asked about once the field is left, aloud too, and marked as no mistake', async () => {
    const form = await formOf(new FakeClient());
    control(form, 'email').focus();
    await sendKeys({type: 'ada@gmial.com'});
    await form.updateComplete;
    expect(has(form, '[part=suggestion]'), 'while it is typed').to.equal(false);
    submitButton(form).focus();
    await until(() => descriptionOf(form, 'email') === proposed, 'another address is proposed');
    expect(textOf(suggestion(form))).to.equal(proposed);
    await until(() => statusOf(form) === proposed, 'it is told');
    expect(wrongFields(form)).to.deep.equal([]);
  });

  it('is mended with one press of a pointer, and the field has the focus', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {email: 'ada@gmial.com'});
    leave(form, 'email');
    await until(() => has(form, '[part=suggestion]'), 'another address is proposed');
    suggestion(form).click();
    await until(() => control(form, 'email').value === 'ada@gmail.com', 'it is taken');
    expect(focusedIn(form)).to.equal(control(form, 'email'));
    expect(has(form, '[part=suggestion]')).to.equal(false);
    await until(() => statusOf(form) === 'Your email address is now ada@gmail.com', 'it is told');
  });

  it('is mended with the keyboard, and that is what is sent', async () => {
    const client = withFields({name: 'email', required: true});
    const form = await formOf(client);
    control(form, 'email').focus();
    await sendKeys({type: 'ada@gmial.com'});
    await sendKeys({press: 'Tab'});
    await until(() => has(form, '[part=suggestion]'), 'another address is proposed');
    suggestion(form).focus();
    await sendKeys({press: 'Enter'});
    await until(() => control(form, 'email').value === 'ada@gmail.com', 'it is taken');
    expect(client.asked.sign, 'the form is not sent by that').to.equal(0);
    submit(form);
    await shows(form, 'Thank you');
    expect(client.attempts[0]?.signature.fields).to.deep.equal({email: 'ada@gmail.com'});
  });

  it('need not be one: the form is sent as it is', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form, {email: 'ada@gmial.com'});
    leave(form, 'email');
    await until(() => has(form, '[part=suggestion]'), 'another address is proposed');
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts[0]?.signature.fields['email']).to.equal('ada@gmial.com');
  });

  it('is no longer asked about when it is typed on', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {email: 'ada@gmial.com'});
    leave(form, 'email');
    await until(() => has(form, '[part=suggestion]'), 'another address is proposed');
    enter(form, 'email', 'ada@gmial.co');
    await until(() => !has(form, '[part=suggestion]'), 'it is no longer proposed');
    expect(descriptionOf(form, 'email')).to.equal(undefined);
  });

  it('is asked about in the reader’s language', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {email: 'ada@gmial.com'});
    leave(form, 'email');
    await shows(form, proposed);
    form.lang = 'fr';
    await shows(form, 'Vouliez-vous dire ada@gmail.com');
  });

  for (const email of ['ada@example.org', 'ada@gmail.com', 'ada@gmx.net', 'ada@ibm.com', 'ada', '']) {
    it(`is none in “${email}”`, async () => {
      const form = await formOf(new FakeClient());
      const other = await formOf(new FakeClient());
      enter(form, 'email', email);
      leave(form, 'email');
      // Looked over after this one.
      enter(other, 'email', 'ada@gmial.com');
      leave(other, 'email');
      await until(() => has(other, '[part=suggestion]'), 'another address is proposed there');
      expect(has(form, '[part=suggestion]')).to.equal(false);
      expect(control(form, 'email').value).to.equal(email);
    });
  }
});
