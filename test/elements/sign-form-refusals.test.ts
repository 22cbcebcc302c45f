import {expect} from 'chai';
import {PetitionErrorEvent} from '../../src/elements/base/events.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {type FieldError, problem} from '../../src/model/outcome.ts';
import {FakeClient, type Mood} from '../../stories/support/fake-client.ts';
import {one, shadowOf, until} from '../support/dom.ts';
import {
  alertOf,
  asking,
  askingAll,
  control,
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
  required,
  statusOf,
  submit,
  valuesOf,
  waits,
  wrongFields,
} from './support/form.ts';
import {eventsOf, has, press, shows, textOf} from './support/page.ts';

const refusing = (...errors: FieldError[]): Mood => problem('invalid', {errors});

describe('what a backend refuses of a sign form', () => {
  it('is told at its fields and consents, and how many there are', async () => {
    const client = asking(
      {consents: [required('age'), question('partner')], listing: ['name', 'unlisted']},
      {
        signing: refusing(
          {field: 'email', code: 'not-allowed'},
          {field: 'comment', code: 'too-long'},
          {field: 'age', code: 'required'},
          {field: 'partner', code: 'required'},
          {field: 'listed', code: 'not-allowed'},
        ),
      },
    );
    const form = await formOf(client);
    await fill(form);
    control(form, 'consent.age').click();
    submit(form);
    await until(() => wrongFields(form).length > 0, 'the fields are marked');
    expect(wrongFields(form)).to.deep.equal(['email', 'comment', 'consent.age', 'consent.partner', 'listed']);
    await until(() => errorOf(form, 'comment') === 'Use at most 500 characters', 'the limit is told');
    expect(['email', 'consent.age', 'consent.partner', 'listed'].map((name) => errorOf(form, name))).to.deep.equal([
      'The petition’s server did not accept this',
      'Tick this box to sign',
      'Choose yes or no',
      'The petition’s server did not accept this',
    ]);
    await until(() => alertOf(form) === '5 answers need another look', 'how many is told');
    await until(() => focusedIn(form) === control(form, 'email'), 'the first of them has the focus');
  });

  it('is told at how to be listed, which then has the focus', async () => {
    const client = asking({listing: ['name', 'unlisted']}, {signing: refusing({field: 'listed', code: 'not-allowed'})});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await until(() => groupOf(form, 'listed').getAttribute('aria-invalid') === 'true', 'it is marked');
    await until(() => groupOf(form, 'listed').contains(focusedIn(form)), 'it has the focus');
  });

  it('is no longer told once it is changed, and goes out under a key of its own', async () => {
    const client = new FakeClient();
    client.signingNext.push(refusing({field: 'email', code: 'not-allowed'}));
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await until(() => wrongFields(form).join() === 'email', 'the field is marked');
    enter(form, 'email', 'countess@example.org');
    await until(() => wrongFields(form).length === 0, 'it is no longer marked');
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(2);
    expect(client.attempts[1]?.key).not.to.equal(client.attempts[0]?.key);
  });

  it('may be sent once more as it is, under a key of its own', async () => {
    const client = new FakeClient();
    client.signingNext.push(refusing({field: 'email', code: 'not-allowed'}));
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await until(() => wrongFields(form).join() === 'email', 'the field is marked');
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts[1]?.key).not.to.equal(client.attempts[0]?.key);
  });

  for (const field of ['x-unknown', 'region']) {
    it(`is told as a whole where the form asks for nothing of the kind: ${field}`, async () => {
      const client = askingAll({signing: refusing({field, code: 'not-allowed'})});
      const form = await formOf(client);
      await fillAll(form);
      submit(form);
      await until(() => alertOf(form) !== '', 'the failure is told');
      expect(alertOf(form)).to.equal('The petition’s server did not accept some of what you entered.');
      expect(wrongFields(form)).to.deep.equal([]);
    });
  }

  it('is told by the number of those that are marked', async () => {
    const client = new FakeClient(
      {},
      {signing: refusing({field: 'email', code: 'not-allowed'}, {field: 'x-unknown', code: 'not-allowed'})},
    );
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await until(() => failureOf(form) === '1 answer needs another look', 'it is shown');
    expect(alertOf(form)).to.equal('1 answer needs another look');
  });

  it('stays marked while it is left as it was', async () => {
    const form = await formOf(new FakeClient({}, {signing: refusing({field: 'email', code: 'not-allowed'})}));
    await fill(form);
    submit(form);
    await until(() => wrongFields(form).join() === 'email', 'the field is marked');
    leave(form, 'email');
    await form.updateComplete;
    expect(wrongFields(form)).to.deep.equal(['email']);
  });

  it('is told to the page as one error', async () => {
    const events = eventsOf(document, 'petition-error', PetitionErrorEvent);
    const client = new FakeClient({}, {signing: refusing({field: 'email', code: 'not-allowed'})});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await until(() => wrongFields(form).length === 1, 'the field is marked');
    expect(events.map((event) => [event.problem, event.retryable])).to.deep.equal([['invalid', false]]);
  });
});

