import {render} from 'lit';

const patience = 15_000;
const pause = 10;

/** Goes on where a test has stopped the page's time. */
const realTimeout = setTimeout.bind(globalThis);

const containers = new Set<HTMLElement>();

/** A test page is shared by the tests of its file, so none of them leaves anything in it. */
afterEach(() => {
  for (const container of containers) container.remove();
  containers.clear();
});

export interface Surroundings {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  /** A CSS width, such as `320px`. */
  readonly width?: string;
}

/** Renders a template into a container of its own in the page, which is removed after the test. */
export async function fixture(template: unknown, {lang, dir, width}: Surroundings = {}): Promise<HTMLElement> {
  const container = document.createElement('div');
  if (lang !== undefined) container.lang = lang;
  if (dir !== undefined) container.dir = dir;
  if (width !== undefined) container.style.width = width;
  containers.add(container);
  document.body.append(container);
  render(template, container);
  await updated(container);
  return container;
}

function hasUpdateComplete(element: Element): element is Element & {readonly updateComplete: Promise<boolean>} {
  return 'updateComplete' in element && element.updateComplete instanceof Promise;
}

/** Resolves once the Lit elements below `root`, outside of further shadow roots, have rendered. */
export async function updated(root: ParentNode): Promise<void> {
  await Promise.all([...root.querySelectorAll('*')].filter(hasUpdateComplete).map((element) => element.updateComplete));
}

/** The first match below `root`, which has to be there and of that class. */
export function one(root: ParentNode, selector: string): HTMLElement;
export function one<T extends Element>(root: ParentNode, selector: string, type: abstract new () => T): T;
export function one(root: ParentNode, selector: string, type: abstract new () => Element = HTMLElement): Element {
  const match: unknown = root.querySelector(selector);
  if (match instanceof type) return match;
  throw new Error(match ? `${selector} is no ${type.name}` : `Nothing matches ${selector}`);
}

export function shadowOf(element: Element): ShadowRoot {
  if (!element.shadowRoot) throw new Error(`<${element.localName}> has no open shadow root`);
  return element.shadowRoot;
}

/** Resolves as soon as the condition holds; rejects with the message if it doesn't in the time of a busy machine. */
export async function until(condition: () => unknown, message: string): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${message}`);
    await new Promise((resolve) => {
      realTimeout(resolve, pause);
    });
  }
}

/** The next event of that type; start waiting before doing what causes it. */
export function nextEvent(target: EventTarget, type: string): Promise<Event>;
export function nextEvent<T extends Event>(
  target: EventTarget,
  type: string,
  eventClass: abstract new (...args: never[]) => T,
): Promise<T>;
export async function nextEvent(
  target: EventTarget,
  type: string,
  eventClass: abstract new (...args: never[]) => Event = Event,
): Promise<Event> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Waited in vain for the event ${type}`));
    }, patience);
    target.addEventListener(
      type,
      (event) => {
        clearTimeout(timer);
        if (event instanceof eventClass) resolve(event);
        else reject(new Error(`The event ${type} is no ${eventClass.name}`));
      },
      {once: true},
    );
  });
}
