import {documentOwn} from './document-own.ts';
import {openRoots} from './open-roots.ts';

/** What a tag brings about. */
type Start = (script: HTMLScriptElement) => void;

/** What marks a tag that has been seen: one that is moved, or found again by a later copy, gives one element. */
const seen = Symbol.for('petition-widgets');

const isStart = (value: unknown): value is Start => typeof value === 'function';

/** What an earlier run of the same file has left at its tag, if that is still on the page. */
function earlierStart(script: HTMLScriptElement): Start | undefined {
  for (const other of document.querySelectorAll('script')) {
    const start: unknown = other.src === script.src ? Reflect.get(other, seen) : undefined;
    if (isStart(start)) return start;
  }
  return undefined;
}

/** Several tags of the same file are all the business of the first that ran. */
function startOnce(script: HTMLScriptElement, own: Start): void {
  if (seen in script) return;
  const start = earlierStart(script) ?? own;
  Object.defineProperty(script, seen, {value: start});
  start(script);
}

const fileOf = (address: string): string => address.replace(/[?#].*/, '').replace(/.*\//, '');

const isModule = ({type}: HTMLScriptElement): boolean => type === 'module';

/** Not a classic tag in the page itself: it is told of when it runs, as others may be kept from running. */
const isOurs = (script: EventTarget | null): script is HTMLScriptElement =>
  script instanceof HTMLScriptElement &&
  script.src !== '' &&
  fileOf(script.src) === fileOf(import.meta.url) &&
  (isModule(script) || script.getRootNode() instanceof ShadowRoot);

/**
 * Starts the tag that runs. A module, or a script in a shadow tree, is not told which one that is, so all such
 * tags count; and a module runs once for all tags of its file, so those that come later count once they are loaded.
 *
 * @param startAlone for a script whose tag can't be found, such as one in a closed shadow root
 */
export function startTags(start: Start, startAlone: () => void): void {
  const running = documentOwn('currentScript');
  if (running instanceof HTMLScriptElement) return startOnce(running, start);
  const scripts = [...openRoots(document)].flatMap((root) => Array.from(root.querySelectorAll('script')));
  const found = scripts.filter(isOurs);
  found.forEach((script) => startOnce(script, start));
  if (found.length === 0) startAlone();
  if (!found.some(isModule)) return;
  document.addEventListener('load', ({target}) => isOurs(target) && startOnce(target, start), true);
}
