import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import {PetitionLanguageEvent} from '../../src/elements/base/events.ts';
import {PetitionLanguageSwitcher} from '../../src/elements/petition-language-switcher/petition-language-switcher.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, nextEvent, one, shadowOf, until} from '../support/dom.ts';
import {deepAll, eventsOf, has, petition, plain, press, settled, shows, textOf, warningsOf} from './support/page.ts';

async function showing(template: unknown, lang = 'en'): Promise<PetitionLanguageSwitcher> {
  const switcher = one(await fixture(template, {lang}), 'petition-language-switcher', PetitionLanguageSwitcher);
  await settled(switcher);
  return switcher;
}

const switcherOf = (layout: string, client = new FakeClient(), lang = 'en'): Promise<PetitionLanguageSwitcher> =>
  showing(
    html`<petition-language-switcher
      petition=${petition}
      layout=${layout}
      .client=${client}
    ></petition-language-switcher>`,
    lang,
  );

const buttonOf = (switcher: PetitionLanguageSwitcher): HTMLElement => one(shadowOf(switcher), '[part=button]');
const menuOf = (switcher: PetitionLanguageSwitcher): HTMLElement => one(shadowOf(switcher), '[part=menu]');
const optionsOf = (switcher: PetitionLanguageSwitcher): HTMLElement[] => deepAll(switcher, '[part=option]');
const namesOf = (switcher: PetitionLanguageSwitcher): string[] =>
  optionsOf(switcher).map((option) => plain(option.textContent));
const focusedName = (switcher: PetitionLanguageSwitcher): string =>
  plain(shadowOf(switcher).activeElement?.textContent ?? '');

const isOpen = (switcher: PetitionLanguageSwitcher): boolean => menuOf(switcher).matches(':popover-open');

async function opened(switcher: PetitionLanguageSwitcher): Promise<void> {
  buttonOf(switcher).focus();
  buttonOf(switcher).click();
  await until(() => isOpen(switcher), 'the menu is open');
  await until(() => optionsOf(switcher).some((option) => option.matches(':focus')), 'an option has the focus');
}

