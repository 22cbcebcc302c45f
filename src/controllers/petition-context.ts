import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PetitionClient} from '../backend/client.ts';
import {httpClientFor} from '../backend/http-client.ts';
import type {Petition} from '../backend/wire.ts';
import {localeOf, maximized} from '../i18n/locales.ts';
import {type Texts, type TextSource, textSource} from '../i18n/texts.ts';
import {warnOnce} from '../internal/warn-once.ts';
import {idle, type Remote} from '../model/remote.ts';
import {type PetitionStore, petitionStore} from './petition-store.ts';
import {backendOf, composedAncestors, enclosingPetitionElements, inherited, watchSurroundings} from './surroundings.ts';

/** What a petition element says of itself; what it leaves out, it inherits. */
export interface PetitionHost extends ReactiveControllerHost, HTMLElement {
  readonly backend: string | undefined;
  readonly petition: string | undefined;
  readonly client: PetitionClient | undefined;
}

const contexts = new WeakMap<Element, PetitionContext>();

/**
 * Which petition an element shows, from where and in which language: its own attributes, else those
 * around it. Finds the petition's store and the language's texts, and renders the host when they change.
 */
export class PetitionContext implements ReactiveController {
  readonly #host: PetitionHost;
  #isConnected = false;
  #language = 'en';
  #store: PetitionStore | undefined;
  #source: TextSource | undefined;
  #endings: {surroundings?: () => void; store?: () => void; texts?: () => void} = {};

  constructor(host: PetitionHost) {
    this.#host = host;
    contexts.set(host, this);
    host.addController(this);
  }

  /** What the reader reads in, as a language tag. */
  get language(): string {
    return this.#language;
  }

  get store(): PetitionStore | undefined {
    return this.#store;
  }

  /** Undefined until the language's catalogue is there. */
  get texts(): Texts | undefined {
    return this.#source?.texts;
  }

  get petition(): Remote<Petition> {
    return this.#store?.petition(this.#language) ?? idle;
  }

  get petitionId(): string | undefined {
    if (this.#host.petition) return this.#host.petition;
    return this.#isConnected ? inherited(this.#host, 'petition') : undefined;
  }

  get client(): PetitionClient | undefined {
    if (this.#host.client) return this.#host.client;
    if (!this.#isConnected) return undefined;
    for (const element of enclosingPetitionElements(this.#host)) {
      const client = contexts.get(element)?.client;
      if (client) return client;
    }
    const backend = backendOf(this.#host, this.#host.backend);
    return backend === undefined ? undefined : httpClientFor(backend);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#endings.surroundings = watchSurroundings(this.#host, this.#refresh);
    this.resolve();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    for (const end of Object.values(this.#endings)) end();
    this.#endings = {};
    this.#store = undefined;
    this.#source = undefined;
  }

  /** Looks at the host and around it once more. */
  resolve(): void {
    if (!this.#isConnected) return;
    this.#joinStore();
    this.#language = this.#resolveLanguage();
    this.#joinTexts();
    this.#store?.request(this.#language);
  }

  /** The language as it is now, for elements inside that hear of a change first; undefined while apart from a page. */
  resolvedLanguage(): string | undefined {
    this.resolve();
    return this.#isConnected ? this.#language : undefined;
  }

  readonly #refresh = (): void => {
    this.resolve();
    this.#host.requestUpdate();
  };

  #joinStore(): void {
    const [client, id] = [this.client, this.petitionId];
    const store = client && id ? petitionStore(client, id) : undefined;
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
    this.#endings.texts?.();
    this.#source = source;
    this.#endings.texts = source.subscribe(() => this.#host.requestUpdate());
  }

  #resolveLanguage(): string {
    const named = this.#store?.chosenLanguage ?? (this.#host.lang || this.#surroundingLanguage());
    if (named !== undefined && maximized(named)) return named;
    if (named !== undefined) warnOnce(`"${named}" is no language tag`);
    return navigator.languages.find((tag) => localeOf(tag)) ?? navigator.language;
  }

  #surroundingLanguage(): string | undefined {
    for (const ancestor of composedAncestors(this.#host)) {
      const lang = contexts.get(ancestor)?.resolvedLanguage() ?? ancestor.getAttribute('lang');
      if (lang) return lang;
    }
    return undefined;
  }
}
