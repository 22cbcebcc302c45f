import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PetitionClient} from '../backend/client.ts';
import type {Petition} from '../backend/wire.ts';
import {lookUp} from '../i18n/language-tags.ts';
import {localeOf} from '../i18n/locales.ts';
import type {Texts} from '../i18n/texts.ts';
import type {Problem} from '../model/outcome.ts';
import {idle, type Remote} from '../model/remote.ts';
import {HostLanguage} from './host-language.ts';
import {browserLanguage, languageAround} from './language-around.ts';
import {namedClient} from './named-client.ts';
import {LastWord} from './last-word.ts';
import {type LanguageChoice, type PetitionStore, petitionStore} from './petition-store.ts';
import {type Memory, rememberedLanguage} from './remembered-language.ts';
import {SpokenTexts} from './spoken-texts.ts';
import {enclosingPetitionElements, inheritedPetition, pageBackend, watchSurroundings} from './surroundings.ts';

/** What a petition element says of itself; what it leaves out, it inherits. */
export interface PetitionHost extends ReactiveControllerHost, HTMLElement {
  readonly backend: string | undefined;
  readonly petition: string | undefined;
  readonly client: PetitionClient | undefined;
  /** `url`: the language that the reader chose is kept in the page's address. */
  readonly remember?: Memory;
}

const contexts = new WeakMap<Element, PetitionContext>();
const connected = new Set<PetitionContext>();

/**
 * Which petition an element shows, from where and in which language: its own attributes, else those
 * around it. Finds the petition's store and the language's texts, and renders the host when they change.
 * What it found last stays known while the host is apart from a page, so that nothing on it is lost.
 */
export class PetitionContext implements ReactiveController {
  readonly host: PetitionHost;
  readonly #hostLanguage: HostLanguage;
  readonly #spoken: SpokenTexts;
  #petitionId: string | undefined;
  #client: PetitionClient | undefined;
  readonly #lastWord = new LastWord();
  #readers = 'en';
  #heeded: LanguageChoice | undefined;
  #remembering: PetitionStore | undefined;
  #store: PetitionStore | undefined;
  #endings: {surroundings?: () => void; store?: () => void} = {};

  constructor(host: PetitionHost) {
    this.host = host;
    this.#hostLanguage = new HostLanguage(host);
    this.#spoken = new SpokenTexts(() => host.requestUpdate());
    contexts.set(host, this);
    host.addController(this);
  }

  get petitionId(): string | undefined {
    return this.#petitionId;
  }

  get client(): PetitionClient | undefined {
    return this.#client;
  }

  /** What the reader reads in, as a language tag; the elements may have no texts in it. */
  get readersLanguage(): string {
    return this.#readers;
  }

  /** The language of the texts, as a tag that formats numbers and dates beside them. */
  get language(): string {
    return this.#spoken.language;
  }

  /** Whether the texts of the reader's language may still come. */
  get isWaitingForTexts(): boolean {
    return this.#spoken.isWaiting;
  }

  /** Undefined while the host is apart from a page, or doesn't say what to show. */
  get store(): PetitionStore | undefined {
    return this.#store;
  }

  /** The texts of the language or, until its catalogue is there, of the one before. */
  get texts(): Texts | undefined {
    return this.#spoken.texts;
  }

  get petition(): Remote<Petition> {
    return this.#store?.petition(this.#petitionLanguage) ?? idle;
  }

  hostConnected(): void {
    connected.add(this);
    this.#endings.surroundings = watchSurroundings(this.host, this.#lookAgain);
    this.#refresh();
  }

