import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import type {Petition} from '../../src/backend/wire.ts';
import {PetitionErrorEvent, PetitionLoadEvent} from '../../src/elements/base/events.ts';
import {PetitionCampaign} from '../../src/elements/petition-campaign/petition-campaign.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, nextEvent, one, shadowOf, until} from '../support/dom.ts';
import {control, enter, fill, submit, valuesOf} from './support/form.ts';
import {deep, eventsOf, has, languageOption, petition, press, settled, shows, textOf} from './support/page.ts';

async function showing(template: unknown, lang = 'en'): Promise<PetitionCampaign> {
  const campaign = one(await fixture(template, {lang}), 'petition-campaign', PetitionCampaign);
  await settled(campaign);
  return campaign;
}

const campaignOf = (layout = 'full', client = new FakeClient(), lang = 'en'): Promise<PetitionCampaign> =>
  showing(html`<petition-campaign petition=${petition} layout=${layout} .client=${client}></petition-campaign>`, lang);

const formIn = (campaign: PetitionCampaign): PetitionSignForm => deep(campaign, 'petition-sign-form', PetitionSignForm);

const dialogOf = (campaign: PetitionCampaign): HTMLDialogElement =>
  one(shadowOf(campaign), '[part=dialog]', HTMLDialogElement);

const openButton = (campaign: PetitionCampaign): HTMLElement => one(shadowOf(campaign), '[part=open]');

/** The petition's text, once it is there. */
async function textIn(campaign: PetitionCampaign): Promise<HTMLElement> {
  await until(() => has(campaign, '[part=text]'), 'the text is there');
  return one(shadowOf(campaign), '[part=text]');
}

const bodyOf = async (body: string, changes: Partial<Petition> = {}): Promise<HTMLElement> =>
  textIn(await campaignOf('full', new FakeClient({body, ...changes})));

