import {globSync, readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {expect, it} from 'vitest';
import {type Feature, type FeatureKind, features, nameOf} from '../support/manifest.ts';

const all = await features();

/** What tests do, and what they have it done with. */
const tests = globSync('test/{elements,contracts,e2e}/**/*.ts').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

/** Support that fills in or switches for tests that don't name the element themselves. */
const helpers: Readonly<Record<string, RegExp>> = {
  'petition-sign-form': /support\/form\.ts'/,
  'petition-language-switcher': /support\/switcher\.ts'/,
};

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
const property = (attribute: string): string =>
  attribute.replaceAll(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());

/** How a test has to do with something of that kind and name. That a page reaches each part is for e2e tests to see. */
const mentions: Readonly<Record<Exclude<FeatureKind, 'part'>, (name: string) => string>> = {
  attribute: (name) => String.raw`[\s'"?[]${name}(?:=|'|\]|>|\s)|\.${property(name)}\b`,
  event: (name) => `'${name}'`,
  slot: (name) => (name ? `slot=["']?${name}\\b|'${name}'` : String.raw`[Ff]allback`),
  property: (name) => `${escaped(name)}\\b`,
  state: (name) => String.raw`:state\(${name}\)|'${name}'`,
};

const isAbout = ({tag, element}: Feature, text: string): boolean =>
  text.includes(tag) || text.includes(element) || (helpers[tag]?.test(text) ?? false);

function isTested(feature: Feature): boolean {
  const {kind, name, isCommon} = feature;
  if (kind === 'part') return true;
  const mention = new RegExp(mentions[kind](name));
  return tests.some(({text}) => (isCommon || isAbout(feature, text)) && mention.test(text));
}

it('knows each element', () => {
  const sources = globSync('src/elements/petition-*').map((folder) => basename(folder));
  expect([...new Set(all.map(({tag}) => tag))].toSorted()).toEqual(sources.toSorted());
});

it('describes each attribute, event, slot, part, custom property and state', () => {
  expect(all.filter(({description}) => description.trim() === '').map(nameOf)).toEqual([]);
});

it('lists nothing without a test', () => {
  expect(all.filter((feature) => !isTested(feature)).map(nameOf)).toEqual([]);
});
