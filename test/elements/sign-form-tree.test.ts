import {expect} from 'chai';
import {problem} from '../../src/model/outcome.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {one, shadowOf, until} from '../support/dom.ts';
import {
  alertOf,
  askingAll,
  control,
  fill,
  fillAll,
  formOf,
  leave,
  statusOf,
  submit,
  waits,
  wrongFields,
} from './support/form.ts';
import {has, shows} from './support/page.ts';
import {flat, type Node, wholeTree} from './support/tree.ts';

async function allNodes(): Promise<readonly Node[] | undefined> {
  const tree = await wholeTree();
  return tree && flat(tree);
}

/** What a person can fill in or press, in order, in short. */
const controls = new Set([
  'textbox',
  'Date',
  'combobox',
  'checkbox',
  'radiogroup',
  'radio',
  'button',
  'link',
  'heading',
  'form',
]);

const inShort = ({role, name, description, invalid}: Node): string =>
  [role, name, invalid === 'true' ? '(wrong)' : '', description ? `— ${description}` : '']
    .filter((part) => part)
    .join(' ');

const dateParts = /^(spinbutton|button Show date picker)/;

const walked = (nodes: readonly Node[]): string[] =>
  nodes
    .filter(({role}) => controls.has(role))
    .map(inShort)
    .filter((line) => !dateParts.test(line));

const textIn = (nodes: readonly Node[], role: string): string[] =>
  nodes
    .filter((node) => node.role === role)
    .map((node) =>
      flat(node)
        .filter((each) => each.role === 'StaticText')
        .map(({name}) => name)
        .join(' '),
    );