describe('petition-campaign', () => {
  it('has it all: card, counter, text, languages and form', async () => {
    const client = new FakeClient();
    const campaign = await campaignOf('full', client);
    await shows(campaign, 'Torchlight Uyghur Group');
    await shows(campaign, '5,136 people have signed');
    await shows(campaign, 'First name');
    expect(textOf(await textIn(campaign))).to.match(/^Nobody asked those whose blood was taken\. We ask for three/);
    for (const part of ['petition-card', 'petition-counter', 'petition-language-switcher', 'petition-sign-form']) {
      expect(has(campaign, part), part).to.equal(true);
    }
    expect(client.asked.petition).to.equal(1);
  });

  it('signs', async () => {
    const client = new FakeClient();
    const campaign = await campaignOf('full', client);
    campaign.source = 'partner-x';
    await fill(formIn(campaign));
    submit(formIn(campaign));
    await shows(campaign, 'Thank you, Ada');
    await shows(campaign, '5,137 people have signed');
    expect(client.attempts[0]?.signature.source?.code).to.equal('partner-x');
  });

  it('hands on to its form how that is filled in and kept', async () => {
    const campaign = await campaignOf('full', new FakeClient());
    const flags = ['prefill', 'draft', 'keepOffline'] as const;
    const ofForm = (): boolean[] => flags.map((flag) => formIn(campaign)[flag]);
    expect(ofForm()).to.deep.equal([false, false, false]);
    for (const flag of flags) campaign[flag] = true;
    await until(() => ofForm().every(Boolean), 'its form has them');
    campaign.draft = false;
    await until(() => !formIn(campaign).draft, 'its form has it no longer');
    sessionStorage.clear();
  });

  it('changes its language as a whole', async () => {
    const client = new FakeClient();
    const campaign = await campaignOf('full', client);
    const switcher = deep(campaign, 'petition-language-switcher');
    one(shadowOf(switcher), '[part=button]').click();
    await until(() => has(switcher, '[part=menu]:popover-open'), 'the menu is open');
    languageOption(switcher, 'ar').click();
    await shows(campaign, 'الصين: أوقفوا جمع الحمض النووي');
    await shows(campaign, 'توقيع هذه العريضة');
    await shows(campaign, 'لم يُسأل أحد ممن أُخذ دمه.');
    expect(textOf(campaign)).not.to.match(/people have signed|First name|Nobody asked/);
    expect(client.asked.petition).to.equal(2);
  });

  it('tells of its petition once, though all its parts show it', async () => {
    const container = await fixture(html`<div></div>`, {lang: 'en'});
    const events = eventsOf(container, 'petition-load', PetitionLoadEvent);
    const campaign = new PetitionCampaign();
    campaign.petition = petition;
    campaign.client = new FakeClient();
    container.append(campaign);
    await settled(campaign);
    await shows(campaign, '5,136 people have signed');
    await textIn(campaign);
    expect(events.map(({lang}) => lang)).to.deep.equal(['en']);
    campaign.lang = 'fr';
    await shows(campaign, 'Chine : cessez');
    await shows(campaign, 'Prénom');
    expect(events.map(({lang}) => lang)).to.deep.equal(['en', 'fr']);
  });

  it('tells of its failure once, and shows it once', async () => {
    const container = await fixture(html`<div></div>`, {lang: 'en'});
    const events = eventsOf(container, 'petition-error', PetitionErrorEvent);
    const campaign = new PetitionCampaign();
    campaign.petition = petition;
    campaign.client = new FakeClient({}, {reading: 'unreachable'});
    container.append(campaign);
    await shows(campaign, 'The petition can’t be reached. Check your connection and try again.');
    await settled(campaign);
    expect(textOf(campaign)).to.equal('The petition can’t be reached. Check your connection and try again. Try again');
    expect(events.map((event) => [event.problem, event.retryable])).to.deep.equal([['unreachable', true]]);
  });

  describe('its text', () => {
    it('is what its Markdown says', async () => {
      const text = await bodyOf(
        '## Why\n\nThey *never* **asked**.\nA line  \nbroken.\n\n1. one\n2. two\n\n> quoted\n\n`code`\n\n---\n\n    block',
      );
      expect(text.querySelector('h3')?.textContent).to.equal('Why');
      expect(text.querySelector('em')?.textContent).to.equal('never');
      expect(text.querySelector('strong')?.textContent).to.equal('asked');
      expect(Array.from(text.querySelectorAll('ol > li'), textOf)).to.deep.equal(['one', 'two']);
      expect(textOf(one(text, 'blockquote'))).to.equal('quoted');
      expect(text.querySelector('p code')?.textContent).to.equal('code');
      expect(text.querySelector('pre code')?.textContent.trim()).to.equal('block');
      for (const tag of ['br', 'hr']) expect(has(text, tag), tag).to.equal(true);
    });

    it('has links to the web', async () => {
      const text = await bodyOf(
        'An [account](https://example.org/account) and <https://example.org/> and [a@b](mailto:a@example.org)',
      );
      expect(Array.from(text.querySelectorAll('a'), (link) => [link.textContent, link.href])).to.deep.equal([
        ['account', 'https://example.org/account'],
        ['https://example.org/', 'https://example.org/'],
        ['a@b', 'mailto:a@example.org'],
      ]);
    });

    it('takes links from where they are defined', async () => {
      const text = await bodyOf('An [account][1] of it.\n\n[1]: https://example.org/account');
      expect(one(text, 'a', HTMLAnchorElement).href).to.equal('https://example.org/account');
      expect(textOf(text)).to.equal('An account of it.');
    });

    for (const url of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', '//[']) {
      it(`has the words alone of a link to ${url}`, async () => {
        const text = await bodyOf(`See [**this** account](${url}).`);
        expect(has(text, 'a')).to.equal(false);
        expect(textOf(text)).to.equal('See this account.');
      });
    }

    it('shows markup as it was written', async () => {
      const body =
        '<script>window.wasRun = true</script>\n\nIn <b onclick="x()">line</b>\n\n<div><img src=x onerror="wasRun=true"></div>\n\n<!-- note -->';
      const text = await bodyOf(body);
      expect(has(text, 'script, b, img, div')).to.equal(false);
      for (const line of body.split('\n\n')) expect(textOf(text)).to.include(line);
      expect('wasRun' in window).to.equal(false);
    });

    it('shows markup in code, headings and links as it was written', async () => {
      const text = await bodyOf(
        '# <i>a</i>\n\n`<i>b</i>`\n\n[<i>c</i>](https://example.org)\n\n- <i>d</i>\n\n    <i>e</i>',
      );
      expect(has(text, 'i')).to.equal(false);
      for (const letter of ['a', 'b', 'c', 'd', 'e']) expect(textOf(text)).to.include(`<i>${letter}</i>`);
    });

    it('has the description of an image in its place', async () => {
      const text = await bodyOf('Look: ![a march with flags](https://example.org/track.gif "x") there');
      expect(has(text, 'img')).to.equal(false);
      expect(textOf(text)).to.equal('Look: a march with flags there');
    });

    it('has the words of a description that is written with signs', async () => {
      const text = await bodyOf('![a *march* with `flags`](https://example.org/track.gif)');
      expect(textOf(text)).to.equal('a march with flags');
    });

    it('has paragraphs in a list where its items stand apart, and none where they don’t', async () => {
      const text = await bodyOf('- one\n  - two\n- three\n\n***\n\n5. five\n\n6. six');
      expect(Array.from(text.querySelectorAll('ul li'), textOf)).to.deep.equal(['one two', 'two', 'three']);
      expect(has(text, 'ul p')).to.equal(false);
      expect(one(text, 'ol', HTMLOListElement).start).to.equal(5);
      expect(Array.from(text.querySelectorAll('ol > li > p'), textOf)).to.deep.equal(['five', 'six']);
    });

    it('reads the characters that Markdown writes otherwise', async () => {
      const text = await bodyOf('Law &amp; order &copy; \\*now\\* &#8211; &#x2014;');
      expect(textOf(text)).to.equal('Law & order © *now* – —');
    });

    it('reads no character in what is none', async () => {
      const text = await bodyOf('&#0; &#xD800; &#1114112; &nosuch; & &amp');
      expect(textOf(text)).to.equal('\ufffd \ufffd \ufffd &nosuch; & &amp');
    });

    it('has characters in links as they are written there', async () => {
      const text = await bodyOf('[a](https://example.org/?a=1&amp;b=ü%20\\*) [b](<https://example.org/a b>)');
      expect(Array.from(text.querySelectorAll('a'), (link) => link.href)).to.deep.equal([
        'https://example.org/?a=1&b=%C3%BC%20*',
        'https://example.org/a%20b',
      ]);
    });

    for (const [what, signs] of [
      ['quotes', '> '.repeat(3000)],
      ['emphasis', '*a _b '.repeat(1500)],
      ['lists', '- '.repeat(300)],
    ] as const) {
      it(`is there with all its words if ${what} are nested without end`, async () => {
        const text = await bodyOf(`${signs}within${what === 'emphasis' ? '_ a*'.repeat(1500) : ''}\n\nThe end.`);
        expect(textOf(text)).to.match(/within.*The end\.$/);
      });
    }

    it('is in the petition’s language', async () => {
      const text = await bodyOf('نصّ', {lang: 'ar'});
      expect([text.lang, text.dir]).to.deep.equal(['ar', 'rtl']);
    });

    it('is left out by no-text', async () => {
      const campaign = await showing(
        html`<petition-campaign petition=${petition} no-text .client=${new FakeClient()}></petition-campaign>`,
      );
      await shows(campaign, 'First name');
      expect(has(campaign, '[part=text]')).to.equal(false);
      campaign.noText = false;
      await shows(campaign, 'Nobody asked those whose blood was taken.');
    });
  });

  it('hands its slots on', async () => {
    const campaign = await showing(html`
      <petition-campaign petition=${petition} .client=${new FakeClient()}>
        <p slot="header">First of all</p>
        <p slot="before-submit">Before you sign</p>
        <p slot="thanks">Tell others</p>
        <p slot="footer">Last of all</p>
      </petition-campaign>
    `);
    await shows(campaign, 'First name');
    expect(textOf(campaign)).to.match(/^First of all .* Before you sign Sign this petition .* Last of all$/);
    expect(textOf(campaign)).not.to.include('Tell others');
    await fill(formIn(campaign));
    submit(formIn(campaign));
    await shows(campaign, 'Tell others');
  });

  it('keeps what it shows when another language can’t be had, and offers to try again', async () => {
    const client = new FakeClient();
    const campaign = await campaignOf('full', client);
    await fill(formIn(campaign));
    const values = valuesOf(formIn(campaign));
    client.reading = 'unreachable';
    campaign.lang = 'fr';
    await shows(campaign, 'La pétition est injoignable.');
    await shows(campaign, 'China: Stop Collecting DNA');
    expect(textOf(campaign).split('La pétition est injoignable'), 'it says so once').to.have.length(2);
    expect(valuesOf(formIn(campaign))).to.deep.equal(values);
    client.reading = 'well';
    press(campaign, 'Réessayer').click();
    await shows(campaign, 'Chine : cessez de collecter');
    expect(textOf(campaign)).not.to.include('injoignable');
    expect(valuesOf(formIn(campaign))).to.deep.equal(values);
  });

  describe('its own content', () => {
    const withFallback = (client: FakeClient): Promise<HTMLElement> =>
      fixture(
        html`<petition-campaign petition=${petition} .client=${client}><a href="https://example.org">Sign over there</a></petition-campaign>`,
        {lang: 'en'},
      );

    it('is shown until the data is there', async () => {
      const client = new FakeClient({}, {reading: 'silent'});
      const container = await withFallback(client);
      expect(textOf(container)).to.equal('Sign over there');
      client.speak();
      await shows(container, 'First name');
      expect(textOf(container)).not.to.include('Sign over there');
    });

    it('is kept if the data can’t be had', async () => {
      const client = new FakeClient({}, {reading: 'unreachable'});
      const container = await withFallback(client);
      await shows(container, 'The petition can’t be reached.');
      await shows(container, 'Sign over there');
      client.speak();
      press(container, 'Try again').click();
      await shows(container, 'First name');
      expect(textOf(container)).not.to.include('Sign over there');
    });

    it('is no white space', async () => {
      const client = new FakeClient({}, {reading: 'silent'});
      const container = await fixture(
        html`<petition-campaign petition=${petition} .client=${client}> </petition-campaign>`,
        {lang: 'en'},
      );
      expect(textOf(container)).to.include('Loading the petition…');
    });
  });

  for (const layout of ['compact', 'banner']) {
    describe(`as a ${layout}`, () => {
      it('has the title, the count and a button that opens the form', async () => {
        const campaign = await campaignOf(layout);
        await shows(campaign, '5,136 people have signed');
        expect(textOf(campaign)).to.equal(
          'China: Stop Collecting DNA from Entire Uyghur Population 5,136 people have signed Sign this petition',
        );
        expect(openButton(campaign).getAttribute('aria-haspopup')).to.equal('dialog');
        expect(dialogOf(campaign).open).to.equal(false);
      });

      it('opens its dialog by the button and by open(), closes it by the button, Escape and close()', async () => {
        const campaign = await campaignOf(layout);
        for (const [open, close] of [
          [() => openButton(campaign).click(), () => one(shadowOf(campaign), '[part=close]').click()],
          [() => campaign.open(), () => campaign.close()],
          [() => openButton(campaign).click(), () => sendKeys({press: 'Escape'})],
        ] as const) {
          openButton(campaign).focus();
          open();
          await until(() => dialogOf(campaign).matches(':modal'), 'the dialog is open');
          await shows(dialogOf(campaign), 'First name');
          expect(dialogOf(campaign).matches(':focus-within'), 'the focus is in the dialog').to.equal(true);
          await close();
          await until(() => !dialogOf(campaign).open, 'the dialog is closed');
          await until(() => shadowOf(campaign).activeElement === openButton(campaign), 'the focus is back');
        }
      });

      it('has a dialog with the petition’s title as its name', async () => {
        const campaign = await campaignOf(layout);
        campaign.open();
        const name = shadowOf(campaign).getElementById(dialogOf(campaign).getAttribute('aria-labelledby') ?? '');
        expect(name?.textContent).to.match(/^China: Stop Collecting DNA/);
        expect([name?.lang, name?.dir]).to.deep.equal(['en', 'ltr']);
        await shows(dialogOf(campaign), 'Nobody asked those whose blood was taken.');
        expect(textOf(one(shadowOf(campaign), '[part=close]'))).to.equal('Close');
      });

      it('takes to be opened or closed twice', async () => {
        const campaign = await campaignOf(layout);
        campaign.close();
        campaign.open();
        campaign.open();
        expect(dialogOf(campaign).open).to.equal(true);
        campaign.close();
        campaign.close();
        expect(dialogOf(campaign).open).to.equal(false);
      });

      it('keeps what was typed while it is closed', async () => {
        const campaign = await campaignOf(layout);
        campaign.open();
        await fill(formIn(campaign));
        const values = valuesOf(formIn(campaign));
        campaign.close();
        await campaign.updateComplete;
        campaign.open();
        expect(valuesOf(formIn(campaign))).to.deep.equal(values);
        submit(formIn(campaign));
        await shows(dialogOf(campaign), 'Thank you, Ada');
        await until(
          () => shadowOf(formIn(campaign)).activeElement?.localName === 'h2',
          'the thanks have the focus in the dialog',
        );
      });

      it('changes its language in the dialog, and keeps it open', async () => {
        const campaign = await campaignOf(layout);
        campaign.open();
        enter(formIn(campaign), 'givenName', 'Ada');
        const switcher = deep(dialogOf(campaign), 'petition-language-switcher');
        one(shadowOf(switcher), '[part=button]').click();
        await until(() => has(switcher, '[part=menu]:popover-open'), 'the menu is open');
        languageOption(switcher, 'fr').click();
        await shows(dialogOf(campaign), 'Prénom');
        expect(dialogOf(campaign).open).to.equal(true);
        expect(control(formIn(campaign), 'givenName').value).to.equal('Ada');
      });

      it('can be moved while it is open, and opened again', async () => {
        const campaign = await campaignOf(layout);
        const elsewhere = await fixture(html`<div></div>`, {lang: 'en'});
        campaign.open();
        enter(formIn(campaign), 'givenName', 'Ada');
        elsewhere.append(campaign);
        await campaign.updateComplete;
        const dialog = dialogOf(campaign);
        expect(dialog.open, 'it is a modal dialog or none').to.equal(dialog.matches(':modal'));
        campaign.open();
        expect(dialog.matches(':modal')).to.equal(true);
        expect(control(formIn(campaign), 'givenName').value).to.equal('Ada');
      });

      it('has nothing to open once the petition is over', async () => {
        const campaign = await campaignOf(layout, new FakeClient({status: 'closed'}));
        expect(has(campaign, '[part=open]')).to.equal(false);
        expect(campaign.matches(':state(closed)')).to.equal(true);
      });

      it('can’t be opened before the petition is there', async () => {
        const client = new FakeClient({}, {reading: 'silent'});
        const container = await fixture(
          html`<petition-campaign petition=${petition} layout=${layout} .client=${client}></petition-campaign>`,
          {lang: 'en'},
        );
        const campaign = one(container, 'petition-campaign', PetitionCampaign);
        expect(openButton(campaign).matches(':disabled')).to.equal(true);
        const loaded = nextEvent(campaign, 'petition-load');
        client.speak();
        await loaded;
        await until(() => !openButton(campaign).matches(':disabled'), 'the form can be opened');
      });
    });
  }

  it('has nothing to open or close in full', async () => {
    const campaign = await campaignOf('full');
    campaign.open();
    campaign.close();
    expect(has(campaign, 'dialog')).to.equal(false);
  });

  it('says that it is over in the form’s place', async () => {
    const campaign = await campaignOf('full', new FakeClient({status: 'victory', outcome: 'It has ended.'}));
    await shows(campaign, 'Victory It has ended.');
    expect(has(campaign, 'form')).to.equal(false);
    expect(textOf(campaign).split('Victory'), 'it says so once').to.have.length(2);
  });

  it('tells a page’s style that it is a banner, however it was told', async () => {
    const campaign = await campaignOf('banner');
    expect(campaign.matches(':state(banner)')).to.equal(true);
    campaign.layout = 'compact';
    await campaign.updateComplete;
    expect(campaign.matches(':state(banner)')).to.equal(false);
    campaign.layout = 'banner';
    await campaign.updateComplete;
    expect(campaign.matches(':state(banner)')).to.equal(true);
  });
});
