import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readSeed} from '../../demo/backend/petitions/seed.ts';
import {testBackend} from './support/backend.ts';
import {organization, petition, river, signature} from './support/fixtures.ts';
import {folderOf, seedFolder} from './support/folders.ts';

const shipped = join(import.meta.dirname, '../../demo/backend/seed');
const organizationJson = JSON.stringify(organization);

describe('the petitions to begin with', () => {
  it('as shipped, can be read', async () => {
    const seed = await readSeed(shipped);
    expect(seed.petitions.length).toBe(6);
    for (const {texts} of seed.petitions) expect(Object.keys(texts).length).toBeGreaterThanOrEqual(3);
  });

  it('as shipped, have their forms in all of their languages, and one of them is in twelve', async () => {
    const {petitions} = await readSeed(shipped);
    for (const {id, texts, form} of petitions) {
      const worded = [
        ...form.fields.flatMap(({label, options}) => [label, options]),
        ...form.consents.map(({text}) => text),
      ].filter((each) => each !== undefined);
      expect(worded.length, id).toBeGreaterThan(0);
      for (const each of worded) expect(Object.keys(each), id).toEqual(Object.keys(texts));
    }
    expect(Object.keys(petitions.find(({id}) => id === 'save-serikzhan-bilash')?.texts ?? {})).toHaveLength(12);
  });

  it.each<[string, object]>([
    ['a status that nobody knows', {status: 'draft'}],
    ['a misspelt member', {publishdAt: '2024-01-01T00:00:00Z'}],
    ['no language', {texts: {}}],
    ['a language that is none', {texts: {'not a tag': {title: 'T', summary: '', body: ''}}}],
    ['an empty title', {texts: {en: {title: '', summary: '', body: ''}}}],
    ['a path for an origin', {allowedOrigins: ['https://partner.example/']}],
    ['what this backend cannot do', {form: {...river.form, sealKey: 'a-key'}}],
    ['an id that is no path', {id: '../river'}],
  ])('are refused with %s', async (_, changed) => {
    const folder = folderOf({
      'organization.json': organizationJson,
      'a.json': JSON.stringify({...petition('a'), ...changed}),
    });
    await expect(readSeed(folder)).rejects.toThrow('a.json');
  });

  it.each<[string, readonly object[]]>([
    ['no address', [{name: 'givenName', required: true}]],
    ['an address that may be left out', [{name: 'email', required: false}]],
    [
      'an address that only some are asked for',
      [
        {name: 'country', required: true},
        {name: 'email', required: true, when: {field: 'country', in: ['DE']}},
      ],
    ],
  ])('are refused if they confirm by email and ask for %s', async (_, fields) => {
    const form = {...river.form, confirmation: 'email', fields, consents: []};
    const folder = folderOf({
      'organization.json': organizationJson,
      'a.json': JSON.stringify({...petition('a'), form}),
    });
    await expect(readSeed(folder)).rejects.toThrow('needs a required field “email”');
  });

  const label = {en: 'Label'};
  const select = {name: 'x-a', required: false, type: 'select', label, options: {en: ['One', 'Two']}};

  it.each<[string, readonly object[], string]>([
    ['neither of the protocol nor of their own', [{name: 'shoeSize', required: false}], 'neither a field'],
    ['of their own without a name', [{name: 'x-', required: false, label}], 'neither a field'],
    ['of their own without a label', [{name: 'x-a', required: false}], 'needs a label'],
    ['of the protocol with a type', [{name: 'city', required: false, type: 'number'}], 'begin with x-'],
    ['of a type that nobody knows', [{name: 'x-a', required: false, label, type: 'file'}], 'type'],
    ['to select from nothing', [{...select, options: undefined}], 'a select needs options'],
    ['to select from an empty list', [{...select, options: {en: []}}], 'options'],
    ['with options that are not to be selected', [{...select, type: 'text'}], 'a select needs options'],
    ['with fewer options in one language', [{...select, options: {en: ['1', '2'], fr: ['1']}}], 'not as many'],
    ['with one option twice', [{...select, options: {en: ['1', ' 1 ']}}], 'in common'],
    ['with an option that is another in French', [{...select, options: {en: ['1', '2'], fr: ['2', '1']}}], 'in common'],
    ['with too long an option', [{...select, maxLength: 2}], 'longer'],
    ['with a misspelt member', [{...select, lable: label}], 'lable'],
    [
      'of the same name',
      [
        {name: 'city', required: false},
        {name: 'city', required: true},
      ],
      'twice',
    ],
    ['of the name of a consent', [{...select, name: 'x-consent'}], 'twice'],
    ['that depend on one that is not there', [{...select, when: {field: 'country', in: ['DE']}}], 'when'],
    ['that depend on themselves', [{...select, when: {field: 'x-a', in: ['One']}}], 'when'],
    ['that depend on no answer', [select, {name: 'city', required: false, when: {field: 'x-a', in: []}}], 'when'],
    [
      'that depend on what is no option',
      [select, {name: 'city', required: false, when: {field: 'x-a', in: ['3']}}],
      'when',
    ],
    [
      'that depend on a country that is none',
      [
        {name: 'country', required: true},
        {name: 'city', required: false, when: {field: 'country', in: ['UK']}},
      ],
      'when',
    ],
  ])('are refused with fields %s', async (_, fields, reason) => {
    const consents = [{name: 'x-consent', kind: 'yes-no', required: true, textId: 'c-1', text: {en: 'Yes?'}}];
    const form = {...river.form, fields, consents};
    const folder = folderOf({
      'organization.json': organizationJson,
      'a.json': JSON.stringify({...petition('a'), form}),
    });
    await expect(readSeed(folder)).rejects.toThrow(reason);
  });

  it.each<[string, object]>([
    ['an empty choice of listings', {listing: []}],
    ['the same listing twice', {listing: ['name', 'name']}],
    ['a challenge that nobody knows', {challenge: 'captcha'}],
    ['a kind of consent that nobody knows', {consents: [{...river.form.consents[0], kind: 'radio'}]}],
    ['a consent that is named like another refusal', {consents: [{...river.form.consents[0], name: 'challenge'}]}],
  ])('are refused with %s', async (_, changed) => {
    const folder = folderOf({
      'organization.json': organizationJson,
      'a.json': JSON.stringify({...petition('a'), form: {...river.form, ...changed}}),
    });
    await expect(readSeed(folder)).rejects.toThrow('a.json');
  });

  it.each<[string, string, object]>([
    ['Unknown member: "publishdAt"', 'publishdAt', {publishdAt: '2024-01-01T00:00:00Z'}],
    ['not a time', 'publishedAt', {publishedAt: 'yesterday'}],
    ['not a text, or an empty one', 'texts.en.title', {texts: {en: {title: '', summary: '', body: ''}}}],
    ['not a whole number from 1 on', 'goal', {goal: 0}],
    ['not a whole number from 0 on', 'broughtIn', {broughtIn: '7'}],
    ['"open" | "closed" | "victory"', 'status', {status: 'draft'}],
    ['Expected "url"', 'url', {url: undefined}],
    ['not a language tag', 'texts.not a tag', {texts: {'not a tag': {title: 'T', summary: '', body: ''}}}],
    ['an empty list', 'form.listing', {form: {...river.form, listing: []}}],
  ])('are refused in words: %s at %s', async (words, place, changed) => {
    const folder = folderOf({
      'organization.json': organizationJson,
      'a.json': JSON.stringify({...petition('a'), ...changed}),
    });
    const refused = expect(readSeed(folder)).rejects;
    await refused.toThrow(words);
    await refused.toThrow(`→ at ${place}`);
  });

  it('are refused if they are no JSON, under another name, or without an organization', async () => {
    const broken = folderOf({'organization.json': organizationJson, 'a.json': '{'});
    await expect(readSeed(broken)).rejects.toThrow('a.json');
    const misnamed = folderOf({'organization.json': organizationJson, 'b.json': JSON.stringify(petition('a'))});
    await expect(readSeed(misnamed)).rejects.toThrow('b.json');
    await expect(readSeed(folderOf())).rejects.toThrow('organization.json');
  });

  it('are renewed at a later start, with what was signed and counted kept', async () => {
    const first = await testBackend({petitions: [river, petition('dropped')]});
    await first.sign(signature('amina@water.example'));
    const counted = await first.count();
    await first.close();

    const texts = {en: {title: 'Save the whole river', summary: '', body: ''}};
    const second = await testBackend({
      dataDir: first.dataDir,
      seed: seedFolder([{...river, texts}, petition('added')]),
      now: () => new Date('2026-11-02T12:00:00Z'),
    });
    expect(await second.count()).toEqual(counted);
    expect(await (await second.get(`/v1/petitions/${river.id}`)).json()).toMatchObject({
      title: 'Save the whole river',
      languages: ['en'],
    });
    expect((await second.count('added')).total).toBe(100);
    expect((await second.count('dropped')).total).toBe(100);
    await second.close();

    const third = await testBackend({
      dataDir: first.dataDir,
      seed: seedFolder([{...river, broughtIn: 150, goal: 1000}]),
      now: () => new Date('2026-11-03T12:00:00Z'),
    });
    expect(await third.count()).toEqual({total: 151, goal: 1000, asOf: '2026-11-03T12:00:00.000Z'});
  });
});
