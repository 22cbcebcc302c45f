import {expect} from 'chai';
import {html, unsafeStatic} from 'lit/static-html.js';
import '../../src/define/index.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, one, until} from '../support/dom.ts';

const tags = [
  'petition-campaign',
  'petition-card',
  'petition-counter',
  'petition-language-switcher',
  'petition-sign-form',
];

for (const tag of tags) {
  it(`<${tag}> shows what a page puts above and below it, and no fallback any more`, async () => {
    const name = unsafeStatic(tag);
    const container = await fixture(html`
      <${name} petition="stop-dna-collection" lang="en" .client=${new FakeClient()}>
        <p slot="header">Above</p>
        <p>Fallback</p>
        <p slot="footer">Below</p>
      </${name}>
    `);
    const isShown = (selector: string): boolean => one(container, selector).checkVisibility();
    await until(() => isShown('[slot=header]') && isShown('[slot=footer]'), 'both are shown');
    const [header, footer] = [one(container, '[slot=header]'), one(container, '[slot=footer]')];
    expect(header.getBoundingClientRect().bottom).to.be.at.most(footer.getBoundingClientRect().top);
    expect(isShown('p:not([slot])')).to.equal(false);
  });
}
