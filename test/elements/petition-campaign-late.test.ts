import {expect} from 'chai';
import {html} from 'lit';
import {markdown} from '../../src/elements/petition-campaign/body-text.ts';
import {dialogLayouts, PetitionCampaign} from '../../src/elements/petition-campaign/petition-campaign.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {has, lookedAt, petition, press, settled, shows, textOf, warningsOf} from './support/page.ts';
import {withoutPart} from './support/parts.ts';

async function placed(layout: string, client: FakeClient, above = ''): Promise<PetitionCampaign> {
  const container = await fixture(
    html`<div class="above"></div>
      <petition-campaign petition=${petition} layout=${layout} .client=${client}></petition-campaign>`,
    {lang: 'en'},
  );
  one(container, '.above').style.blockSize = above;
  return one(container, 'petition-campaign', PetitionCampaign);
}

async function showing(client: FakeClient, above?: string): Promise<PetitionCampaign> {
  const campaign = await placed('full', client, above);
  await settled(campaign);
  await lookedAt();
  return campaign;
}

const bodyIn = (campaign: PetitionCampaign): HTMLElement => one(shadowOf(campaign), '.text');

describe('a petition’s text', () => {
  const marked = new FakeClient({body: 'Nobody **asked** them.\n\nWe ask for three things:\n\n- one\n- two'});

  it('needs no parser where it has no marks', async () => {
    const part = withoutPart(markdown);
    const campaign = await showing(new FakeClient({body: 'Nobody asked them.\n\nWe ask that it ends.'}));
    expect(Array.from(bodyIn(campaign).querySelectorAll('p'), textOf)).to.deep.equal([
      'Nobody asked them.',
      'We ask that it ends.',
    ]);
    expect([has(campaign, '[part=text]'), part.asked]).to.deep.equal([true, 0]);
  });

  it('holds its place, unseen, until its parser is there', async () => {
    const part = withoutPart(markdown);
    const campaign = await showing(marked);
    expect(part.asked).to.equal(1);
    expect(textOf(campaign)).not.to.include('Nobody');
    const {height} = bodyIn(campaign).getBoundingClientRect();
    expect(height).to.be.above(60);
    part.arrive();
    await shows(campaign, 'Nobody asked them.');
    expect(bodyIn(campaign).querySelector('strong')?.textContent).to.equal('asked');
    expect(bodyIn(campaign).getBoundingClientRect().height).to.be.closeTo(height, 24);
  });

  it('asks for its parser once it comes near the window', async () => {
    const part = withoutPart(markdown);
    const campaign = await showing(marked, '500vh');
    expect(part.asked).to.equal(0);
    one(campaign.parentElement ?? document, '.above').style.blockSize = '';
    await lookedAt();
    expect(part.asked).to.equal(1);
  });

  it('can be read as it was written where its parser can’t be had, and is mended when it comes near again', async () => {
    const part = withoutPart(markdown);
    const campaign = await showing(marked);
    const warnings = await warningsOf(async () => {
      part.fail();
      await shows(campaign, 'Nobody **asked** them.');
    });
    expect(warnings.join()).to.include('a text is shown as it was written, as a part of the script did not load');
    const above = one(campaign.parentElement ?? document, '.above');
    above.style.blockSize = '500vh';
    await lookedAt();
    above.style.blockSize = '';
    await lookedAt();
    part.arrive();
    await shows(campaign, 'Nobody asked them.');
  });
});

// The console is told once, whichever of them it was.
for (const [layout, lines] of [
  ['compact', 1],
  ['banner', 0],
] as const) {
  describe(`a ${layout} before the part of the script is there that it needs`, () => {
    it('is loading, and asks for it at once', async () => {
      const part = withoutPart(dialogLayouts);
      const campaign = await placed(layout, new FakeClient());
      expect(part.asked).to.equal(1);
      expect([textOf(campaign), campaign.matches(':state(loading)')]).to.deep.equal(['', true]);
      part.arrive();
      await shows(campaign, 'Sign this petition');
      await until(() => !campaign.matches(':state(loading)'), 'it is there');
    });

    it('opens as soon as it is there, if it is told to', async () => {
      const part = withoutPart(dialogLayouts);
      const campaign = await placed(layout, new FakeClient());
      campaign.open();
      part.arrive();
      await until(() => has(campaign, 'dialog:modal'), 'the dialog is open');
    });

    it('says that it can’t be had, and is mended by another try', async () => {
      const part = withoutPart(dialogLayouts);
      const campaign = await placed(layout, new FakeClient());
      const warnings = await warningsOf(async () => {
        part.fail();
        await shows(campaign, 'The petition can’t be reached.');
      });
      expect(warnings).to.have.length(lines);
      press(campaign, 'Try again').click();
      part.arrive();
      await shows(campaign, 'Sign this petition');
      expect(textOf(campaign)).not.to.include('can’t be reached');
    });
  });
}
