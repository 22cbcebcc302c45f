import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {transformWithOxc} from 'vite';
import {describe, expect} from 'vitest';
import {it} from './support.ts';
import {dist} from './support/cdn.ts';
import {forEachEngine} from './support/engines.ts';
import {countAt, dna, somebody} from './support/petitions.ts';
import {probe, problemsOf} from './support/probe.ts';
import {awaited, waitFor} from './support/wait-for.ts';

/** The engines that the elements are for: what was current two and a half years ago. */
const oldest = ['chrome124', 'edge124', 'firefox125', 'safari17.4'];

/** A script that takes from a browser what older ones have not. */
const olderBrowsers = {
  'without custom elements': `
    delete window.customElements;
    delete window.ElementInternals;
    delete HTMLElement.prototype.attachInternals;
    delete Element.prototype.attachShadow;
    delete CSSStyleSheet.prototype.replaceSync;`,
  'without custom states': `
    const found = Document.prototype.querySelector;
    Document.prototype.querySelector = function (asked) {
      return found.call(this, String(asked).includes(':state') ? ':::' : asked);
    };`,
};

/** The petition's own form, which works in any browser. */
const plainForm = (backend: string): string => `
  <form id="fallback" method="post" action="${backend}/v1/petitions/${dna.id}/signatures">
    <label>First name <input name="givenName" required></label>
    <label>Last name <input name="familyName" required></label>
    <label>Email <input name="email" type="email" required></label>
    <label>Country <select name="country"><option value="DE">Germany</option></select></label>
    <label><input name="consent.processing" type="checkbox" required> I agree</label>
    <button>Sign</button>
  </form>`;

const inFallback = (selector: string): Element | null => document.querySelector(`#fallback ${selector}`);

describe('the build', () => {
  it('is in the language of the oldest engines', async ({demo}) => {
    expect(demo.backend).not.toBe('');
    const files = globSync('**/*.js', {cwd: dist, exclude: ['modules']});
    expect(files).toContain('embed.js');
    const written = (file: string, target: string | string[]): Promise<string> =>
      transformWithOxc(readFileSync(join(dist, file), 'utf8'), file, {target}).then(({code}) => code);
    for (const file of files) expect(await written(file, oldest), file).toBe(await written(file, 'esnext'));
  });
});

forEachEngine((engine) => {
  describe('an older browser', () => {
    it.for(Object.entries(olderBrowsers))(
      '%s keeps the page’s own form, which signs',
      async ([, older], {demo, site}) => {
        const {backend} = demo;
        const page = await engine.open(
          site.serve({
            head: `<script>${probe}${older}</script>`,
            body: `<petition-campaign petition="${dna.id}">${plainForm(backend)}</petition-campaign>
              <script async src="${backend}/embed.js" data-backend="${backend}"></script>`,
          }),
        );
        expect(await problemsOf(page)).toEqual([
          'petition-widgets: this browser is too old for the elements; what stands in their place stays',
        ]);

        const before = await countAt(backend);
        const {country: _, ...texts} = somebody();
        for (const [name, text] of Object.entries(texts)) {
          await (await awaited(page, inFallback, `[name="${name}"]`)).type(text);
        }
        await (await awaited(page, inFallback, '[type="checkbox"]')).click();
        await (await awaited(page, inFallback, 'button')).click();
        await waitFor(
          page,
          (address) => location.href.startsWith(address),
          `${backend}/signed/${dna.id}?outcome=counted`,
        );
        expect((await countAt(backend)).total).toBe(before.total + 1);
      },
    );
  });
});
