import {expect} from 'chai';
import {html} from 'lit';
import {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {around, type Step, type Stop, type Walk} from '../../stories/guide/keyboard/walk.ts';
import {walks} from '../../stories/guide/keyboard/walks.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, one, until} from '../support/dom.ts';
import {endsWithTest} from './support/form.ts';
import {focused, heldBy, isFilled, nameOf, roleOf, stateOf} from './support/focus.ts';
import {pressKey, typeText} from './support/keys.ts';
import {deepAll, has, petition, plain, settled} from './support/page.ts';
import {flat, wholeTree} from './support/tree.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';

/** The element between two buttons of its page. */
async function show({tag, client}: Walk, attributes: Readonly<Record<string, string>>): Promise<HTMLElement> {
  const element = document.createElement(tag);
  if (!(element instanceof PetitionElement)) throw new Error(`<${tag}> is no element of ours`);
  for (const [name, value] of Object.entries({petition, ...attributes})) element.setAttribute(name, value);
  element.client = client?.() ?? new FakeClient();
  if (element instanceof PetitionSignForm) endsWithTest(element);
  const container = await fixture(
    html`<button class="before">${around.before}</button>${element}<button class="after">${around.after}</button>`,
    {lang: 'en'},
  );
  await settled(element);
  return container;
}

function openIn(page: HTMLElement): string {
  const open = [has(page, 'dialog:modal') ? 'dialog' : '', has(page, '[part=menu]:popover-open') ? 'menu' : ''];
  return open.filter(Boolean).join(' and ');
}

/** What is to be seen after a step. */
interface Seen {
  readonly on: Stop;
  readonly is: string;
  readonly open: string;
  /** Of no step that doesn't name it. */
  readonly holds: string | undefined;
}

const expected = ({on, is, open, holds}: Step): Seen => ({on, is: is ?? '', open: open ?? '', holds});

function seen(page: HTMLElement, {holds}: Step): Seen {
  const now = focused();
  const held = holds === undefined ? undefined : heldBy(now);
  return {on: [roleOf(now), nameOf(now)], is: stateOf(now), open: openIn(page), holds: held};
}

const isTold = (page: HTMLElement, told: string): boolean =>
  deepAll(page, '[role=alert], [role=status]').some((voice) => plain(voice.textContent).includes(told));

async function act(step: Step): Promise<void> {
  if ('type' in step) {
    await until(() => isFilled(focused()), 'there is something to choose from');
    await typeText(step.type);
  } else for (let time = 0; time < (step.times ?? 1); time += 1) await pressKey(step.press);
}

/** Chromium tells what a screen reader is told of what has the focus. */
async function expectTold({on}: Step): Promise<void> {
  const tree = await wholeTree();
  const nodes = tree ? flat(tree).filter(({role, focused: isFocused}) => isFocused && role !== 'RootWebArea') : [];
  if (tree) expect(nodes.map(({role, name = ''}) => [role, plain(name)])).to.deep.equal([on]);
}

async function take(page: HTMLElement, step: Step): Promise<void> {
  await act(step);
  const wanted = JSON.stringify(expected(step));
  await until(() => JSON.stringify(seen(page, step)) === wanted, wanted).catch((error: unknown) => {
    throw new Error(`${String(error)}; there is ${JSON.stringify(seen(page, step))}`);
  });
  const {told} = step;
  if (told !== undefined) await until(() => isTold(page, told), `it is told: ${told}`);
  await expectTold(step);
}

for (const [subject, ofSubject] of Object.entries(walks)) {
  describe(`${subject}, with nothing but a keyboard`, () => {
    for (const walk of ofSubject) {
      for (const attributes of walk.attributes) {
        const {layout = ''} = attributes;
        it(`${walk.title} ${layout}`, async function walked() {
          // A long way on a busy machine.
          this.timeout(60_000);
          const page = await show(walk, attributes);
          one(page, `.${walk.from}`).focus();
          for (const step of walk.steps) await take(page, step);
        });
      }
    }
  });
}