describe('what a screen reader is told of a sign form', () => {
  it('is each field with its name, what is required, and each group', async () => {
    const form = await formOf(askingAll());
    await shows(form, 'treats your data');
    const nodes = await allNodes();
    if (!nodes) return;
    expect(walked(nodes)).to.deep.equal([
      'form Sign this petition',
      'heading Sign this petition',
      'textbox First name',
      'textbox Last name',
      'textbox Organization (optional)',
      'textbox Email address',
      'textbox Phone number (optional)',
      'Date Date of birth (optional)',
      'combobox Country',
      'textbox Town or city (optional)',
      'textbox Street and number (optional)',
      'textbox Town you were born in (optional)',
      'textbox Number of missing relatives (optional)',
      'Date Missing since (optional)',
      'combobox How does this touch you?',
      'checkbox I am ready to speak to journalists (optional)',
      'textbox Why are you signing? (optional)',
      'checkbox Send me news of this petition. (optional)',
      'radiogroup May Torchlight Uyghur Group write to you about its work?',
      'radio Yes',
      'radio No',
      'checkbox I am at least 16 years old.',
      'radiogroup How may we list you among the supporters?',
      'radio With my name',
      'radio With my initials',
      'radio Not at all',
      'button Sign this petition',
      'link How Torchlight Uyghur Group treats your data',
    ]);
    const requiredNames = nodes.filter(({role, required}) => role === 'textbox' && required).map(({name}) => name);
    expect(requiredNames).to.deep.equal(['First name', 'Last name', 'Email address']);
    expect(nodes.filter(({checked}) => checked).map(({name}) => name)).to.deep.equal(['With my name']);
  });

  it('is what is wrong, at what is wrong, and how many there are, aloud', async () => {
    const form = await formOf(askingAll());
    await fill(form, {email: 'ada'});
    submit(form);
    await until(() => alertOf(form) === '5 answers need another look', 'the mistakes are told');
    const nodes = await allNodes();
    if (!nodes) return;
    expect(walked(nodes).filter((line) => line.includes('(wrong)'))).to.deep.equal([
      'textbox Email address (wrong) — Enter an email address like name@example.org',
      'textbox Postcode (wrong) — Enter your postcode',
      'combobox How does this touch you? (wrong) — Choose one of these',
      'radiogroup May Torchlight Uyghur Group write to you about its work? (wrong) — Choose yes or no',
      'checkbox I am at least 16 years old. (wrong) — Tick this box to sign',
    ]);
    expect(nodes.filter(({focused, role}) => focused && role !== 'RootWebArea').map(({name}) => name)).to.deep.equal([
      'Email address',
    ]);
    expect(textIn(nodes, 'alert')).to.deep.equal(['5 answers need another look']);
    expect(textIn(nodes, 'status').join('')).to.equal('');
  });

  it('is what is proposed, described at the field and told once nothing else is', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {email: 'ada@gmial.com'});
    leave(form, 'email');
    await until(() => statusOf(form) === 'Did you mean ada@gmail.com?', 'another address is proposed');
    const nodes = await allNodes();
    if (!nodes) return;
    const email = nodes.find(({role, name}) => role === 'textbox' && name === 'Email address');
    expect(email?.description).to.match(/^Did you mean .*ada@gmail\.com.*\?$/);
    expect(nodes.filter(({role, name}) => role === 'button' && name?.startsWith('Did you mean'))).to.have.length(1);
  });

  it('is that the signature waits, and why, and what can be done', async () => {
    const form = await formOf(new FakeClient({}, {signing: problem('unavailable', {retryAfter: 600})}));
    await fill(form);
    submit(form);
    await waits(form);
    const nodes = await allNodes();
    if (!nodes) return;
    expect(walked(nodes).slice(-4)).to.deep.equal([
      'button Try now',
      'button Stop trying',
      'button Sign this petition',
      'link How Torchlight Uyghur Group treats your data',
    ]);
    const [status] = textIn(nodes, 'status');
    expect(status).to.include('can’t take signatures for a moment').and.not.include('Next try');
    expect(textIn(nodes, 'alert').join('')).to.equal('');
  });

  it('is the thanks, and that they have the focus', async () => {
    const form = await formOf(new FakeClient());
    await fill(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    await until(() => shadowOf(form).activeElement?.localName === 'h2', 'the thanks have the focus');
    const nodes = await allNodes();
    if (!nodes) return;
    const heading = nodes.find(({role}) => role === 'heading');
    expect(heading?.name?.replaceAll(/[\u2068\u2069]/g, '')).to.equal('Thank you, Ada');
    expect(heading?.focused).to.equal(true);
  });

  it('has two voices, one for what is urgent and one for what is not, there from the start', async () => {
    const form = await formOf(askingAll());
    const voices = (): Element[] => [...shadowOf(form).querySelectorAll('[role=alert], [role=status], [aria-live]')];
    const before = voices();
    expect(before.map((each) => each.getAttribute('role'))).to.deep.equal(['alert', 'status']);
    await fillAll(form);
    control(form, 'consent.age').click();
    submit(form);
    await until(() => wrongFields(form).length === 1, 'the mistake is marked');
    expect(voices()).to.deep.equal(before);
    for (const voice of voices()) expect(voice.isConnected).to.equal(true);
  });

  it('refers only to what is there, by ids that nothing else has', async () => {
    const form = await formOf(askingAll());
    await fill(form, {email: 'ada', comment: 'x'.repeat(90)});
    submit(form);
    await until(() => wrongFields(form).length === 5, 'the mistakes are marked');
    const root = shadowOf(form);
    const ids = [...root.querySelectorAll('[id]')].map(({id}) => id);
    expect(ids).to.deep.equal([...new Set(ids)]);
    for (const attribute of ['aria-describedby', 'aria-labelledby', 'for']) {
      for (const each of root.querySelectorAll(`[${attribute}]`)) {
        for (const id of (each.getAttribute(attribute) ?? '').split(' ')) expect(ids, attribute).to.include(id);
      }
    }
    expect(has(form, 'fieldset:not([role=radiogroup])')).to.equal(false);
    expect(one(root, 'form').getAttribute('aria-labelledby')).to.equal(one(root, 'h2').id);
  });
});
