import type {LitElement, ReactiveController} from 'lit';
import {nextOption, TypeAhead} from './listbox.ts';
import {placeMenu} from './place-menu.ts';

/** Scrolls within the menu, and nothing else. */
function reveal(menu: HTMLElement, option: HTMLElement | undefined): void {
  if (!option) return;
  const [outer, inner] = [menu.getBoundingClientRect(), option.getBoundingClientRect()];
  if (inner.bottom > outer.bottom || inner.top < outer.top) menu.scrollTop += inner.top - outer.top - outer.height / 2;
}

/** An open menu of languages: its place, the keys that walk through it, and where the focus goes after. */
export class LanguageMenu implements ReactiveController {
  readonly #host: LitElement;
  readonly #names: () => readonly (readonly string[])[];
  readonly #typing = new TypeAhead();
  #stopPlacing: (() => void) | undefined;
  #hadFocus = false;

  /** @param names what each option may be found by, in their order */
  constructor(host: LitElement, names: () => readonly (readonly string[])[]) {
    this.#host = host;
    this.#names = names;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** A menu that is taken away while it is open says nothing of that. */
  hostUpdated(): void {
    if (!this.#menu?.matches(':popover-open')) this.#end();
  }

  open(): void {
    this.#menu?.showPopover();
  }

  close(): void {
    this.#menu?.hidePopover();
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu');
  }

  get #opener(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.opener');
  }

  get #options(): readonly HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  }

  #end(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
  }

  readonly onBeforeToggle = ({newState}: ToggleEvent): void => {
    if (newState === 'closed') this.#hadFocus = this.#menu?.matches(':focus-within') ?? false;
    // It is not to be seen where it was when it was open before.
    else this.#menu?.classList.remove('shown');
  };

  readonly onToggle = ({newState}: ToggleEvent): void => {
    this.#end();
    if (newState === 'open') this.#show();
    // Not every browser gives a button the focus that is pressed, and so none back to it.
    else if (this.#hadFocus) this.#opener?.focus();
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const {key, timeStamp} = event;
    const options = this.#options;
    const focused = options.findIndex((option) => option.matches(':focus'));
    if (key === 'Enter' || (key === ' ' && !this.#typing.isTyping(timeStamp))) {
      event.preventDefault();
      options[focused]?.click();
    } else if (key === 'Escape') {
      // Some browsers would close the dialog around it along with it.
      event.preventDefault();
      this.close();
    } else if (key === 'Tab') {
      this.close();
      // The focus goes on from the button by itself, and is not to be fetched back.
      this.#hadFocus = false;
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      const next =
        key.length === 1
          ? this.#typing.find(key, timeStamp, focused, this.#names())
          : nextOption(key, focused, options.length);
      if (key.length > 1 && next === undefined) return;
      event.preventDefault();
      if (next !== undefined) options[next]?.focus();
    }
  };

  #show(): void {
    const [menu, opener] = [this.#menu, this.#opener];
    if (!menu || !opener) return;
    const [first] = this.#options;
    const current = this.#options.find((option) => option.ariaSelected === 'true');
    (current ?? first)?.focus({preventScroll: true});
    this.#stopPlacing = placeMenu(opener, menu);
    menu.classList.add('shown');
    reveal(menu, current);
  }
}
