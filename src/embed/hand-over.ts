import {composedAncestors} from '../controllers/composed-ancestors.ts';

/** The form among an element's parts, or the element itself. */
function formOf(element: HTMLElement): Element | undefined {
  const tag = 'petition-sign-form';
  return element.localName === tag ? element : (element.shadowRoot?.querySelector(tag) ?? undefined);
}

/** Nothing is rendered yet, or only the place of what comes. */
const isWaiting = (root: ShadowRoot): boolean => root.querySelector('.root > *, .waiting')?.matches('.waiting') ?? true;

/** Once a form is rendered: what it keeps from an earlier visit may still be on its way, and leaves what is typed. */
async function rendered({shadowRoot: root}: Element): Promise<ShadowRoot | undefined> {
  if (!root || !isWaiting(root)) return root ?? undefined;
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (isWaiting(root)) return;
      watch.disconnect();
      resolve(root);
    });
    watch.observe(root, {childList: true, subtree: true});
  });
}

const inputIn = (root: ParentNode, name: string): HTMLInputElement | undefined => {
  const input = root.querySelector(`[name="${name}"]`);
  return input instanceof HTMLInputElement ? input : undefined;
};

/** The cursor's place, which a browser doesn't tell of every kind of field. */
function selectAs(before: HTMLInputElement, input: HTMLInputElement): void {
  const {selectionStart, selectionEnd, selectionDirection} = before;
  if (selectionStart === null || input.selectionStart === null) return;
  input.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
}

function enter(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

/** Where a petition asks for a name as a whole, it gets the two that were typed. */
function textsFor(form: ParentNode, typed: readonly HTMLInputElement[]): ReadonlyMap<HTMLInputElement, string> {
  const texts = new Map<HTMLInputElement, string>();
  for (const {name, value} of typed) {
    const input = inputIn(form, name) ?? (name.endsWith('Name') ? inputIn(form, 'name') : undefined);
    const before = input && texts.get(input);
    if (input && value !== '') texts.set(input, before === undefined ? value : `${before.trim()} ${value}`);
  }
  return texts;
}

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** Where the field that has the focus was last seen: once the petition is rendered, it isn't any more. */
function watchedTop(frame: ShadowRoot): () => number {
  let top = 0;
  let next = 0;
  const look = (): void => {
    const {activeElement} = frame;
    if (!activeElement) return;
    if (activeElement.checkVisibility()) top = topOf(activeElement);
    next = requestAnimationFrame(look);
  };
  frame.addEventListener('focusin', () => {
    cancelAnimationFrame(next);
    look();
  });
  return () => top;
}

/** Scrolls what is around an element, so that it stands where another one stood. */
function bringTo(top: number, element: Element): void {
  for (const around of composedAncestors(element)) {
    const isPage = around === document.scrollingElement;
    if (isPage || /auto|scroll/.test(getComputedStyle(around).overflowY)) {
      around.scrollBy({top: topOf(element) - top, behavior: 'instant'});
    }
  }
}

/** Brings what was typed, the focus and the cursor from the first frame to the petition's own form. */
function bring(frame: ShadowRoot, form: ShadowRoot, top: number): void {
  const {activeElement} = frame;
  const typed = [...frame.querySelectorAll('input')];
  for (const [input, text] of textsFor(form, typed)) enter(input, text);
  const before = typed.find((each) => each === activeElement);
  // Where the field is not asked for, the form's first is the nearest.
  const input = before && (inputIn(form, before.name) ?? form.querySelector('input'));
  if (!before || !input) return;
  input.focus({preventScroll: true});
  if (input.name === before.name) selectAs(before, input);
  // All that is above it is rendered by then.
  requestAnimationFrame(() => bringTo(top, input));
}

/** Waits, while somebody composes a letter out of several keys, until it is there. */
function composing(frame: ShadowRoot): () => Promise<void> {
  let ending = Promise.resolve();
  frame.addEventListener('compositionstart', () => {
    ending = new Promise((resolve) => {
      // A tap on another field ends it first, and then goes on.
      frame.addEventListener('compositionend', () => setTimeout(resolve), {once: true});
    });
  });
  return () => ending;
}

/**
 * Once the petition is there and rendered, the first frame gives way to it.
 * @returns what resolves when nobody is in the midst of composing a letter in it
 */
export function handOver(element: HTMLElement, frame: ShadowRoot): () => Promise<void> {
  const {host} = frame;
  const composed = composing(frame);
  const top = watchedTop(frame);
  const giveWay = async (): Promise<void> => {
    const form = formOf(element);
    const root = form && (await rendered(form));
    await composed();
    if (root) bring(frame, root, top());
    host.remove();
  };
  const onError = (): void => host.setAttribute('hidden', '');
  const onLoad = ({target}: Event): void => {
    // A card or a switcher within tells for itself.
    if (target !== element) return;
    element.removeEventListener('petition-load', onLoad);
    element.removeEventListener('petition-error', onError);
    void giveWay();
  };
  element.addEventListener('petition-load', onLoad);
  element.addEventListener('petition-error', onError);
  return composed;
}
