import {createHash} from 'node:crypto';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as v from 'valibot';
import {describe, expect, onTestFinished} from 'vitest';
import {it as base} from './support.ts';
import {dist, startCdn} from './support/cdn.ts';
import {type EngineFrame, forEachEngine} from './support/engines.ts';
import {countAt, dna, somebody} from './support/petitions.ts';
import {problemsOf} from './support/probe.ts';
import type {Site} from './support/site.ts';
import {signThrough} from './support/sign-through.ts';
import {poll} from './support/wait-for.ts';

const integritySchema = v.record(v.string(), v.string());

/** What the build states of its files; it is there once the demo is. */
const it = base.extend('integrity', {scope: 'file'}, ({demo}) => {
  expect(demo.backend).not.toBe('');
  return v.parse(integritySchema, JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')));
});

async function cdnServing(host: string, serving: (path: string, code: string) => string): Promise<string> {
  const cdn = await startCdn(host, {serving});
  onTestFinished(() => cdn.close());
  return cdn.origin;
}

const asBuilt = (_: string, code: string): string => code;
/** What it does is the same. */
const altered = (code: string): string => `${code}\n`;

interface Tag {
  readonly cdn: string;
  readonly backend: string;
  readonly integrity: string | undefined;
}

/** A page with a petition's element, its fallback, and a tag that has the browser check the script. */
const checkedPage = (site: Site, {cdn, backend, integrity}: Tag): string =>
  site.serve({
    head: `<script src="${cdn}/probe.js"></script>`,
    body: `<petition-campaign petition="${dna.id}"><p id="fallback">The fallback</p></petition-campaign>
      <script async integrity="${integrity}" crossorigin="anonymous" src="${cdn}/embed.js" data-backend="${backend}"></script>`,
  });

const showsFallback = (page: EngineFrame): Promise<unknown> =>
  page.evaluate(() => document.querySelector('#fallback')?.checkVisibility());

/** How a line of our script begins on the console. */
const ours = 'petition-widgets: ';

/** What a page complains about, once it is this. */
const complaintsOf = (page: EngineFrame, awaited: string): Promise<readonly string[]> =>
  poll(
    async () => {
      const problems = await problemsOf(page);
      return problems.some((problem) => problem.includes(awaited)) ? problems : undefined;
    },
    () => new Error(`Nothing is said of ${awaited}`),
  );

describe('dist/integrity.json', () => {
  it('states the digest of every script of the build', ({integrity}) => {
    const files = globSync('**/*.js', {cwd: dist, exclude: ['modules']});
    const digest = (file: string): string =>
      createHash('sha384')
        .update(readFileSync(join(dist, file)))
        .digest('base64');
    expect(files).toContain('embed.js');
    expect(integrity).toEqual(Object.fromEntries(files.map((file) => [file, `sha384-${digest(file)}`])));
  });
});

forEachEngine((engine) => {
  describe('a tag with integrity', () => {
    it('has a petition that can be signed', async ({host, demo, site, integrity}) => {
      const {backend} = demo;
      const cdn = await cdnServing(host, asBuilt);
      const page = await engine.open(checkedPage(site, {cdn, backend, integrity: integrity['embed.js']}));
      const before = await countAt(backend);
      await signThrough(page, somebody());
      expect((await countAt(backend)).total).toBe(before.total + 1);
      expect(await problemsOf(page)).toEqual([]);
    });

    it('whose script was altered leaves the fallback', async ({host, demo, site, integrity}) => {
      const {backend} = demo;
      const cdn = await cdnServing(host, (path, code) => (path === '/embed.js' ? altered(code) : code));
      const page = await engine.open(checkedPage(site, {cdn, backend, integrity: integrity['embed.js']}));
      expect(await complaintsOf(page, 'embed.js')).toEqual([`script did not load: ${cdn}/embed.js`]);
      expect(await showsFallback(page)).toBe(true);
    });
  });

  describe('a part of the script that was altered', () => {
    it('leaves the fallback, with one line that says so', async ({host, demo, site, integrity}) => {
      const {backend} = demo;
      const cdn = await cdnServing(host, (path, code) => (path.startsWith('/chunks/') ? altered(code) : code));
      const page = await engine.open(checkedPage(site, {cdn, backend, integrity: integrity['embed.js']}));
      const complaints = await complaintsOf(page, ours);
      const said = complaints.filter((each) => each.startsWith(ours));
      expect(said).toEqual([expect.stringMatching(/a part of the script did not load.*chunks/)]);
      for (const refused of complaints.filter((each) => !each.startsWith(ours))) {
        expect(refused).toContain(`did not load: ${cdn}/chunks/`);
      }
      expect(await showsFallback(page)).toBe(true);
    });
  });
});
