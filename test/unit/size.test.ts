import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Budgets} from '../../bench/size/budgets.ts';
import {type Fetches, judge, largestLocale} from '../../bench/size/judge.ts';
import {localesOf, type Part, readParts} from '../../bench/size/parts.ts';

const part = (name: string, bytes: number, locale?: string): Part => ({
  file: `chunks/${name}.0123.js`,
  name,
  locale,
  bytes,
});

const parts = [
  part('main', 1000),
  part('late', 500),
  part('ar', 300, 'ar'),
  part('ug-Arab', 250, 'ug-Arab'),
  part('countries-ug-Arab', 100, 'ug-Arab'),
];
const ceilings = {main: 1000, late: 500, '*': 300, 'countries-*': 100};
const ample: Budgets = {untilSignable: 1e6, untilSignableInAnyLanguage: 1e6, untouched: 1e6, oneLanguage: 1e6};
const nothing: Fetches = {untilSignable: [], untilSignableInAnyLanguage: [], untouched: []};

const complaintsAbout = (over: Partial<Budgets>, fetches: Partial<Fetches> = {}): readonly string[] =>
  judge(parts, {...nothing, ...fetches}, {...ample, ...over}, ceilings).complaints;

describe('the judgement of sizes', () => {
  it('has nothing to say of what is exactly as large as it may be', () => {
    const untilSignable = [
      {what: 'main', bytes: 1000},
      {what: 'v1/petitions/one', bytes: 24},
    ];
    expect(complaintsAbout({untilSignable: 1024, oneLanguage: 1850}, {untilSignable})).toEqual([]);
  });

  it.each(['untilSignable', 'untilSignableInAnyLanguage', 'untouched'] as const)(
    'names what makes %s too large, the largest first, and by how much',
    (sum) => {
      const fetched = [
        {what: 'v1/petitions/one', bytes: 24},
        {what: 'main', bytes: 1001},
      ];
      const [complaint, ...others] = complaintsAbout({[sum]: 1024}, {[sum]: fetched});
      expect(others).toEqual([]);
      expect(complaint).toMatch(/: 1,025 bytes, 1 above the budget of 1,024 \(main 1,001, v1\/petitions\/one 24\)$/);
    },
  );

  it('counts of all languages only the one whose parts take most together', () => {
    expect(largestLocale(parts)).toBe('ug-Arab');
    expect(complaintsAbout({oneLanguage: 1849})).toEqual([
      'all that there is in one language, the largest: 1,850 bytes, 1 above the budget of 1,849 ' +
        '(main 1,000, late 500, ug-Arab 250, countries-ug-Arab 100)',
    ]);
  });

  it('names a part that is above its ceiling, those of all languages having the same', () => {
    const grown = [...parts.slice(1), part('main', 1200), part('zh-Hant', 301, 'zh-Hant')];
    expect(judge(grown, nothing, ample, ceilings).complaints).toEqual([
      'chunks/main.0123.js has 1,200 bytes, 200 above its ceiling of 1,000',
      'chunks/zh-Hant.0123.js has 301 bytes, 1 above its ceiling of 300',
    ]);
  });

  it('wants a ceiling for each part, and a part for each ceiling', () => {
    const others = [...parts.slice(1), part('new', 70)];
    expect(judge(others, nothing, ample, ceilings).complaints).toEqual([
      'chunks/new.0123.js has 70 bytes, and no ceiling under "new"',
      'there is a ceiling for "main", but no such part',
    ]);
  });
});

describe('the parts of a build', () => {
  let dist = '';

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'dist-'));
    mkdirSync(join(dist, 'chunks'));
  });

  afterEach(() => rmSync(dist, {recursive: true}));

  it('are its scripts, by their names without a digest, some of them of one language', () => {
    const digest = '_LcFln_7bl-YFh09oXsrRdXWKpw3XG1Romcb9E2E9CI';
    const names = ['ar', 'countries-ug-Arab', 'solar', 'zh-Hans'];
    for (const name of names) writeFileSync(join(dist, `chunks/${name}.${digest}.js`), 'x'.repeat(1000));
    writeFileSync(join(dist, 'embed.js'), 'y');
    writeFileSync(join(dist, 'integrity.json'), '{}');
    const found = readParts(dist, ['ar', 'ug-Arab', 'zh-Hans', 'zh-Hant']);
    expect(found.map(({name, locale}) => [name, locale])).toEqual([
      ['ar', 'ar'],
      ['countries-ug-Arab', 'ug-Arab'],
      ['solar', undefined],
      ['zh-Hans', 'zh-Hans'],
      ['embed', undefined],
    ]);
    expect(found[0]?.file).toBe(`chunks/ar.${digest}.js`);
    expect(found[0]?.bytes).toBeLessThan(50);
  });

  it('are of the languages that have a catalogue', () => {
    expect(localesOf(join(import.meta.dirname, '../..'))).toEqual(expect.arrayContaining(['ar', 'en', 'ug-Cyrl']));
  });
});
