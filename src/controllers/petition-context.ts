import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PetitionClient} from '../backend/client.ts';
import {httpClientFor} from '../backend/http-client.ts';
import type {Petition} from '../backend/wire.ts';
import {localeOf, maximized} from '../i18n/locales.ts';
import {type Texts, type TextSource, textSource} from '../i18n/texts.ts';
import {warnOnce} from '../internal/warn-once.ts';
import {idle, type Remote} from '../model/remote.ts';
import {type PetitionStore, petitionStore} from './petition-store.ts';
import {
  backendUrl,
  composedAncestors,
  enclosingPetitionElements,
  inheritedPetition,
  pageBackend,
  watchSurroundings,
} from './surroundings.ts';

/** What a petition element says of itself; what it leaves out, it inherits. */
export interface PetitionHost extends ReactiveControllerHost, HTMLElement {
  readonly backend: string | undefined;
  readonly petition: string | undefined;
  readonly client: PetitionClient | undefined;
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
  #petitionId: string | undefined;
  #client: PetitionClient | undefined;
  #language = 'en';
  #store: PetitionStore | undefined;
  #source: TextSource | undefined;
  #texts: Texts | undefined;
  #endings: {surroundings?: () => void; store?: () => void; texts?: () => void} = {};

  constructor(host: PetitionHost) {
    this.host = host;
    contexts.set(host, this);
    host.addController(this);
  }

  get petitionId(): string | undefined {
    return this.#petitionId;
  }

  get client(): PetitionClient | undefined {
    return this.#client;
  }

  /** What the reader reads in, as a language tag. */
  get language(): string {
    return this.#language;
  }

  /** Undefined while the host is apart from a page, or doesn't say what to show. */
  get store(): PetitionStore | undefined {
    return this.#store;
  }

  /** The texts of the language or, until its catalogue is there, of the one before. */
  get texts(): Texts | undefined {
    return this.#source?.texts ?? this.#texts;
  }

  get petition(): Remote<Petition> {
    return this.#store?.petition(this.#language) ?? idle;
  }

  hostConnected(): void {
    connected.add(this);
    this.#endings.surroundings = watchSurroundings(this.host, this.#refresh);
    this.#refresh();
  }

  hostDisconnected(): void {
    connected.delete(this);
    for (const end of Object.values(this.#endings)) end();
    this.#endings = {};
    this.#store = undefined;
    this.#leaveTexts();
  }

  /** Looks at the host and around it once more. */
  resolve(): void {
    if (!connected.has(this)) return;
    this.#petitionId = this.host.petition || inheritedPetition(this.host);
    this.#resolveClient();
    this.#joinStore();
    this.#language = this.#resolveLanguage();
    this.#joinTexts();
    this.#store?.request(this.#language);
  }

  readonly #refresh = (): void => {
    this.resolve();
    this.host.requestUpdate();
  };

  #resolveClient(): void {
    const client = this.#findClient();
    if (client === this.#client) return;
    this.#client = client;
    // No attribute tells those inside of another client.
    for (const context of connected) {
      if (enclosingPetitionElements(context.host).includes(this.host)) context.#refresh();
    }
  }

  #findClient(): PetitionClient | undefined {
    for (const element of [this.host, ...enclosingPetitionElements(this.host)]) {
      const host = contexts.get(element)?.host;
      if (host?.client) return host.client;
      const backend = host?.backend || element.getAttribute('backend');
      if (backend) return clientOf(backend);
    }
    return clientOf(pageBackend());
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

  #joinTexts(): void {
    const source = textSource(localeOf(this.#language) ?? 'en');
    if (source === this.#source) return;
    this.#leaveTexts();
    this.#source = source;
    this.#endings.texts = source.subscribe(() => this.host.requestUpdate());
  }

  #leaveTexts(): void {
    this.#endings.texts?.();
    this.#texts = this.texts;
    this.#source = undefined;
  }

  #resolveLanguage(): string {
    const named = this.#store?.chosenLanguage ?? (this.host.lang || this.#surroundingLanguage());
    if (named !== undefined && maximized(named)) return named;
    if (named !== undefined) warnOnce(`"${named}" is no language tag`);
    return navigator.languages.find((tag) => localeOf(tag)) ?? navigator.language;
  }

  /** The language of the nearest ancestor that has one: an enclosing element's, which a reader may have chosen, else a `lang`. */
  #surroundingLanguage(): string | undefined {
    for (const ancestor of composedAncestors(this.host)) {
      const lang = contexts.get(ancestor)?.resolvedLanguage() ?? langOf(ancestor);
      if (lang) return lang;
    }
    return undefined;
  }

  /** The language as it is now, as those inside may hear of a change first. */
  resolvedLanguage(): string | undefined {
    this.resolve();
    return connected.has(this) ? this.#language : undefined;
  }
}

function clientOf(backend: string | undefined): PetitionClient | undefined {
  if (backend === undefined) return undefined;
  const url = backendUrl(backend);
  if (url !== undefined) return httpClientFor(url);
  warnOnce(`backend="${backend}" is no address of a backend; it has to be an http or https URL`);
  return undefined;
}

/** An element's `lang`; within a petition element that is its catalogue's, which is not always the reader's. */
function langOf(element: Element): string | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && contexts.has(root.host) ? null : element.getAttribute('lang');
}
