import {describe, expect, onTestFinished} from 'vitest';
import {it} from './support.ts';
import {type CdnOptions, shared, startCdn} from './support/cdn.ts';
import {type EngineFrame, forEachEngine} from './support/engines.ts';
import {countAt, dna, somebody} from './support/petitions.ts';
import {problemsOf} from './support/probe.ts';
import type {Site} from './support/site.ts';
import {signThrough, within} from './support/sign-through.ts';
import {awaited} from './support/wait-for.ts';

/** What makes a page isolated: it may have from other origins only what says that it may be had. */
const isolation = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

interface Origins {
  readonly cdn: string;
  readonly backend: string;
}

async function cdnOf(host: string, options?: CdnOptions): Promise<string> {
  const cdn = await startCdn(host, options);
  onTestFinished(() => cdn.close());
  return cdn.origin;
}

/** An isolated page with a petition's element, its fallback, and the tag. */
const isolatedPage = (site: Site, {cdn, backend}: Origins, attributes = ''): string =>
  site.serve({
    headers: isolation,
    head: `<script crossorigin src="${cdn}/probe.js"></script>`,
    body: `<petition-campaign petition="${dna.id}"><p id="fallback">The fallback</p></petition-campaign>
      <script async ${attributes} src="${cdn}/embed.js" data-backend="${backend}"></script>`,
  });

const isIsolated = (page: EngineFrame): Promise<unknown> => page.evaluate(() => crossOriginIsolated);

/** The picture of the petition, once all of it is there. */
function picture(): Element | undefined {
  const card = document.querySelector('petition-campaign')?.shadowRoot?.querySelector('petition-card');
  const image = card?.shadowRoot?.querySelector('img');
  return image && image.complete && image.naturalWidth > 0 ? image : undefined;
}

/** Headers of a CDN, each of which suffices for a tag of its kind. */
const sharing = {
  'whose files may be had by all': {tag: '', headers: shared},
  'whose files may be had by tags with crossorigin': {
    tag: 'crossorigin="anonymous"',
    headers: {'Access-Control-Allow-Origin': '*'},
  },
};

forEachEngine((engine) => {
  describe('an isolated page', () => {
    it.for(Object.entries(sharing))(
      'has a petition that can be signed, from a CDN %s',
      async ([, {tag, headers}], {host, demo, site}) => {
        const {backend} = demo;
        const cdn = await cdnOf(host, {headers});
        const page = await engine.open(isolatedPage(site, {cdn, backend}, tag));
        expect(await isIsolated(page)).toBe(true);
        await awaited(page, picture);
        const before = await countAt(backend);
        await signThrough(page, somebody());
        expect((await countAt(backend)).total).toBe(before.total + 1);
        await awaited(page, within, 'petition-counter', '[part="total"]', (before.total + 1).toLocaleString('en'));
        expect(await problemsOf(page)).toEqual([]);
      },
    );

    it('keeps the fallback where the CDN does not say that it may have the script', async ({host, demo, site}) => {
      const cdn = await cdnOf(host, {headers: {'Access-Control-Allow-Origin': '*'}});
      const page = await engine.open(isolatedPage(site, {cdn, backend: demo.backend}));
      expect(await isIsolated(page)).toBe(true);
      expect(await problemsOf(page)).toEqual([`script did not load: ${cdn}/embed.js`]);
      expect(await page.evaluate(() => document.querySelector('#fallback')?.checkVisibility())).toBe(true);
    });
  });
});
