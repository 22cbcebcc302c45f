import type {Cast} from './cast.ts';
import type * as Drawing from './drawing.ts';
import {hasOthers} from './others.ts';
import {paintFirstFrame} from './first-frame.ts';
import {handOver} from './hand-over.ts';
import {localTexts} from './local-texts.ts';
import {paintProblem} from './problem-frame.ts';

/** What a form has to be filled in with, or kept in, before it is shown; and what the page's address says. */
const lively = ['prefill', 'draft', 'keep-offline', 'remember'];

/** Whether an element may be drawn before its class is there. */
export const isDrawable = (element: HTMLElement): boolean =>
  /^petition-(?:campaign|sign-form)$/.test(element.localName) &&
  (element.getAttribute('layout') ?? 'full') === 'full' &&
  !lively.some((name) => element.hasAttribute(name)) &&
  !hasOthers();

/** What draws a petition; undefined where it can't be had, which who needs it next will tell of. */
const drawing = (): Promise<typeof Drawing | undefined> => import('./drawing.ts').catch(() => undefined);

/**
 * Has the browser set up what it formats with, which it does for the first format, while there is nothing else to
 * do: what is drawn has a number and a date, and would be kept waiting by that as long as it takes itself.
 */
function setUpFormats(): void {
  requestAnimationFrame(() => setTimeout(() => Intl.NumberFormat()));
}

/**
 * Fills an element's place until it comes to life: with a form that can be filled in, then with the petition or,
 * where its code can't be had, with the reason.
 */
export async function standIn(element: HTMLElement, cast: Cast): Promise<void> {
  const {lang, early, load} = cast;
  const isAlive = (): boolean => customElements.get(element.localName) !== undefined;
  const isToDraw = early !== undefined && !isAlive() && isDrawable(element);
  const coming = isToDraw ? drawing() : undefined;
  const loading = coming ? undefined : load();
  if (isAlive()) return;
  const texts = localTexts(lang);
  // Where there is nothing to wait for, the first frame is the page's next one.
  const local = texts instanceof Promise ? await texts : texts;
  const first = isAlive() ? undefined : paintFirstFrame(element, local);
  const composed = first && handOver(element, first);
  if (isToDraw) setUpFormats();
  const part = await coming;
  // Where it fails half-way, the classes go on with it.
  const drawn = early && part?.drawPetition(element, {...cast, early, composed}).catch(() => false);
  if (await drawn) return;
  if (await (loading ?? load())) return;
  const host = first?.host;
  host?.setAttribute('hidden', '');
  paintProblem(element, local, async () => {
    const isThere = await load();
    if (isThere) host?.removeAttribute('hidden');
    return isThere;
  });
}