describe('petition-language-switcher', () => {
  describe('as a menu', () => {
    it('is a button that names the language that is read', async () => {
      const switcher = await switcherOf('menu');
      expect(plain(buttonOf(switcher).textContent)).to.equal('Language English');
      expect(buttonOf(switcher).getAttribute('aria-haspopup')).to.equal('listbox');
      expect(isOpen(switcher)).to.equal(false);
    });

    it('offers the languages under their own names, each in its own direction', async () => {
      const switcher = await switcherOf('menu');
      await opened(switcher);
      expect(namesOf(switcher)).to.deep.equal(['English', 'Français', 'العربية', 'ئۇيغۇرچە']);
      const named = optionsOf(switcher).map((option) => one(option, '[lang]'));
      expect(named.map(({lang, dir}) => [lang, dir])).to.deep.equal([
        ['en', 'ltr'],
        ['fr', 'ltr'],
        ['ar', 'rtl'],
        ['ug-Arab', 'rtl'],
      ]);
      expect(menuOf(switcher).getAttribute('aria-label')).to.equal('Languages');
    });

    it('has the one that is read selected, and the focus there', async () => {
      const switcher = await switcherOf('menu', new FakeClient(), 'ar');
      await opened(switcher);
      expect(optionsOf(switcher).map((option) => option.getAttribute('aria-selected'))).to.deep.equal([
        'false',
        'false',
        'true',
        'false',
      ]);
      expect(focusedName(switcher)).to.equal('العربية');
    });

    it('opens beside its button, within the window', async () => {
      const switcher = await switcherOf('menu');
      await opened(switcher);
      const near = (): boolean => {
        const [button, menu] = [buttonOf(switcher).getBoundingClientRect(), menuOf(switcher).getBoundingClientRect()];
        return menu.top >= button.bottom && menu.top < button.bottom + 20 && menu.left >= 0;
      };
      await until(near, 'the menu is below its button');
    });

    it('opens by ArrowDown and is walked through by the keys of a listbox', async () => {
      const switcher = await switcherOf('menu');
      buttonOf(switcher).focus();
      await sendKeys({press: 'ArrowDown'});
      await until(() => isOpen(switcher) && focusedName(switcher) === 'English', 'the menu is open');
      for (const [key, name] of [
        ['ArrowDown', 'Français'],
        ['ArrowDown', 'العربية'],
        ['ArrowUp', 'Français'],
        ['End', 'ئۇيغۇرچە'],
        ['ArrowDown', 'ئۇيغۇرچە'],
        ['Home', 'English'],
        ['ArrowUp', 'English'],
        ['f', 'Français'],
        ['e', 'English'],
      ] as const) {
        await sendKeys({press: key});
        await until(() => focusedName(switcher) === name, `${key} leads to ${name}`);
      }
      expect(textOf(buttonOf(switcher))).to.include('English');
    });

    it('chooses by Enter, and gives the focus back to the button', async () => {
      const switcher = await switcherOf('menu');
      await opened(switcher);
      const chosen = nextEvent(document, 'petition-language', PetitionLanguageEvent);
      await sendKeys({press: 'ArrowDown'});
      await sendKeys({press: 'Enter'});
      const {petition: id, lang} = await chosen;
      expect([id, lang]).to.deep.equal([petition, 'fr']);
      await until(() => textOf(buttonOf(switcher)) === 'Langue Français', 'the button is in French');
      await until(() => !isOpen(switcher), 'the menu is closed');
      await until(() => shadowOf(switcher).activeElement === buttonOf(switcher), 'the button has the focus');
    });

    it('is left by Escape, with nothing chosen', async () => {
      const switcher = await switcherOf('menu');
      const chosen = eventsOf(switcher, 'petition-language', PetitionLanguageEvent);
      await opened(switcher);
      await sendKeys({press: 'ArrowDown'});
      await sendKeys({press: 'Escape'});
      await until(() => !isOpen(switcher), 'the menu is closed');
      await until(() => shadowOf(switcher).activeElement === buttonOf(switcher), 'the button has the focus');
      expect(chosen).to.deep.equal([]);
      expect(textOf(buttonOf(switcher))).to.include('English');
    });

    it('is left by Tab', async () => {
      // Something to go on to, or the focus would leave the page.
      const switcher = await showing(
        html`<petition-language-switcher petition=${petition} .client=${new FakeClient()}></petition-language-switcher>
          <button>Next</button>`,
      );
      await opened(switcher);
      await sendKeys({press: 'Tab'});
      await until(() => !isOpen(switcher), 'the menu is closed');
    });

    it('chooses by a click', async () => {
      const switcher = await switcherOf('menu');
      await opened(switcher);
      optionsOf(switcher)[2]?.click();
      await until(() => textOf(buttonOf(switcher)) === 'اللغة العربية', 'the button is in Arabic');
      expect(isOpen(switcher)).to.equal(false);
      expect(optionsOf(switcher).map((option) => option.getAttribute('aria-selected'))).to.deep.equal([
        'false',
        'false',
        'true',
        'false',
      ]);
    });

    it('can be opened again after it was chosen from', async () => {
      const switcher = await switcherOf('menu');
      await opened(switcher);
      optionsOf(switcher)[1]?.click();
      await until(() => textOf(buttonOf(switcher)) === 'Langue Français', 'the button is in French');
      await opened(switcher);
      expect(focusedName(switcher)).to.equal('Français');
    });
  });

  describe('as a list', () => {
    it('has a button for each, the current one marked', async () => {
      const switcher = await switcherOf('list');
      expect(namesOf(switcher)).to.deep.equal(['English', 'Français', 'العربية', 'ئۇيغۇرچە']);
      expect(optionsOf(switcher).map((option) => option.getAttribute('aria-current'))).to.deep.equal([
        'true',
        null,
        null,
        null,
      ]);
      expect(optionsOf(switcher).map(({lang, dir}) => `${lang} ${dir}`)).to.deep.equal([
        'en ltr',
        'fr ltr',
        'ar rtl',
        'ug-Arab rtl',
      ]);
      expect(one(shadowOf(switcher), 'ul').getAttribute('aria-label')).to.equal('Languages');
    });

    it('changes the language', async () => {
      const switcher = await switcherOf('list');
      press(switcher, 'Français').click();
      await until(
        () => optionsOf(switcher)[1]?.getAttribute('aria-current') === 'true',
        'French is marked as the current one',
      );
      expect(one(shadowOf(switcher), 'ul').getAttribute('aria-label')).to.equal('Langues');
    });

    it('has five, and as many more as asked for', async () => {
      const languages = ['en', 'fr', 'ar', 'ug-Arab', 'de', 'tr', 'ja', 'ru'];
      const switcher = await switcherOf('list', new FakeClient({languages}));
      expect(optionsOf(switcher)).to.have.length(5);
      await shows(switcher, 'and 3 more');
      const more = press(switcher, 'and 3 more');
      more.focus();
      more.click();
      await until(() => optionsOf(switcher).length === 8, 'all languages are listed');
      expect(namesOf(switcher).slice(5)).to.deep.equal(['Türkçe', '日本語', 'Русский']);
      expect(textOf(switcher)).not.to.include('more');
      expect(focusedName(switcher), 'the focus goes on with what was revealed').to.equal('Türkçe');
    });
  });

  describe('as a select', () => {
    const selectOf = (switcher: PetitionLanguageSwitcher): HTMLSelectElement =>
      one(shadowOf(switcher), 'select', HTMLSelectElement);

    function choose(switcher: PetitionLanguageSwitcher, lang: string): void {
      selectOf(switcher).value = lang;
      selectOf(switcher).dispatchEvent(new Event('change', {bubbles: true}));
    }

    it('has the languages under their own names, the current one chosen', async () => {
      const switcher = await switcherOf('select', new FakeClient(), 'fr');
      expect(Array.from(selectOf(switcher).options, (option) => plain(option.label))).to.deep.equal([
        'English',
        'Français',
        'العربية',
        'ئۇيغۇرچە',
      ]);
      expect(selectOf(switcher).value).to.equal('fr');
      expect(selectOf(switcher).getAttribute('aria-label')).to.equal('Langue');
    });

    it('changes the language', async () => {
      const switcher = await switcherOf('select');
      choose(switcher, 'fr');
      await until(() => selectOf(switcher).getAttribute('aria-label') === 'Langue', 'the select is in French');
      expect(selectOf(switcher).value).to.equal('fr');
    });

    it('shows the language that is read when the page prevents another', async () => {
      const switcher = await switcherOf('select');
      switcher.addEventListener('petition-language', (event) => event.preventDefault());
      choose(switcher, 'fr');
      await until(() => selectOf(switcher).value === 'en', 'English is chosen again');
    });
  });

  describe('the choice', () => {
    it('is that of all the page’s elements of this petition, and of no other', async () => {
      const client = new FakeClient();
      const container = await fixture(
        html`
          <petition-language-switcher petition=${petition} layout="list" .client=${client}></petition-language-switcher>
          <petition-card petition=${petition} lang="en" .client=${client}></petition-card>
          <petition-counter petition=${petition} .client=${client}></petition-counter>
          <petition-card id="other" petition="another" .client=${client}></petition-card>
        `,
        {lang: 'en'},
      );
      for (const element of container.children) await settled(element);
      press(one(container, 'petition-language-switcher'), 'العربية').click();
      await shows(one(container, 'petition-card'), 'الصين: أوقفوا جمع الحمض النووي');
      await shows(one(container, 'petition-counter'), 'شخصًا حتى الآن');
      expect(textOf(one(container, '#other'))).to.include('China: Stop');
      expect(textOf(one(container, '#other'))).to.include('people have signed');
    });

    it('can be prevented by the page', async () => {
      const client = new FakeClient();
      const switcher = await switcherOf('list', client);
      switcher.addEventListener('petition-language', (event) => event.preventDefault(), {once: true});
      press(switcher, 'Français').click();
      await switcher.updateComplete;
      expect(client.asked.petition).to.equal(1);
      expect(optionsOf(switcher)[0]?.getAttribute('aria-current')).to.equal('true');
      press(switcher, 'Français').click();
      await until(() => optionsOf(switcher)[1]?.getAttribute('aria-current') === 'true', 'French is read');
    });

    it('is told to the page by its own kind of event', async () => {
      const switcher = await switcherOf('list');
      const chosen = nextEvent(document, 'petition-language', PetitionLanguageEvent);
      press(switcher, 'Français').click();
      const event = await chosen;
      expect([event.petition, event.lang, event.cancelable, event.composed]).to.deep.equal([
        petition,
        'fr',
        true,
        true,
      ]);
    });

    it('holds for an element that comes later', async () => {
      const client = new FakeClient();
      const container = await fixture(
        html`<petition-language-switcher petition=${petition} layout="list" .client=${client}>
        </petition-language-switcher>`,
        {lang: 'en'},
      );
      const switcher = one(container, 'petition-language-switcher', PetitionLanguageSwitcher);
      await settled(switcher);
      press(switcher, 'Français').click();
      const card = document.createElement('petition-card');
      card.petition = petition;
      card.client = client;
      container.append(card);
      await shows(card, 'Chine : cessez de collecter');
    });

    it('that can’t be read leaves what is there, and says so to the page', async () => {
      const client = new FakeClient();
      const switcher = await switcherOf('list', client);
      const failed = nextEvent(switcher, 'petition-error');
      client.reading = 'unreachable';
      press(switcher, 'Français').click();
      await failed;
      await shows(switcher, 'La pétition est injoignable.');
      expect(optionsOf(switcher)[0]?.getAttribute('aria-current')).to.equal('true');
      client.reading = 'well';
      press(switcher, namesOf(switcher)[1] ?? '').click();
      await until(
        () => optionsOf(switcher)[1]?.getAttribute('aria-current') === 'true',
        'French is read when it is chosen again',
      );
    });
  });

  describe('the languages on offer', () => {
    it('may be fewer than the petition’s, in its order', async () => {
      const switcher = await showing(
        html`<petition-language-switcher
          petition=${petition}
          layout="list"
          languages=" ar  en "
          .client=${new FakeClient()}
        ></petition-language-switcher>`,
      );
      expect(namesOf(switcher)).to.deep.equal(['English', 'العربية']);
    });

    it('are warned of where the petition is not in one of them', async () => {
      const warnings = await warningsOf(async () => {
        const switcher = await showing(
          html`<petition-language-switcher
            petition=${petition}
            layout="list"
            languages="en ar tlh"
            .client=${new FakeClient()}
          ></petition-language-switcher>`,
        );
        expect(namesOf(switcher)).to.deep.equal(['English', 'العربية']);
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(petition).and.include('"tlh"');
    });

    it('are all of them again once the attribute is taken away', async () => {
      const switcher = await showing(
        html`<petition-language-switcher
          petition=${petition}
          layout="list"
          languages="en ar"
          .client=${new FakeClient()}
        ></petition-language-switcher>`,
      );
      switcher.removeAttribute('languages');
      await switcher.updateComplete;
      expect(namesOf(switcher)).to.have.length(4);
    });

    for (const layout of ['menu', 'list', 'select']) {
      it(`are not offered where there is only one: ${layout}`, async () => {
        const switcher = await switcherOf(layout, new FakeClient({languages: ['en']}));
        expect(textOf(switcher)).to.equal('');
        expect(has(switcher, 'button, select, li')).to.equal(false);
      });
    }
  });

  it('says what is wrong and tries again', async () => {
    const client = new FakeClient({}, {reading: 'unreachable'});
    const switcher = await switcherOf('list', client);
    await shows(switcher, 'The petition can’t be reached.');
    client.speak();
    press(switcher, 'Try again').click();
    await shows(switcher, 'English');
  });
});
