import {warnOnce} from '../internal/warn-once.ts';
import {registeredElement} from './registered.ts';
import {widgets} from './script-tag.ts';

export const areDefined = (): boolean => widgets.every((widget) => customElements.get(`petition-${widget}`));

/**
 * Brings the page's `petition-…` tags to life, those there now and those to come.
 *
 * @param backend of all elements that name none
 * @returns whether that has come about; if not, their code did not load, and the console says so once
 */
export async function loadElements(backend: string | undefined): Promise<boolean> {
  try {
    if (!areDefined()) (await import('./elements.ts')).defineElements(backend);
  } catch (error) {
    // Another copy may have been faster.
    if (!areDefined()) return tellOf(error);
  }
  const registered = registeredElement();
  if (backend !== undefined) registered?.offerBackend(backend);
  return true;
}

let isTold = false;

/** Once, whichever of the parts it is at another try. */
function tellOf(error: unknown): false {
  if (isTold) return false;
  isTold = true;
  warnOnce(`a part of the script did not load, so the page shows what it has in place of petitions (${String(error)})`);
  return false;
}