describe('a sign form whose petition has closed meanwhile', () => {
  const closed = {status: 'closed', closesAt: '2019-02-24T00:00:00Z', outcome: 'It was handed over.'} as const;

  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  /** A form that was filled in when the petition closed. */
  async function tooLate(client = new FakeClient()): Promise<PetitionSignForm> {
    const form = await formOf(client);
    await fill(form, {comment: 'Because\nit matters'});
    client.changes = {...client.changes, ...closed};
    client.signing = 'closed';
    submit(form);
    await until(() => !has(form, 'form'), 'the form is gone');
    return form;
  }

  it('says since when, what came of it, and that the signature was too late; the focus is there', async () => {
    const form = await tooLate();
    await shows(form, '2019');
    expect(textOf(form)).to.match(
      /^This petition closed on (24 February|February 24,) 2019 It was handed over\. The petition has just closed, so your signature could not be added\. What you entered /,
    );
    expect(form.matches(':state(closed)')).to.equal(true);
    await until(() => focusedIn(form)?.contains(one(shadowOf(form), '[part=status]')), 'the focus is on the notice');
  });

  it('still has what was typed', async () => {
    const form = await tooLate();
    await shows(
      form,
      'What you entered First name Ada Last name Lovelace Email address ada@example.org Country United Kingdom Why are you signing? Because it matters Copy',
    );
    const section = one(shadowOf(form), '[part=entered]');
    expect(shadowOf(form).getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent).to.equal(
      'What you entered',
    );
    const comment = [...section.querySelectorAll('dd')].at(-1);
    expect(comment?.textContent).to.equal('Because\nit matters');
    expect(comment && getComputedStyle(comment).userSelect).not.to.equal('none');
  });

  it('gives what was typed to copy', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {writeText: async (text: string) => void copied.push(text)},
    });
    const form = await tooLate();
    press(form, 'Copy').click();
    await until(() => statusOf(form) === 'Copied', 'it says so');
    expect(copied).to.deep.equal([
      [
        'First name: Ada',
        'Last name: Lovelace',
        'Email address: ada@example.org',
        'Country: United Kingdom',
        'Why are you signing?: Because\nit matters',
      ].join('\n'),
    ]);
  });

  for (const [what, clipboard] of [
    ['forbids to copy', {writeText: (): Promise<void> => Promise.reject(new DOMException('No', 'NotAllowedError'))}],
    ['has no clipboard', undefined],
  ] as const) {
    it(`still has what was typed where the browser ${what}`, async () => {
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
      const form = await tooLate();
      press(form, 'Copy').click();
      await form.updateComplete;
      await new Promise(requestAnimationFrame);
      expect(statusOf(form)).not.to.equal('Copied');
      expect(textOf(form)).to.include('Ada');
    });
  }

  it('says so also where the petition can’t be read anew, or is said to be open', async () => {
    for (const reading of ['well', 'unreachable'] as const) {
      const client = new FakeClient();
      const form = await formOf(client);
      await fill(form);
      client.signing = 'closed';
      client.reading = reading;
      submit(form);
      await shows(form, 'This petition is closed');
      expect(has(form, 'form'), reading).to.equal(false);
      expect(form.matches(':state(closed)'), reading).to.equal(true);
      expect(textOf(form)).to.include('Ada');
    }
  });

  it('says it in another language too', async () => {
    const form = await tooLate();
    form.lang = 'fr';
    await shows(form, 'Cette pétition a été close le 24 février 2019');
    await shows(form, 'Royaume-Uni');
  });

  it('tells the page of one error, and is not tried again', async () => {
    const events = eventsOf(document, 'petition-error', PetitionErrorEvent);
    const client = new FakeClient();
    await tooLate(client);
    expect(events.map((event) => [event.problem, event.retryable])).to.deep.equal([['closed', false]]);
    expect(client.asked.sign).to.equal(1);
  });

  it('may have closed while the signature waited', async () => {
    const client = new FakeClient({}, {signing: 'unavailable'});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await waits(form);
    client.signing = 'closed';
    client.changes = closed;
    await shows(form, 'What you entered First name Ada');
  });

  it('is empty for another person once it is reset', async () => {
    const form = await tooLate();
    form.reset();
    await until(() => !textOf(form).includes('Ada'), 'it is empty');
  });
});

describe('a field that only robots fill in', () => {
  const trap = (form: PetitionSignForm): HTMLInputElement => one(shadowOf(form), '[name=website]', HTMLInputElement);

  it('is met by nobody: not seen, not focused, not filled in by a browser', async () => {
    const form = await formOf(askingAll());
    const field = trap(form);
    field.focus();
    expect(focusedIn(form)).not.to.equal(field);
    expect(field.matches('[aria-hidden=true] *') && field.matches('[inert] *')).to.equal(true);
    expect([field.autocomplete, field.tabIndex]).to.deep.equal(['off', -1]);
    const {width, height} = one(shadowOf(form), '[inert]').getBoundingClientRect();
    expect(Math.max(width, height)).to.be.at.most(1);
  });

  it('keeps the form back when it is filled in, says so, and lets the second press through', async () => {
    const client = new FakeClient();
    const events = eventsOf(document, 'petition-submit', Event);
    const form = await formOf(client);
    await fill(form);
    const values = valuesOf(form);
    trap(form).value = 'https://spam.example';
    submit(form);
    await until(
      () =>
        alertOf(form) === 'A field that has to stay empty was filled in. It is empty again: send the form once more.',
      'it is told',
    );
    expect(client.asked.sign).to.equal(0);
    expect(events).to.deep.equal([]);
    expect(valuesOf(form)).to.deep.equal(values);
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(1);
    expect(client.attempts[0]?.signature.fields).not.to.have.property('website');
  });

  it('is told of together with mistakes, and sends nothing', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form, {email: ''});
    trap(form).value = 'x';
    submit(form);
    await until(() => wrongFields(form).join() === 'email', 'the mistake is marked');
    expect(trap(form).value).to.equal('');
    enter(form, 'email', 'ada@example.org');
    submit(form);
    await shows(form, 'Thank you, Ada');
  });
});
