import {describe, expect, it} from 'vitest';
import {countSchema, petitionSchema, readAs} from '../../src/backend/wire.ts';
import {failure, problem, success} from '../../src/model/outcome.ts';
import {elevenTargets, richForm} from '../../stories/support/petitions.ts';
import {askedForAll, never, sent, sign, time} from './support/both-answers.ts';
import {id, sides, signatureOf} from './support/both-backends.ts';
import {petitionToldIn} from './support/same-petition.ts';

/*
 * The contract of the client that stands in for a backend in stories and in the tests of elements: whatever is
 * expected of it is expected of the reference backend, too, which holds the same petition. This is how both are
 * read; other parts of it are in fake-client-….test.ts.
 */

describe.each(sides)('%s', (_, side) => {
  it('tells the petition whole, in each of its languages', async () => {
    const difference = {
      changes: {
        closesAt: '2999-12-31T23:59:59Z',
        outcome: 'It goes on.',
        targets: [...elevenTargets, {name: 'The Ministry', role: 'Environment', response: 'No.'}],
        image: {src: 'https://example.org/image.jpg', alt: 'A march', width: 1200, height: 630},
        links: [{title: 'A report', url: 'https://example.org/report', kind: 'news' as const}],
      },
      form: richForm,
    };
    const {client} = await side(difference);
    const {languages} = petitionToldIn('');
    expect(languages).toHaveLength(12);
    for (const lang of languages) {
      const petition = petitionToldIn(lang, difference);
      const told = await client.petition(id, lang, never);
      expect(told).toEqual(success({...petition, lang, languages, count: {...petition.count, asOf: time}}));
      const {value} = told.ok ? told : {};
      expect(sent(readAs(petitionSchema, sent(value)))).toEqual(sent(value));
    }
  });

  it.each([
    ['FR', 'fr'],
    ['de-AT', 'de'],
    ['zh-TW', 'zh-Hant'],
    ['ug', 'ug-Arab'],
    ['ug-KZ', 'ug-Cyrl'],
    ['ug-Latn-CN-x-private', 'ug-Latn'],
    ['zh-yue', 'en'],
    ['sr-Latn', 'en'],
    ['', 'en'],
    ['no language', 'en'],
  ])('asked for “%s”, tells the petition in %s', async (lang, told) => {
    const {client} = await side();
    const {title} = petitionToldIn(told);
    expect(await client.petition(id, lang, never)).toMatchObject({ok: true, value: {lang: told, title}});
  });

  it.each([
    ['ug-Latn', 'ug'],
    ['pt', 'pt-BR'],
    ['ja', 'fr'],
    ['und', 'fr'],
  ])('asked for “%s”, tells a petition of few languages in %s, its form too', async (lang, told) => {
    const languages = ['fr', 'ug', 'pt-BR', 'en'];
    const {client} = await side({changes: {languages}, form: richForm});
    const {title} = petitionToldIn(told, {changes: {languages}});
    const {fields, consents} = richForm(told);
    const expected = {lang: told, languages, title, form: {fields, consents}};
    expect(await client.petition(id, lang, never)).toMatchObject({ok: true, value: expected});
  });

  it('knows no other petition', async () => {
    const notFound = failure(problem('not-found'));
    const answers = await askedForAll(await side(), 'another');
    expect(answers).toEqual([notFound, notFound, notFound, expect.objectContaining({ok: true}), notFound]);
  });

  it('tells the count, as it is with the petition, too', async () => {
    const all = await side();
    const {client} = all;
    for (const total of [5136, 5137, 5138]) {
      const count = await client.count(id, never);
      expect(count).toEqual(success({total, goal: 7500, asOf: time}));
      const {value} = count.ok ? count : {};
      expect(readAs(countSchema, sent(value))).toEqual(value);
      expect(await client.count(id, never, {fresh: true})).toEqual(count);
      expect(await client.petition(id, 'en', never)).toMatchObject({value: {count: {total, goal: 7500}}});
      await sign(all, signatureOf(`${total}@example.org`));
    }
  });

  it('tells a count that has no goal', async () => {
    const {client} = await side({changes: {count: {total: 12, asOf: '2026-11-22T00:00:00Z'}}});
    expect(await client.count(id, never)).toEqual(success({total: 12, asOf: time}));
    const petition = await client.petition(id, 'en', never);
    expect(petition.ok && petition.value.count).toEqual({total: 12, asOf: time});
  });

  it('rejects what was aborted before it was asked for', async () => {
    const {client} = await side();
    const signal = AbortSignal.abort(new Error('of the page’s own'));
    for (const asking of [client.petition(id, 'en', signal), client.count(id, signal), client.challenge(signal)]) {
      await expect(asking).rejects.toMatchObject({name: 'AbortError'});
    }
  });

  it('rejects what is aborted while it is under way', async () => {
    const {client} = await side({trouble: 'busy'});
    const abort = new AbortController();
    const {signal} = abort;
    const asking = [client.petition(id, 'en', signal), client.count(id, signal), client.challenge(signal)];
    abort.abort(new Error('of the page’s own'));
    const answers = await Promise.allSettled(asking);
    const aborted = {status: 'rejected', reason: expect.objectContaining({name: 'AbortError'})};
    expect(answers).toEqual([aborted, aborted, aborted]);
  });
});