  hostDisconnected(): void {
    connected.delete(this);
    for (const end of Object.values(this.#endings)) end();
    this.#endings = {};
    this.#store = undefined;
    this.#spoken.leave();
  }

  /** Looks at the host and around it once more. */
  resolve(): void {
    if (!connected.has(this)) return;
    this.#petitionId = this.host.petition || inheritedPetition(this.host);
    this.#resolveClient();
    this.#joinStore();
    this.#takeUpRemembered();
    const before = this.#readers;
    this.#readers = this.#resolveLanguage();
    this.#spoken.speak(this.#readers);
    this.#heedChoice();
    this.#store?.request(this.#petitionLanguage);
    if (this.#readers !== before) this.#refreshInside();
  }

  /** Takes note of a change of the host's `lang` or `dir`. The direction is that of the texts, whatever a page makes of it. */
  notice(name: 'lang' | 'dir', value: string | null): void {
    if (this.#hostLanguage.isOwnChange || this.#hostLanguage.isContested()) return;
    if (name === 'lang') this.#hostLanguage.give(value);
    this.#refresh();
    if (name === 'lang') this.#refreshInside();
  }

  /** Marks the host as being in the language of its texts. */
  markHost({locale, dir}: Texts): void {
    this.#hostLanguage.show(locale, dir);
  }

  /** Asks again for all that is shown, past all caches. Resolves with what went wrong. */
  async reload(): Promise<Problem | undefined> {
    this.#spoken.retry();
    return this.#store?.reload(this.#petitionLanguage);
  }

  readonly #refresh = (): void => {
    this.resolve();
    this.host.requestUpdate();
  };

  /** Something has changed around the host, which may concern it or not. */
  readonly #lookAgain = (): void => {
    const before = this.#found;
    this.resolve();
    if (this.#found.some((each, index) => each !== before[index])) this.host.requestUpdate();
  };

  get #found(): readonly unknown[] {
    return [this.#petitionId, this.#client, this.#readers, this.#store];
  }

  /** Those inside look again, where no attribute around them tells of a change. */
  #refreshInside(): void {
    for (const context of connected) {
      if (enclosingPetitionElements(context.host).includes(this.host)) context.#refresh();
    }
  }

  #resolveClient(): void {
    const client = this.#findClient();
    if (client === this.#client) return;
    this.#client = client;
    this.#refreshInside();
  }

  #findClient(): PetitionClient | undefined {
    for (const element of [this.host, ...enclosingPetitionElements(this.host)]) {
      const host = contexts.get(element)?.host;
      if (host?.client) return host.client;
      const backend = host?.backend || element.getAttribute('backend');
      if (backend) return namedClient(backend);
    }
    return namedClient(pageBackend());
  }

  #joinStore(): void {
    const store = this.#client && this.#petitionId ? petitionStore(this.#client, this.#petitionId) : undefined;
    if (store === this.#store) return;
    const leave = this.#endings.store;
    this.#store = store;
    if (store) this.#endings.store = store.subscribe(this.#refresh);
    else delete this.#endings.store;
    leave?.();
  }

  /** A language that the page's address holds is as good as chosen, unless the reader has chosen since. */
  #takeUpRemembered(): void {
    const store = this.#store;
    if (this.host.remember !== 'url' || !store || store === this.#remembering) return;
    const remembered = rememberedLanguage() ?? '';
    const isSpoken = localeOf(remembered) !== undefined;
    // Only the petition can tell whether it is in a language that the elements don't speak, or anybody.
    if (remembered && !isSpoken && !store.languages) return;
    this.#remembering = store;
    const isKnown = isSpoken || lookUp(remembered, store.languages ?? []) !== undefined;
    if (isKnown && !store.choice) store.chooseLanguage(remembered);
  }

  /** Who chooses a language anew asks for its texts anew, if they could not be had. */
  #heedChoice(): void {
    const choice = this.#store?.choice;
    if (choice !== this.#heeded) this.#spoken.retry();
    this.#heeded = choice;
  }

  /**
   * The language to show the petition in: the reader's or, where it has none such, that of the texts.
   * Before its languages are known, what is likely to be one of them.
   */
  get #petitionLanguage(): string {
    const spoken = localeOf(this.#readers);
    const likely = this.#store?.choice?.lang === this.#readers ? this.#readers : (spoken ?? this.#readers);
    const languages = this.#store?.languages;
    if (!languages) return likely;
    return lookUp(this.#readers, languages) ?? lookUp(spoken ?? 'en', languages) ?? likely;
  }

  #resolveLanguage(): string {
    const around = languageAround(this.host, this.#hostLanguage.given, (ancestor) => {
      return contexts.get(ancestor)?.resolvedLanguage() ?? langOf(ancestor);
    });
    const language = this.#lastWord.language(around, this.#store?.choice) ?? browserLanguage();
    const languages = this.#store?.languages ?? [];
    // The same language, but with the region that numbers and dates depend on.
    return around !== undefined && lookUp(around, languages) === language ? around : language;
  }

  /** The language as it is now, as those inside may hear of a change first. */
  resolvedLanguage(): string | undefined {
    this.resolve();
    return connected.has(this) ? this.#readers : undefined;
  }
}

/** An element's `lang`; within a petition element that is its catalogue's, which is not always the reader's. */
function langOf(element: Element): string | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && contexts.has(root.host) ? null : element.getAttribute('lang');
}
