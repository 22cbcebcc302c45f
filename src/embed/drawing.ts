import {nothing} from 'lit/html.js';
import {type Petition, petitionSchema, readAs} from '../backend/wire.ts';
import {HostLanguage} from '../controllers/host-language.ts';
import {formatNumber} from '../i18n/formats.ts';
import {localeOf} from '../i18n/locales.ts';
import {textSource} from '../i18n/texts.ts';
import {goalOf} from '../model/goal.ts';
import {acceptsSignatures} from '../model/petition.ts';
import {longLook, longReading} from '../model/reading.ts';
import {drawnBefore} from '../elements/base/drawn.ts';
import {PetitionCountEvent, PetitionLoadEvent} from '../elements/base/events.ts';
import {renderAnnouncement} from '../elements/base/render-element.ts';
import {renderUntranslated} from '../elements/base/render-untranslated.ts';
import {BodyText} from '../elements/petition-campaign/body-text.ts';
import {campaignStyles} from '../elements/petition-campaign/petition-campaign.styles.ts';
import {
  renderCampaign,
  renderFormTag,
  renderFull,
  renderSwitcherTag,
} from '../elements/petition-campaign/render-campaign.ts';
import {cardStyles} from '../elements/petition-card/petition-card.styles.ts';
import {isFirstImage} from '../elements/petition-card/first-image.ts';
import {renderCard} from '../elements/petition-card/render-card.ts';
import {counterStyles} from '../elements/petition-counter/petition-counter.styles.ts';
import {renderCount} from '../elements/petition-counter/render-count.ts';
import {isSignable} from '../elements/petition-sign-form/field-kinds.ts';
import type {EarlyRead} from './ask-early.ts';
import type {Cast} from './cast.ts';
import {drawSwitcher} from './draw-switcher.ts';
import {drawForm} from './draw-form.ts';
import {type Scene, shadowOf} from './scene.ts';
import {Waking} from './waking.ts';

/** So long (ms) an answer is waited for here. */
const patience = 5_000;

function drawCounter(counter: Element, scene: Scene): void {
  const {petition, texts, lang, waking} = scene;
  const {id, status, count} = petition;
  const goal = goalOf(count.total, count.goal);
  const format = (value: number): string => formatNumber(lang, value);
  const content = renderCount({
    layout: 'bar',
    texts,
    status,
    total: count.total,
    hasWay: true,
    goal,
    wasOpen: false,
    counted: undefined,
    format,
  });
  const {mark, render} = shadowOf(counter, scene, counterStyles);
  render({texts, content, announcement: renderAnnouncement('', texts)});
  waking.afterLook(counter, longLook);
  mark.told = count.total;
  counter.dispatchEvent(new PetitionCountEvent(id, count.total, goal));
}

function drawCard(card: Element, scene: Scene): void {
  const {petition, texts, lang, base, readers} = scene;
  const content = renderCard({
    petition,
    texts,
    lang,
    base,
    layout: 'vertical',
    hasImage: true,
    isFirst: () => isFirstImage(card),
    hasLanguages: false,
    target: undefined,
    band: nothing,
    note: renderUntranslated(petition, texts, readers),
  });
  const root = shadowOf(card, scene, cardStyles).render({texts, content, announcement: nothing});
  const counter = root.querySelector('petition-counter');
  if (counter) drawCounter(counter, scene);
}

function drawCampaign(scene: Scene): void {
  const {element, petition, texts, waking} = scene;
  const source = element.getAttribute('source') ?? undefined;
  const shadow = shadowOf(element, scene, campaignStyles);
  const text = new BodyText({
    renderRoot: shadow.root,
    hasUpdated: true,
    get isConnected() {
      return element.isConnected;
    },
    addController: () => undefined,
    requestUpdate: draw,
  });
  function draw(): ShadowRoot {
    const content = renderFull({
      petition,
      switcher: renderSwitcherTag(undefined),
      form: renderFormTag({source, prefill: false, draft: false, keepOffline: false}),
      text: element.hasAttribute('no-text') ? nothing : text.render(petition),
    });
    return shadow.render({texts, content: renderCampaign('full', content), announcement: nothing});
  }
  const root = draw();
  const [card, switcher, form] = ['card', 'language-switcher', 'sign-form'].map((part) =>
    root.querySelector(`petition-${part}`),
  );
  if (card) drawCard(card, scene);
  if (switcher) drawSwitcher(switcher, scene);
  if (form) drawForm(form, scene, true);
  text.hostUpdated();
  waking.ends(() => text.hostDisconnected());
}

/** Undefined where it takes too long: the classes wait for it, too, and tell of what becomes of that. */
async function inTime<T>(coming: Promise<T>): Promise<T | undefined> {
  const {promise, resolve} = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, patience);
  try {
    return await Promise.race([coming, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A petition that is drawn here, as far as this version can do all that it asks for. */
async function readPetition({answer}: EarlyRead): Promise<Petition | undefined> {
  const {response, json} = (await inTime(answer)) ?? {};
  const petition = response?.ok ? readAs(petitionSchema, json) : undefined;
  return petition && acceptsSignatures(petition.status) && isSignable(petition.form) ? petition : undefined;
}

/**
 * Draws a petition in its element before the elements' classes are there: as they would, with their own templates
 * and styles, so that they go on with what is there once somebody comes. Until then a page that is only passed
 * through does no more than this.
 *
 * @returns whether it is drawn, or has to be left to the classes
 */
export async function drawPetition(
  element: HTMLElement,
  {lang: readers, early, load, composed, isStill}: Cast & {readonly early: EarlyRead},
): Promise<boolean> {
  const locale = localeOf(readers);
  const source = textSource(locale ?? 'en');
  const [petition] = await Promise.all([readPetition(early).catch(() => undefined), source.load()]);
  await composed?.();
  const {texts} = source;
  if (!petition || !texts || !isStill()) return false;
  const waking = new Waking(element, load);
  const scene: Scene = {element, petition, texts, readers, lang: locale ? readers : 'en', base: early.base, waking};
  if (element.localName === 'petition-sign-form') drawForm(element, scene, false);
  else drawCampaign(scene);
  const language = new HostLanguage(element);
  language.give(element.getAttribute('lang'));
  language.show(texts.locale, texts.dir);
  waking.within(longReading);
  waking.onChange();
  const mark = drawnBefore(element);
  if (mark) mark.told = petition.lang;
  element.dispatchEvent(new PetitionLoadEvent(petition.id, petition.lang));
  waking.forOthersWithin();
  return true;
}
