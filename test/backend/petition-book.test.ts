import {afterEach, expect, it, vi} from 'vitest';
import {PetitionBook} from '../../demo/backend/petitions/petition-book.ts';
import type {StoredPetition} from '../../demo/backend/storage/storage.ts';
import {organization, petition} from './support/fixtures.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function bookOf(...ids: readonly string[]) {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  const reads: string[] = [];
  const stored = new Map<string, StoredPetition>(
    ids.map((id) => [id, {definition: petition(id), organization, count: {total: 1, asOf: ''}}]),
  );
  const storage = {
    findPetition: async (id: string) => {
      reads.push(id);
      if (id === 'broken') throw new Error('broken');
      return stored.get(id);
    },
  };
  const later = (milliseconds: number): void => void (time += milliseconds);
  return {book: new PetitionBook({storage, capacity: 3}), reads, stored, later};
}

it('reads a petition once, however many sign', async () => {
  const {book, reads} = bookOf('a', 'b');
  const found = await Promise.all([book.find('a'), book.find('a'), book.find('b'), book.find('a')]);
  expect(found.map((each) => each?.definition.id)).toEqual(['a', 'a', 'b', 'a']);
  expect(reads).toEqual(['a', 'b']);
});

it('knows within a second what has become of it', async () => {
  const {book, stored, later} = bookOf('a');
  await book.find('a');
  stored.set('a', {definition: petition('a', {status: 'closed'}), organization, count: {total: 1, asOf: ''}});
  later(1000);
  expect((await book.find('a'))?.definition.status).toBe('closed');
});

it('keeps no more than it may, and nothing of what is not or can’t be read', async () => {
  const {book, reads, stored} = bookOf('a', 'b', 'c', 'd');
  for (const id of ['a', 'b', 'c', 'd', 'd', 'c', 'a']) await book.find(id);
  expect(reads).toEqual(['a', 'b', 'c', 'd', 'a']);
  expect(await book.find('new')).toBe(undefined);
  stored.set('new', {definition: petition('new'), organization, count: {total: 1, asOf: ''}});
  expect((await book.find('new'))?.definition.id).toBe('new');
  await expect(book.find('broken')).rejects.toThrow('broken');
  await expect(book.find('broken')).rejects.toThrow('broken');
  expect(reads.filter((id) => id === 'broken').length).toBe(2);
});
