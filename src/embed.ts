import {PetitionElement} from './elements/base/petition-element.ts';
import {PetitionCampaign} from './elements/petition-campaign/petition-campaign.ts';
import {PetitionCard} from './elements/petition-card/petition-card.ts';
import {PetitionCounter} from './elements/petition-counter/petition-counter.ts';
import {PetitionLanguageSwitcher} from './elements/petition-language-switcher/petition-language-switcher.ts';
import {PetitionSignForm} from './elements/petition-sign-form/petition-sign-form.ts';
import {defineOnce} from './internal/define-once.ts';
import {warnOnce} from './internal/warn-once.ts';

/** The elements by what `data-widget` calls them: their tags without `petition-`. */
const widgets: ReadonlyMap<string, CustomElementConstructor> = new Map<string, CustomElementConstructor>([
  ['campaign', PetitionCampaign],
  ['card', PetitionCard],
  ['counter', PetitionCounter],
  ['language-switcher', PetitionLanguageSwitcher],
  ['sign-form', PetitionSignForm],
]);

/** What the tag itself takes; any other `data-x` becomes the element's attribute `x`. */
const ownSettings: ReadonlySet<string> = new Set(['data-target', 'data-widget']);

function elementFor(script: HTMLScriptElement): HTMLElement | undefined {
  const {petition, organization, widget} = script.dataset;
  if (petition === undefined && organization === undefined && widget === undefined) return undefined;
  const element = document.createElement(`petition-${knownWidget(widget)}`);
  for (const {name, value} of script.attributes) {
    const [, attribute] = /^data-([a-z][\w-]*)$/.exec(name) ?? [];
    if (attribute && !ownSettings.has(name)) element.setAttribute(attribute, value);
  }
  return element;
}

function knownWidget(widget = 'campaign'): string {
  if (widgets.has(widget)) return widget;
  warnOnce(`there is no data-widget="${widget}"; it may be ${[...widgets.keys()].join(', ')}`);
  return 'campaign';
}

/** The place that `data-target` names, or undefined if there is none, so far. */
function targetOf(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

const whenParsed = (callback: () => void): void => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', callback, {once: true});
  else callback();
};

/**
 * Right after the tag. One in the head, where nothing is seen, or one that its loader has taken out
 * again stands for the end of the page.
 */
function placeByScript(script: HTMLScriptElement, element: HTMLElement): void {
  if (script.isConnected && !document.head.contains(script)) script.after(element);
  else whenParsed(() => document.body.append(element));
}

function placeInTarget(selector: string, element: HTMLElement): boolean {
  const target = targetOf(selector);
  target?.append(element);
  return target !== undefined;
}

function place(script: HTMLScriptElement, element: HTMLElement): void {
  const selector = script.dataset['target'];
  if (selector === undefined) placeByScript(script, element);
  else if (!placeInTarget(selector, element)) {
    whenParsed(() => {
      if (placeInTarget(selector, element)) return;
      warnOnce(`the page has no data-target="${selector}"; the petition stands where its script tag is`);
      placeByScript(script, element);
    });
  }
}

/** Tags that have been seen: one that is moved, or found again by a later copy, gives one element. */
const seen = Symbol.for('petition-widgets');

function isFresh(script: HTMLScriptElement): boolean {
  if (seen in script) return false;
  Object.defineProperty(script, seen, {value: true});
  return true;
}

const isPetitionElement = (element: CustomElementConstructor | undefined): element is typeof PetitionCampaign =>
  element !== undefined && 'offerBackend' in element;

/** The class that the page's elements are of: that of the script that ran first. */
function registeredElement(): typeof PetitionElement {
  const registered = customElements.get('petition-campaign');
  return isPetitionElement(registered) ? registered : PetitionElement;
}

function start(script: HTMLScriptElement): void {
  if (!isFresh(script)) return;
  const {backend} = script.dataset;
  if (backend !== undefined) registeredElement().offerBackend(backend);
  const element = elementFor(script);
  if (element) place(script, element);
}

/** The tag that runs; a module script has no way to tell which one it is, so all of them count. */
const scripts =
  document.currentScript instanceof HTMLScriptElement
    ? [document.currentScript]
    : document.querySelectorAll<HTMLScriptElement>('script[type="module"][src*="embed.js"]');
for (const script of scripts) start(script);

// Only now, as tags that are in the page already want to know its backend.
for (const [name, element] of widgets) defineOnce(`petition-${name}`, element);
