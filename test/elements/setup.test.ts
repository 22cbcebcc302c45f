import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {LitElement, html} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {expectAccessible} from '../support/axe.ts';
import {fixture, nextEvent, one, shadowOf, until} from '../support/dom.ts';
import sample from './setup.json';

class GreetEvent extends Event {
  readonly greeted: string;

  constructor(greeted: string) {
    super('x-greet');
    this.greeted = greeted;
  }
}

@customElement('x-greeting')
class Greeting extends LitElement {
  @property() name = sample.name;
  @property({type: Boolean}) broken = false;
  @state() private typed = '';

  override render(): unknown {
    return html`
      <label for=${this.broken ? 'nothing' : 'name'}>Name</label>
      <input id="name" .value=${this.typed} @input=${this.handleInput} />
      <p>${this.name} ${this.typed}</p>
    `;
  }

  private handleInput(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed = event.target.value;
    this.dispatchEvent(new GreetEvent(this.typed));
  }
}

const textOf = (greeting: Greeting): string => one(shadowOf(greeting), 'p').textContent.trim();

describe('what element tests stand on', () => {
  it('renders decorated properties and imported JSON', async () => {
    const container = await fixture(html`<x-greeting></x-greeting>`);
    const greeting = one(container, 'x-greeting', Greeting);
    expect(textOf(greeting)).to.equal('Ada');

    greeting.name = 'Grace';
    await greeting.updateComplete;
    expect(textOf(greeting)).to.equal('Grace');
  });

  it('imports JSON when it is needed', async () => {
    const {default: lazily} = await import('./setup.json');
    expect(lazily.name).to.equal('Ada');
    const fetched = await fetch(new URL('setup.json', import.meta.url));
    expect(await fetched.json()).to.deep.equal(lazily);
  });

  it('types with real keys', async () => {
    const container = await fixture(html`<x-greeting></x-greeting>`);
    const greeting = one(container, 'x-greeting', Greeting);
    one(shadowOf(greeting), 'input').focus();
    const greeted = nextEvent(greeting, 'x-greet', GreetEvent);
    await sendKeys({type: 'Lin'});
    expect((await greeted).greeted).to.equal('L');
    await until(() => textOf(greeting) === 'Ada Lin', 'what was typed is shown');
  });

  it('passes an accessible element, in both directions', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      await expectAccessible(await fixture(html`<x-greeting></x-greeting>`, {dir}));
    }
  });

  it('finds what is not accessible in a shadow root', async () => {
    const container = await fixture(html`<x-greeting broken></x-greeting>`);
    const failure = await expectAccessible(container).catch((error: unknown) => String(error));
    expect(failure).to.include('label: Form elements must have labels').and.include('x-greeting #name');
  });

  it('leaves nothing in the page', () => {
    expect(document.body.querySelector('x-greeting') === null).to.equal(true);
  });
});
