import type {StoryContext} from '@storybook/web-components-vite';
import {html, noChange, type TemplateResult} from 'lit';
import {Directive, directive, type ElementPart} from 'lit/directive.js';
import type {PetitionClient} from '../../src/backend/client.ts';
import type {Petition} from '../../src/backend/wire.ts';
import {settingsOf} from '../page/page.ts';
import {ThroughNetwork} from '../page/through-network.ts';
import {FakeClient, type FakeClientOptions} from './fake-client.ts';

/** An element's attributes, its custom properties (`--petition-…`) and what stands in its slots (`header-slot`). */
export type Args = Readonly<Record<string, string | number | boolean | undefined>>;

/** Of what Storybook gives a story, what ours need: element tests give them the same. */
export type Context = Pick<StoryContext<Args>, 'globals' | 'loaded'>;
/** Of a story that is shown. */
export type ShownContext = Pick<StoryContext<Args>, 'canvasElement' | 'globals' | 'loaded'>;

/** A state of an element, or a page with some of them. */
export interface Story {
  readonly args?: Args;
  /** `moving`: it does not look the same twice. */
  readonly tags?: string[];
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly render?: (args: Args, context: Context) => TemplateResult;
  /** What a person does to bring it about; resolves once that is so. */
  readonly play?: (context: ShownContext) => Promise<void> | void;
}

/** What the stories of a file have in common. */
export interface StoryMeta extends Story {
  readonly title: string;
  /** The element's tag. */
  readonly component?: string;
}

/** The petition that all stories show. */
export const petition = 'stop-dna-collection';

interface Backed {
  readonly parameters: {readonly client: () => FakeClient};
}

/** A story whose backend is another than the usual one; each time it is shown, a new one. */
export const backedBy = (client: () => FakeClient): Backed => ({parameters: {client}});

/** A story of a petition that differs from the usual one. */
export const showing = (changes: Partial<Petition>, options?: FakeClientOptions): Backed =>
  backedBy(() => new FakeClient(changes, options));

/** A story of a petition that so many have signed. */
export const counting = (total: number, goal?: number): Backed =>
  showing({count: {total, goal, asOf: '2026-11-22T00:00:00Z'}});

const isMaker = (value: unknown): value is () => unknown => typeof value === 'function';

/** The backend of a story that is about to be shown. */
export function newClient(parameters: Readonly<Record<string, unknown>>): FakeClient {
  const {client: make} = parameters;
  const client: unknown = isMaker(make) ? make() : new FakeClient();
  if (client instanceof FakeClient) return client;
  throw new TypeError('A story’s backend is a FakeClient');
}

/** The backend of a story that is shown. */
export function fakeOf({loaded}: Pick<Context, 'loaded'>): FakeClient {
  const client: unknown = loaded['client'];
  if (client instanceof FakeClient) return client;
  throw new TypeError('The story has no backend');
}

const networks = new WeakMap<FakeClient, Map<string, PetitionClient>>();

/** The backend as it is reached over the network that the toolbar says. */
export function clientOf(context: Pick<Context, 'loaded' | 'globals'>): PetitionClient {
  const fake = fakeOf(context);
  const {network} = settingsOf(context.globals);
  if (network === 'fast') return fake;
  const known = networks.get(fake) ?? new Map<string, PetitionClient>();
  const client = known.get(network) ?? new ThroughNetwork(fake, network);
  networks.set(fake, known.set(network, client));
  return client;
}

const isGiven = (value: Args[string]): value is string | number | true =>
  value !== undefined && value !== '' && value !== false;

class Given extends Directive {
  #names: readonly string[] = [];

  render(_args: Args): unknown {
    return noChange;
  }

  override update({element}: ElementPart, [args]: [Args]): unknown {
    const given = Object.entries(args).filter(([name, value]) => isGiven(value) && !name.endsWith('-slot'));
    const names = given.map(([name]) => name);
    for (const name of this.#names.filter((each) => !names.includes(each))) remove(element, name);
    for (const [name, value] of given) give(element, name, value === true ? '' : String(value));
    this.#names = names;
    return noChange;
  }
}

function give(element: Element, name: string, value: string): void {
  if (name.startsWith('--') && element instanceof HTMLElement) element.style.setProperty(name, value);
  else element.setAttribute(name, value);
}

function remove(element: Element, name: string): void {
  if (name.startsWith('--') && element instanceof HTMLElement) element.style.removeProperty(name);
  else element.removeAttribute(name);
}

/** Gives an element the attributes and custom properties that the controls say. */
export const given = directive(Given);

/** What the controls put into an element's slots. */
export const slotted = (args: Args): readonly TemplateResult[] =>
  Object.entries(args)
    .filter(([name, value]) => name.endsWith('-slot') && isGiven(value))
    .map(([name, value]) =>
      name === 'default-slot'
        ? html`<div dir="auto">${value}</div>`
        : html`<div slot=${name.slice(0, -'-slot'.length)} dir="auto">${value}</div>`,
    );
