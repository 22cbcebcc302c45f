import {askEarly} from './embed/ask-early.ts';
import {areDefined, loadElements} from './embed/load-elements.ts';
import {place} from './embed/place.ts';
import {readersLanguage} from './embed/readers-language.ts';
import {elementFor, widgetOf} from './embed/script-tag.ts';
import {isDrawable, standIn} from './embed/stand-in.ts';
import {startTags} from './embed/start-tags.ts';
import {warnOnce} from './internal/warn-once.ts';

/** Asked so and not of `CSS`, which a browser sets up for who asks it: that takes as much as this script. */
function knowsStates(): boolean {
  try {
    document.querySelector(':state(loading)');
    return true;
  } catch {
    return false;
  }
}

/** What the elements stand on: engines have had it since spring 2024. On older ones a page's fallback stays. */
const isSupported = (): boolean =>
  'customElements' in globalThis &&
  knowsStates() &&
  'attachShadow' in document.documentElement &&
  ['DisplayNames', 'ListFormat', 'PluralRules'].every((name) => name in Intl);

/** Whether an element is in the page itself, without its class, and what the tag has made of it for that language. */
const stillAs = (script: HTMLScriptElement, element: HTMLElement, lang: string) => (): boolean =>
  element.getRootNode() === document &&
  customElements.get(element.localName) === undefined &&
  isDrawable(element) &&
  readersLanguage(element, script) === lang &&
  ['petition', 'backend'].every((name) => element.getAttribute(name) === script.dataset[name]);

/** Each tag makes the petition's request, the first frame and the elements' code come side by side. */
function begin(script: HTMLScriptElement): void {
  const load = (): Promise<boolean> => loadElements(script.dataset['backend']);
  const widget = widgetOf(script);
  if (!widget) return void load();
  const element = elementFor(script, widget);
  place(script, element);
  const lang = readersLanguage(element, script);
  const early = areDefined() ? undefined : askEarly(script, lang);
  void standIn(element, {lang, early, load, isStill: stillAs(script, element, lang)});
}

if (isSupported()) startTags(begin, () => void loadElements(undefined));
else warnOnce('this browser is too old for the elements; what stands in their place stays');
