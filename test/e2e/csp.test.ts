import {randomUUID} from 'node:crypto';
import {describe, expect, onTestFinished} from 'vitest';
import {it as base} from './support.ts';
import {startCdn} from './support/cdn.ts';
import {forEachEngine} from './support/engines.ts';
import {countAt, dna, post, signatureOf, somebody} from './support/petitions.ts';
import {startPolicyReports} from './support/policy-reports.ts';
import {isOnPurpose, problemsOf, violationsOf} from './support/probe.ts';
import {signThrough, within} from './support/sign-through.ts';
import {awaited} from './support/wait-for.ts';

/** A petition of the demo that asks for a proof of work. */
const guarded = {id: 'account-for-disappearance', inTurkish: 'Çin Hükümeti'};

interface Origins {
  readonly cdn: string;
  readonly backend: string;
}

const nonce = 'cGFnZQ';
const rest = ({backend}: Origins): string =>
  `connect-src ${backend}; img-src ${backend}; style-src 'none'; require-trusted-types-for 'script'`;

/** The policies that the elements are to work under, to the letter; what violates them is reported besides. */
const policies: Readonly<Record<string, (origins: Origins) => string>> = {
  'a policy of nonces': (origins) =>
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; ${rest(origins)}`,
  'a policy of origins': (origins) => `default-src 'none'; script-src ${origins.cdn}; ${rest(origins)}`,
  'a policy that names trusted types': (origins) =>
    `default-src 'none'; script-src ${origins.cdn}; ${rest(origins)}; trusted-types lit-html petition-widgets`,
};

const it = base.extend('cdn', {scope: 'file'}, async ({host}, {onCleanup}) => {
  const cdn = await startCdn(host);
  onCleanup(() => cdn.close());
  return cdn;
});

/** Whether a script's address may be any text, which trusted types are to prevent. */
function takesAnyAddress(): boolean {
  try {
    return Reflect.set(document.createElement('script'), 'src', 'http://forbidden.invalid/');
  } catch {
    return false;
  }
}

forEachEngine((engine) => {
  describe.for(Object.entries(policies))('on a page under %s', ([, policyOf]) => {
    it('all is done that can be, and nothing is violated', async ({host, demo, site, cdn}) => {
      const {backend} = demo;
      const reports = await startPolicyReports(host);
      onTestFinished(() => reports.close());
      const policy = policyOf({cdn: cdn.origin, backend});
      const url = site.serve({
        headers: {'Content-Security-Policy': `${policy}; report-uri ${reports.origin}`},
        head: `<script nonce="${nonce}" src="${cdn.origin}/probe.js"></script>
          <link rel="icon" href="${backend}/images/${dna.id}.svg">`,
        body: `<petition-counter petition="${dna.id}"></petition-counter>
          <script async nonce="${nonce}" src="${cdn.origin}/embed.js" data-backend="${backend}" data-petition="${guarded.id}"></script>`,
      });
      const page = await engine.open(url);

      const {total} = await countAt(backend);
      const counter = [`petition-counter[petition="${dna.id}"]`, '[part="total"]'] as const;
      await awaited(page, within, ...counter, total.toLocaleString('en'));
      await post(backend, await signatureOf(backend, somebody()), randomUUID());
      await awaited(page, within, ...counter, (total + 1).toLocaleString('en'));

      await (await awaited(page, within, 'petition-language-switcher', '[part="button"]')).click();
      await (await awaited(page, within, 'petition-language-switcher', '[part="option"]', 'Türkçe')).click();
      await awaited(page, within, 'petition-card', '[part="title"]', guarded.inTurkish);

      const before = await countAt(backend, guarded.id);
      await signThrough(page, somebody());
      expect((await countAt(backend, guarded.id)).total).toBe(before.total + 1);

      const violations = await violationsOf(page);
      expect(violations.filter((each) => !isOnPurpose(each))).toEqual([]);
      await reports.arrival(isOnPurpose);
      expect(reports.violations.filter((each) => !isOnPurpose(each))).toEqual([]);
      expect(await problemsOf(page)).toEqual([]);
      expect(await page.evaluate(takesAnyAddress)).toBe(false);
    });
  });
});
