import * as v from 'valibot';
import {elementsManifest} from '../../build/elements-manifest.ts';

const described = v.object({
  name: v.string(),
  description: v.optional(v.string(), ''),
  inheritedFrom: v.optional(v.object({name: v.string()})),
});
const list = v.optional(v.array(described), []);

const declaration = v.object({
  name: v.string(),
  tagName: v.optional(v.string()),
  attributes: list,
  events: list,
  slots: list,
  cssParts: list,
  cssProperties: list,
  cssStates: list,
});

const manifest = v.object({
  modules: v.array(v.object({declarations: v.optional(v.array(declaration), [])})),
});

export type FeatureKind = 'attribute' | 'event' | 'slot' | 'part' | 'property' | 'state';

/** Something of an element that a page may rely on. The slot without a name is the one that has none. */
export interface Feature {
  readonly tag: string;
  /** The element's class. */
  readonly element: string;
  readonly kind: FeatureKind;
  readonly name: string;
  readonly description: string;
  /** All elements have it. */
  readonly isCommon: boolean;
}

type Declaration = v.InferOutput<typeof declaration>;

function featuresOf(each: Declaration): readonly Feature[] {
  const {tagName, name: element} = each;
  if (tagName === undefined) return [];
  const kinds = {
    attribute: each.attributes,
    event: each.events,
    slot: each.slots,
    part: each.cssParts,
    property: each.cssProperties,
    state: each.cssStates,
  } satisfies Record<FeatureKind, Declaration['events']>;
  const of = (kind: FeatureKind): readonly Feature[] =>
    kinds[kind].map(({name, description, inheritedFrom}) => ({
      tag: tagName,
      element,
      kind,
      name,
      description,
      isCommon: inheritedFrom !== undefined,
    }));
  return [...of('attribute'), ...of('event'), ...of('slot'), ...of('part'), ...of('property'), ...of('state')];
}

/** All that the Custom Elements Manifest, as the sources are now, says of the elements. */
export async function features(): Promise<readonly Feature[]> {
  const {modules} = v.parse(manifest, JSON.parse(await elementsManifest()));
  return modules.flatMap(({declarations}) => declarations).flatMap(featuresOf);
}

/** In one line: `<petition-card> part title`; what all elements have in common is the same for all. */
export const nameOf = ({tag, kind, name, isCommon}: Feature): string =>
  `${isCommon ? 'any' : `<${tag}>`} ${kind} ${name}`.trim();
