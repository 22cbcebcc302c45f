/** The `name` of a consent's controls among the fields' names. */
export const consentName = (name: string): string => `consent.${name}`;
export const listedName = 'listed';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/** Whether it is a form's own, and not one that the page has put into a slot. */
export const isControlOf = (target: unknown, form: HTMLFormElement | null): target is Control =>
  isControl(target) && target.form === form;

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'checkbox';
const isRadio = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'radio';

/**
 * What is entered, by the controls' names, as it was typed. It outlives the controls that show it, which
 * come and go with the language, with conditions and with the state of the form.
 */
export class Answers {
  readonly #values = new Map<string, string>();
  readonly #unreadable = new Set<string>();
  #isChanged = false;
  #isTyped = false;

  get(name: string): string {
    return this.#values.get(name) ?? '';
  }

  get all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#values);
  }

  /** What was entered in part, so that a browser can't make anything of it: half a date. */
  get unreadable(): ReadonlySet<string> {
    return this.#unreadable;
  }

  /** Takes what a person enters. */
  set(name: string, value: string): void {
    if (value !== this.get(name)) {
      this.#isChanged = true;
      this.#isTyped = true;
    }
    this.put(name, value);
  }

  /** Sets an answer that nobody has entered. */
  put(name: string, value: string): void {
    if (value === '') this.#values.delete(name);
    else this.#values.set(name, value);
  }

  /** Takes what a control shows. */
  read(control: Control): void {
    const {name} = control;
    // The countries are not there yet, so that none can be chosen.
    const isUnfilled = control instanceof HTMLSelectElement && control.options.length < 2;
    if (!name || isUnfilled) return;
    if (control.validity.badInput) this.#unreadable.add(name);
    else this.#unreadable.delete(name);
    if (isBox(control)) this.set(name, control.checked ? control.value : '');
    else if (!isRadio(control)) this.set(name, control.value);
    else if (control.checked) this.set(name, control.value);
  }

  /** Takes what all controls show: a browser may fill some in without telling. */
  readAll(form: HTMLFormElement): void {
    for (const control of form.elements) if (isControl(control) && control.matches('.root *')) this.read(control);
  }

  /** Takes what is written in its controls: a browser may fill some in without telling. */
  readWritten(form: HTMLFormElement | null): void {
    for (const control of form?.elements ?? []) {
      const isWritten = isControl(control) && !isBox(control) && !isRadio(control) && control.value !== '';
      if (isWritten && control.matches('.root *')) this.read(control);
    }
  }

  /** Fills in what is not answered yet. */
  fillIn(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) if (!this.#values.has(name)) this.put(name, value);
  }

  /** Brings back what a person has entered before. */
  bringBack(values: Readonly<Record<string, string>>): void {
    this.fillIn(values);
    if (Object.keys(values).length > 0) this.#isTyped = true;
  }

  /** Whether a person has entered something since {@link markSaved}. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** Whether a person has entered something since all was empty, saved or not. */
  get isTyped(): boolean {
    return this.#isTyped;
  }

  markSaved(): void {
    this.#isChanged = false;
  }

  clear(): void {
    this.#values.clear();
    this.#isTyped = false;
    this.#unreadable.clear();
    this.#isChanged = false;
  }
}
