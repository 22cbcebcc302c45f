/** The form among an element's parts, or the element itself. */
function formOf(element: HTMLElement): Element | undefined {
  const tag = 'petition-sign-form';
  return element.localName === tag ? element : (element.shadowRoot?.querySelector(tag) ?? undefined);
}

const inputIn = (root: ParentNode | null | undefined, name: string): HTMLInputElement | undefined => {
  const input = root?.querySelector(`[name="${name}"]`);
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
  input.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}

/** A petition that asks for a name as a whole gets the two that were typed. */
function enterWholeName(typed: readonly HTMLInputElement[], root: ParentNode): void {
  const whole = inputIn(root, 'name');
  const names = typed.filter(({name}) => name.endsWith('Name')).map(({value}) => value);
  if (whole && names.some(Boolean)) enter(whole, names.filter(Boolean).join(' '));
}

/** Brings what was typed, the focus and the cursor from the first frame to the petition's own form. */
function bring(frame: ShadowRoot, form: ShadowRoot): void {
  const {activeElement} = frame;
  const typed = Array.from(frame.querySelectorAll('input'));
  for (const before of typed) {
    const input = inputIn(form, before.name);
    if (!input) continue;
    if (before.value !== '') enter(input, before.value);
    if (before !== activeElement) continue;
    input.focus({preventScroll: true});
    selectAs(before, input);
  }
  enterWholeName(typed, form);
}

/** Once the petition is there and rendered, the first frame gives way to it. */
export function handOver(element: HTMLElement, frame: ShadowRoot): void {
  const {host} = frame;
  const giveWay = async (): Promise<void> => {
    const form = formOf(element);
    // It renders for the first time within the same frame as this event.
    if (form && 'updateComplete' in form) await form.updateComplete;
    if (form?.shadowRoot) bring(frame, form.shadowRoot);
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
}
