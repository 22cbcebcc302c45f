import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {problem} from '../../src/model/outcome.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {until} from '../support/dom.ts';
import {
  askingAll,
  chosen,
  control,
  countriesThere,
  enter,
  fill,
  focusedIn,
  formOf,
  radio,
  statusOf,
  submit,
  wrongFields,
  waits,
} from './support/form.ts';
import {has, shows} from './support/page.ts';

const press = (key: string): Promise<void> => sendKeys({press: key});
/** No two same letters in a row: WebKit's driver holds one key down while it presses the next. */
const type = (text: string): Promise<void> => sendKeys({type: text});

/** Moves on to the control of that name, which comes next. */
async function tabTo(form: PetitionSignForm, name: string): Promise<void> {
  await press('Tab');
  await until(() => focusedIn(form)?.getAttribute('name') === name, `${name} comes next`).catch((error: unknown) => {
    throw new Error(`${String(error)}; there is ${focusedIn(form)?.outerHTML}`);
  });
}

/** A date field has parts in some browsers, in an order of their own, and takes text in others. */
async function typeDate(form: PetitionSignForm, name: string): Promise<void> {
  const field = control(form, name);
  await type(field.type === 'date' ? '12101985' : '1985-12-10');
  if (field.value !== '1985-12-10') enter(form, name, '1985-12-10');
}

/** Leaves a date field, whose parts are each a stop in some browsers. */
async function tabOutOf(form: PetitionSignForm, name: string, next: string): Promise<void> {
  await until(async () => {
    await press('Tab');
    return focusedIn(form) !== control(form, name);
  }, `${name} is left`);
  expect(focusedIn(form)?.getAttribute('name')).to.equal(next);
}

describe('a sign form, with nothing but a keyboard,', () => {
  it('is filled in from its first field to its last, and sent', async () => {
    const client = askingAll();
    const form = await formOf(client);
    await countriesThere(form);
    control(form, 'givenName').focus();
    await type('Ada');
    await tabTo(form, 'familyName');
    await type('Lovelace');
    await tabTo(form, 'organization');
    await tabTo(form, 'email');
    await type('ada@example.org');
    await tabTo(form, 'phone');
    await type('030 1234567');
    await tabTo(form, 'birthDate');
    await typeDate(form, 'birthDate');
    await tabOutOf(form, 'birthDate', 'country');
    await type('germ');
    await until(() => control(form, 'country').value === 'DE', 'the country is chosen');
    await until(() => has(form, '[name=postalCode]'), 'the postcode is asked for');
    await tabTo(form, 'postalCode');
    await type('10243');
    await tabTo(form, 'city');
    await tabTo(form, 'street');
    await tabTo(form, 'x-birthplace');
    await tabTo(form, 'x-relatives');
    await type('2');
    await tabTo(form, 'x-since');
    await tabOutOf(form, 'x-since', 'x-role');
    await type('a');
    await until(() => control(form, 'x-role').value === 'A relative of mine is missing', 'it is chosen');
    await tabTo(form, 'x-press');
    await type(' ');
    await tabTo(form, 'comment');
    await type('One');
    await press('Enter');
    await type('Two');
    await tabTo(form, 'consent.updates');
    await type(' ');
    await tabTo(form, 'consent.partner');
    await type(' ');
    expect(chosen(form, 'consent.partner')).to.deep.equal(['yes']);
    await press('ArrowDown');
    expect(chosen(form, 'consent.partner')).to.deep.equal(['no']);
    await tabTo(form, 'consent.age');
    await type(' ');
    await tabTo(form, 'listed');
    expect(focusedIn(form)).to.equal(radio(form, 'listed', 'name'));
    await press('ArrowDown');
    expect(chosen(form, 'listed')).to.deep.equal(['initials']);
    await press('Tab');
    expect(focusedIn(form)?.getAttribute('part')).to.equal('submit');
    expect(wrongFields(form)).to.deep.equal([]);
    expect(statusOf(form)).not.to.include('Enter');
    await press('Enter');
    await shows(form, 'Thank you, Ada');
    const [{signature} = {signature: undefined}] = client.attempts;
    expect(signature?.fields).to.deep.equal({
      givenName: 'Ada',
      familyName: 'Lovelace',
      email: 'ada@example.org',
      phone: '+49301234567',
      birthDate: '1985-12-10',
      country: 'DE',
      postalCode: '10243',
      'x-relatives': '2',
      'x-role': 'A relative of mine is missing',
      'x-press': 'true',
      comment: 'One\nTwo',
    });
    expect(signature?.consents.map(({name, given}) => [name, given])).to.deep.equal([
      ['updates', true],
      ['partner', false],
      ['age', true],
    ]);
    expect(signature?.listed).to.equal('initials');
  });

  it('is mended where it is wrong, and sent by the enter key', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form, {familyName: '', email: 'ada'});
    control(form, 'givenName').focus();
    await press('Enter');
    await until(() => focusedIn(form) === control(form, 'familyName'), 'the first mistake has the focus');
    await type('Lovelace');
    await tabTo(form, 'email');
    // What is there is selected when a field is come to.
    await type('ada@example.org');
    await until(() => wrongFields(form).length === 0, 'all is mended');
    await press('Enter');
    await shows(form, 'Thank you, Ada');
  });

  it('takes the address that is proposed: the next stop after the field', async () => {
    const form = await formOf(new FakeClient());
    enter(form, 'email', 'ada@gmial.com');
    control(form, 'email').focus();
    await press('Tab');
    await until(() => has(form, '[part=suggestion]'), 'another address is proposed');
    control(form, 'email').focus();
    await press('Tab');
    expect(focusedIn(form)?.getAttribute('part')).to.equal('suggestion');
    await type(' ');
    await until(() => control(form, 'email').value === 'ada@gmail.com', 'it is taken');
    expect(focusedIn(form)).to.equal(control(form, 'email'));
  });

  it('is told to try now, and to stop', async () => {
    const client = new FakeClient({}, {signing: problem('unavailable', {retryAfter: 600})});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await waits(form);
    const stops = ['try-now', 'stop'].map((part) => form.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`));
    stops[0]?.focus();
    await press('Tab');
    expect(focusedIn(form)).to.equal(stops[1]);
    await press('Enter');
    await until(() => !has(form, '[part=waiting]'), 'it no longer waits');
    expect(client.attempts).to.have.length(1);
    client.signing = 'well';
    expect(focusedIn(form), 'the focus is somewhere to go on from').not.to.equal(null);
    submit(form);
    await shows(form, 'Thank you, Ada');
  });
});
