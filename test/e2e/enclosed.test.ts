import {describe, expect} from 'vitest';
import {it} from './support.ts';
import {forEachEngine} from './support/engines.ts';
import {countAt, dna, somebody} from './support/petitions.ts';
import {probe, problemsOf} from './support/probe.ts';
import {signThrough} from './support/sign-through.ts';

const withProbe = (body: string): {head: string; body: string} => ({head: `<script>${probe}</script>`, body});

const tag = (backend: string, attributes = ''): string =>
  `<script async src="${backend}/embed.js" data-backend="${backend}" ${attributes}></script>`;

forEachEngine((engine) => {
  describe('a petition that its page can’t look into', () => {
    it('can be signed in a frame of another origin', async ({demo, site}) => {
      const {backend} = demo;
      const framed = site.serve(withProbe(tag(backend, `data-petition="${dna.id}"`)));
      const page = await engine.open(
        site.serve(
          withProbe(`<iframe width="400" height="600" src="${framed.replace('127.0.0.1', 'localhost')}"></iframe>`),
        ),
      );
      const frame = await page.frame(() => document.querySelector('iframe'));
      const before = await countAt(backend);
      await signThrough(frame, somebody());
      expect((await countAt(backend)).total).toBe(before.total + 1);
      expect([...(await problemsOf(frame)), ...(await problemsOf(page))]).toEqual([]);
    });

    it('can be signed in a closed shadow root', async ({demo, site}) => {
      const {backend} = demo;
      const enclose = `
        const root = document.querySelector('#host').attachShadow({mode: 'closed'});
        const petition = document.createElement('petition-campaign');
        petition.setAttribute('petition', '${dna.id}');
        root.append(petition);
        globalThis[Symbol.for('closed root')] = root;`;
      const page = await engine.open(
        site.serve(withProbe(`<div id="host"></div><script>{${enclose}}</script>${tag(backend)}`)),
      );
      const before = await countAt(backend);
      await signThrough(page, somebody());
      expect((await countAt(backend)).total).toBe(before.total + 1);
      expect(await problemsOf(page)).toEqual([]);
    });
  });
});
