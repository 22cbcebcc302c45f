import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readSeed} from '../../demo/backend/petitions/seed.ts';
import {testBackend} from './support/backend.ts';
import {organization, petition, river, signature} from './support/fixtures.ts';
import {folderOf, seedFolder} from './support/folders.ts';

const organizationJson = JSON.stringify(organization);

describe('the petitions to begin with', () => {
  it('as shipped, can be read', async () => {
    const seed = await readSeed(join(import.meta.dirname, '../../demo/backend/seed'));
    expect(seed.petitions.length).toBe(6);
    for (const {texts} of seed.petitions) expect(Object.keys(texts).length).toBeGreaterThanOrEqual(3);
  });

  it.each<[string, object]>([
    ['a status that nobody knows', {status: 'draft'}],
    ['a misspelt member', {publishdAt: '2024-01-01T00:00:00Z'}],
    ['no language', {texts: {}}],
    ['a language that is none', {texts: {'not a tag': {title: 'T', summary: '', body: ''}}}],
    ['an empty title', {texts: {en: {title: '', summary: '', body: ''}}}],
    ['a path for an origin', {allowedOrigins: ['https://partner.example/']}],
    ['what this backend cannot do', {form: {...river.form, confirmation: 'email'}}],
    ['an id that is no path', {id: '../river'}],
  ])('are refused with %s', async (_, changed) => {
    const folder = folderOf({
      'organization.json': organizationJson,
      'a.json': JSON.stringify({...petition('a'), ...changed}),
    });
    await expect(readSeed(folder)).rejects.toThrow('a.json');
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
