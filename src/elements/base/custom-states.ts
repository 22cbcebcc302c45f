import {warnOnce} from '../../internal/warn-once.ts';

/** An element's states, as a page's styles see them: `:state(loading)`. */
export class CustomStates {
  #internals: ElementInternals | undefined;

  /** Has to come before the first is set. */
  attach(element: HTMLElement): void {
    this.#internals ??= internalsOf(element);
  }

  set(name: string, isOn: boolean): void {
    if (isOn) this.#internals?.states.add(name);
    else this.#internals?.states.delete(name);
  }
}

/** Undefined where a polyfill has made the element, which the browser knows nothing of: it has no states then. */
function internalsOf(element: HTMLElement): ElementInternals | undefined {
  try {
    return element.attachInternals();
  } catch (error) {
    warnOnce(`states of elements can't be had (${String(error)})`);
    return undefined;
  }
}
