import {composed} from '../../../stories/support/dom.ts';
import type {Feature} from '../../support/manifest.ts';

/** Types of events, by who told of them. */
const heard = new Map<string, Set<string>>();
let face: readonly Feature[] = [];

const namesOf = (kind: Feature['kind']): readonly string[] => [
  ...new Set(face.filter((each) => each.kind === kind).map(({name}) => name)),
];

const markOf = (part: string): string => `--reached-${part}`;

/** Marks parts as only a page's own style sheet can. */
function markParts(): void {
  for (const part of namesOf('part')) CSS.registerProperty({name: markOf(part), syntax: '*', inherits: false});
  const rules = namesOf('part').map((part) => `*::part(${part}) { ${markOf(part)}: yes; }`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join('\n'));
  document.adoptedStyleSheets.push(sheet);
}

/** From now on events are listened to, and parts are styled, as a page can. */
export function watchFaces(features: readonly Feature[]): void {
  face = features;
  for (const name of namesOf('event')) {
    document.addEventListener(name, (event) => {
      const [source] = event.composedPath();
      if (!(source instanceof Element)) return;
      heard.set(source.localName, (heard.get(source.localName) ?? new Set()).add(name));
    });
  }
  markParts();
}

const isFilled = (node: Node): boolean => node instanceof Element || node.textContent?.trim() !== '';

function hasInSlot(element: Element, name: string): boolean {
  const slot = element.shadowRoot?.querySelector<HTMLSlotElement>(name ? `slot[name="${name}"]` : 'slot:not([name])');
  return slot?.assignedNodes({flatten: true}).some(isFilled) ?? false;
}

const isSet = (element: Element, property: string): boolean =>
  element instanceof HTMLElement && element.style.getPropertyValue(property) !== '';

const partsOf = (element: Element): readonly (readonly [Element, string])[] =>
  [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((each) =>
    Array.from(each.part, (name) => [each, name] as const),
  );

const shows: Readonly<Record<Feature['kind'], (element: Element, name: string) => boolean>> = {
  attribute: (element, name) => element.hasAttribute(name),
  event: (element, name) => heard.get(element.localName)?.has(name) ?? false,
  slot: hasInSlot,
  part: (element, name) => partsOf(element).some(([, part]) => part === name),
  property: isSet,
  state: (element, name) => element.matches(`:state(${name})`),
};

/** What there is around all of an element is styled by the element that it stands in. */
const isReached = (host: Element, part: Element, name: string): boolean =>
  (name === 'root' && host.getRootNode() !== document) ||
  getComputedStyle(part).getPropertyValue(markOf(name)) === 'yes';

export interface Faces {
  /** What of the manifest is there in the story, by its place in it. */
  readonly shown: readonly number[];
  /** Parts that the manifest doesn't know, as `petition-card title`. */
  readonly unknown: readonly string[];
  /** Parts that a page's style sheet doesn't get at. */
  readonly unreached: readonly string[];
}

/** What there is of the elements' faces in the story that is shown. */
export function facesNow(): Faces {
  const elements = [...composed(document.body)].filter(({localName}) => face.some(({tag}) => tag === localName));
  const isShown = ({tag, kind, name}: Feature): boolean =>
    elements.some((element) => element.localName === tag && shows[kind](element, name));
  const isKnown = (host: Element, part: string): boolean =>
    face.some(({tag, kind, name}) => tag === host.localName && kind === 'part' && name === part);
  const parts = elements.flatMap((host) => partsOf(host).map(([part, name]) => ({host, part, name})));
  const lines = (some: typeof parts): readonly string[] => some.map(({host, name}) => `${host.localName} ${name}`);
  return {
    shown: face.flatMap((feature, index) => (isShown(feature) ? index : [])),
    unknown: lines(parts.filter(({host, name}) => !isKnown(host, name))),
    unreached: lines(parts.filter(({host, part, name}) => !isReached(host, part, name))),
  };
}
