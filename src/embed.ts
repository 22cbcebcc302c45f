import {backendUrl, petitionPath, requestUrl} from './backend/backend-url.ts';
import {readEarly} from './backend/early-reads.ts';
import {loadElements} from './embed/load-elements.ts';
import {place} from './embed/place.ts';
import {readersLanguage} from './embed/readers-language.ts';
import {earlierStart, elementFor, isFresh, markSeen, startTags, widgetOf} from './embed/script-tag.ts';
import {standIn} from './embed/stand-in.ts';
import {localeOf} from './i18n/locales.ts';
import {warnOnce} from './internal/warn-once.ts';

/** What the elements stand on: engines have had it since spring 2024. On older ones a page's fallback stays. */
const isSupported = (): boolean =>
  'customElements' in globalThis && 'CSS' in globalThis && CSS.supports('selector(:state(loading))');

/** Asks for the petition at once, beside the elements' code, as they will ask for it. */
function askEarly({dataset}: HTMLScriptElement, lang: string): void {
  const {backend, petition, remember} = dataset;
  const base = backend === undefined ? undefined : backendUrl(backend);
  // A language in the page's address may come before this one.
  if (base === undefined || !petition || remember !== undefined) return;
  readEarly(requestUrl(base, petitionPath(petition, localeOf(lang) ?? lang)));
}

/** Each tag makes the petition's request, the first frame and the elements' code come side by side. */
function begin(script: HTMLScriptElement): void {
  const load = (): Promise<boolean> => loadElements(script.src, script.dataset['backend']);
  const widget = widgetOf(script);
  if (!widget) return void load();
  const element = elementFor(script, widget);
  place(script, element);
  const lang = readersLanguage(element, script);
  askEarly(script, lang);
  void standIn(element, lang, load);
}

/** Several tags of the same file are all the business of the first that ran. */
function start(script: HTMLScriptElement): void {
  if (!isFresh(script)) return;
  const earlier = earlierStart(script);
  markSeen(script, earlier ?? begin);
  (earlier ?? begin)(script);
}

if (isSupported()) startTags(start);
else warnOnce('this browser is too old for the elements; what stands in their place stays');
