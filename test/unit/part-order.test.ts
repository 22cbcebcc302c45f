import {describe, expect, it} from 'vitest';
import {namesOf} from '../../build/part-names.ts';
import {type AllLinks, filesToLoad, thereWhenRun} from '../../build/part-order.ts';

const part = (imports: readonly string[], dynamicImports: readonly string[] = []) => ({
  isEntry: false,
  imports,
  dynamicImports,
});
const entry = (...dynamicImports: readonly string[]) => ({isEntry: true, imports: [], dynamicImports});

/** The entry loads `main`, which loads `form` and `counter`; these two share `shared`. */
const parts: AllLinks = {
  entry: entry('main', 'texts'),
  main: part(['entry'], ['form', 'counter']),
  texts: part([]),
  form: part(['entry', 'main', 'shared'], ['outbox']),
  counter: part(['main', 'shared'], ['outbox']),
  shared: part(['entry', 'deeper']),
  deeper: part([]),
  outbox: part(['shared']),
};

describe('the order of parts', () => {
  it('is to load a part alone where all that it imports from is there', () => {
    expect(filesToLoad('main', 'entry', parts)).toEqual(['main']);
    expect(filesToLoad('texts', 'entry', parts)).toEqual(['texts']);
  });

  it('is to load what a part imports from along with it, and before it', () => {
    expect(filesToLoad('form', 'main', parts)).toEqual(['deeper', 'shared', 'form']);
    expect(filesToLoad('counter', 'main', parts)).toEqual(['deeper', 'shared', 'counter']);
  });

  it('is to leave out what is there whoever has loaded the loader', () => {
    expect(filesToLoad('outbox', 'form', parts)).toEqual(['outbox']);
    expect(thereWhenRun(parts).get('outbox')).toEqual(new Set(['entry', 'main', 'shared', 'deeper']));
  });

  it('is not to rely on what only one of several loaders has', () => {
    const both: AllLinks = {...parts, texts: part([], ['outbox'])};
    expect(filesToLoad('outbox', 'texts', both)).toEqual(['deeper', 'shared', 'outbox']);
    expect(thereWhenRun(both).get('outbox')).toEqual(new Set(['entry', 'deeper', 'shared']));
  });

  it('never has a part load itself', () => {
    const round: AllLinks = {entry: entry('one'), one: part(['entry'], ['two']), two: part(['one'], [])};
    expect(filesToLoad('two', 'one', round)).toEqual(['two']);
  });
});

describe('the names of parts', () => {
  const chunk = (name: string, ...moduleIds: readonly string[]) => ({name, moduleIds});

  it('are those of the chunks, as far as these are unlike', () => {
    const chunks = [chunk('main', 'a.ts'), chunk('form', 'b.ts')];
    expect([...namesOf(chunks).values()].toSorted()).toEqual(['form', 'main']);
  });

  it('are unlike where modules of the same name make chunks, the same ones in any order', () => {
    const [one, other] = [chunk('late-life', 'counter/late-life.ts'), chunk('late-life', 'form/late-life.ts')];
    const names = namesOf([one, other]);
    expect([names.get(one), names.get(other)]).toEqual(['late-life', 'late-life-2']);
    const turned = namesOf([other, one]);
    expect([turned.get(one), turned.get(other)]).toEqual(['late-life', 'late-life-2']);
  });
});
