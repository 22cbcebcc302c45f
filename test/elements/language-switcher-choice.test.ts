import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html, type TemplateResult} from 'lit';
import {PetitionLanguageEvent} from '../../src/elements/base/events.ts';
import {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {PetitionCampaign} from '../../src/elements/petition-campaign/petition-campaign.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {texts} from '../../stories/support/texts.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {control, enter, fill, valuesOf} from './support/form.ts';
import {
  composed,
  deep,
  deepAll,
  eventsOf,
  languageOption,
  petition,
  plain,
  press,
  settled,
  shows,
  textOf,
} from './support/page.ts';
import {
  announcementOf,
  buttonOf,
  currentOf,
  isOpen,
  menuOf,
  opened,
  select,
  selectOf,
  switcherOf,
  twelve,
} from './support/switcher.ts';

/** All that shows a petition, a way to choose its language, and another petition. */
const pageOf = (client: FakeClient): TemplateResult => html`
  <petition-language-switcher petition=${petition} layout="list" .client=${client}></petition-language-switcher>
  <petition-language-switcher id="second" petition=${petition} .client=${client}></petition-language-switcher>
  <petition-card petition=${petition} .client=${client}></petition-card>
  <petition-sign-form petition=${petition} .client=${client}></petition-sign-form>
  <div lang="en-GB"><petition-counter petition=${petition} .client=${client}></petition-counter></div>
  <petition-campaign petition=${petition} .client=${client}></petition-campaign>
  <petition-campaign id="compact" petition=${petition} layout="compact" .client=${client}></petition-campaign>
  <petition-card id="other" petition="another" .client=${client}></petition-card>
`;

interface Page {
  readonly container: HTMLElement;
  readonly client: FakeClient;
  readonly switcher: HTMLElement;
  readonly form: PetitionSignForm;
  /** All elements of the petition, also those that are parts of others. */
  readonly elements: readonly PetitionElement[];
}

function* withParts(elements: readonly Element[]): Generator<Element> {
  for (const element of elements) {
    yield element;
    yield* composed(element);
  }
}

async function shown(): Promise<Page> {
  const client = new FakeClient();
  const container = await fixture(pageOf(client), {lang: 'en'});
  await settled(container);
  const switcher = one(container, 'petition-language-switcher');
  await shows(switcher, 'and 7 more');
  press(switcher, 'and 7 more').click();
  await until(() => deepAll(switcher, 'button').length === 12, 'all languages are listed');
  const ofPetition = [...container.children].filter(({id}) => id !== 'other');
  const elements = [...withParts(ofPetition)].filter((each) => each instanceof PetitionElement);
  return {container, client, switcher, form: one(container, 'petition-sign-form', PetitionSignForm), elements};
}

/** What a person meets of an element. */
const lookOf = (element: HTMLElement): readonly string[] => [
  element.lang,
  element.dir,
  getComputedStyle(element).direction,
  textOf(one(shadowOf(element), '[part=root]')),
];

/** How the elements look when the first frame is painted after one of them has another language. */
const firstFrameOf = (elements: readonly HTMLElement[]): Promise<(readonly string[])[]> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => resolve(elements.map(lookOf)));
    });
    for (const element of elements) observer.observe(element, {attributeFilter: ['lang']});
  });

/** Nothing on the page is on its way any more. */
async function atRest({switcher, elements}: Page, lang: string): Promise<void> {
  await until(() => elements.every((element) => element.lang === lang), `all is in ${lang}`);
  await until(() => announcementOf(switcher) !== '', 'the change is told');
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
}

const titles = new Map(Object.entries(texts).map(([lang, {title}]) => [lang, plain(title)]));

// First in this page, and so the first to load these languages' texts.
describe('the page is told aloud of a switch', () => {
  /** What is told from now on, with the language that it is told in. */
  function toldBy(switcher: Element): readonly string[] {
    const told: string[] = [];
    const status = one(shadowOf(switcher), 'p[role=status]');
    new MutationObserver(() => {
      const text = plain(status.textContent);
      if (text) told.push(`${status.lang} ${text}`);
    }).observe(status, {childList: true, characterData: true, subtree: true});
    return told;
  }

  for (const [tag, expected] of [
    ['fr', /^fr Langue modifiée : français$/i],
    ['ar', /^ar تغيّرت اللغة: العربية$/],
    ['ru', /^ru Язык изменён: русский$/i],
    ['ja', /^ja 言語を変更しました：日本語$/],
    ['ug-Latn', /^ug-Latn Til özgerdi: Uyghurche \(latinche\)$/],
  ] as const) {
    it(`in the new language, once: ${tag}`, async () => {
      const {switcher, container} = await shown();
      expect(announcementOf(switcher)).to.equal('');
      const told = toldBy(switcher);
      languageOption(switcher, tag).click();
      await until(() => told.length > 0, 'it is told');
      await shows(one(container, 'petition-card'), titles.get(tag) ?? '');
      expect(told).to.have.length(1);
      expect(told[0]).to.match(expected);
      for (const other of deepAll(container, 'petition-language-switcher')) {
        if (other !== switcher) expect(announcementOf(other), 'one voice is enough').to.equal('');
      }
    });
  }

  it('once all is there, not before', async () => {
    const client = new FakeClient();
    const switcher = await switcherOf('menu', {client});
    client.reading = 'silent';
    await opened(switcher);
    languageOption(switcher, 'de').click();
    await until(() => switcher.lang === 'de', 'the texts are there');
    expect(announcementOf(switcher)).to.equal('');
    client.speak();
    await until(() => announcementOf(switcher) === 'Sprache geändert: Deutsch', 'it is told');
  });

  it('again by the next one', async () => {
    const switcher = await switcherOf('list');
    const told = toldBy(switcher);
    for (const [tag, text] of [
      ['de', 'de Sprache geändert: Deutsch'],
      ['en', 'en Language changed: English'],
      ['de', 'de Sprache geändert: Deutsch'],
    ] as const) {
      languageOption(switcher, tag).click();
      await until(() => told.at(-1) === text, text);
    }
    expect(told).to.have.length(3);
  });

  it('unless the page has prevented it', async () => {
    const switcher = await switcherOf('list');
    switcher.addEventListener('petition-language', (event) => event.preventDefault(), {once: true});
    const told = toldBy(switcher);
    languageOption(switcher, 'de').click();
    await switcher.updateComplete;
    languageOption(switcher, 'fr').click();
    await until(() => told.length > 0, 'the other is told');
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/^fr /);
  });
});

describe('a language that is chosen', () => {
  for (const [tag, own, dir] of twelve) {
    it(`is that of all elements of the petition in the frame in which its texts are there: ${tag}`, async () => {
      const page = await shown();
      const {container, switcher, elements} = page;
      const other = lookOf(one(container, '#other'));
      if (tag === 'en') {
        languageOption(switcher, 'de').click();
        await atRest(page, 'de');
      }
      const frame = firstFrameOf(elements);
      languageOption(switcher, tag).click();
      const first = await frame;
      await atRest(page, tag);
      for (const [index, look] of first.entries()) {
        const {localName} = elements[index] ?? switcher;
        expect(look.slice(0, 3), localName).to.deep.equal([tag, dir, dir]);
        expect(look, localName).to.deep.equal(lookOf(elements[index] ?? switcher));
      }
      expect(elements.length).to.be.greaterThan(12);
      for (const each of deepAll(container, 'petition-card')) {
        expect(textOf(each)).to.include(each.id === 'other' ? titles.get('en') : titles.get(tag));
      }
      expect(textOf(one(container, '#second'))).to.include(own);
      expect(lookOf(one(container, '#other')), 'another petition stays as it is').to.deep.equal(other);
    });
  }

  it('is that of an element that comes later', async () => {
    const {container, client, switcher} = await shown();
    languageOption(switcher, 'fr').click();
    const card = document.createElement('petition-card');
    card.petition = petition;
    card.client = client;
    container.append(card);
    await shows(card, 'Chine : cessez de collecter');
  });

  it('is read once, however many show it', async () => {
    const page = await shown();
    languageOption(page.switcher, 'ja').click();
    await atRest(page, 'ja');
    expect(page.client.asked.petition, 'both petitions in English, one in Japanese').to.equal(3);
  });

  it('gives way to what the page changes, and this to the next choice', async () => {
    const page = await shown();
    const {container, switcher, elements} = page;
    const allIn = (lang: string): Promise<void> =>
      until(() => elements.every((element) => element.lang === lang), `all is in ${lang}`);
    languageOption(switcher, 'fr').click();
    await allIn('fr');
    container.lang = 'ar';
    const counter = one(container, 'petition-counter');
    const others = elements.filter((element) => element !== counter);
    await until(() => others.every(({lang}) => lang === 'ar'), 'all is in Arabic that has its language from there');
    expect(counter.lang, 'nothing has changed around it').to.equal('fr');
    expect(announcementOf(switcher), 'nobody chose that').to.equal('');
    languageOption(switcher, 'fr').click();
    await allIn('fr');
    languageOption(switcher, 'tr').click();
    await allIn('tr');
    one(container, 'div').lang = 'de';
    await until(() => counter.lang === 'de', 'the counter is in German');
    expect(others.map(({lang}) => lang)).to.deep.equal(others.map(() => 'tr'));
    languageOption(switcher, 'ru').click();
    await allIn('ru');
  });
});

describe('a switch of the language leaves', () => {
  const languages = ['ar', 'ja', 'ug-Latn', 'en'];

  it('what is typed, the focus and the carets', async () => {
    const page = await shown();
    const {form, switcher} = page;
    await fill(form, {comment: 'Because it matters'});
    const [name, comment] = [control(form, 'givenName'), control(form, 'comment')];
    if (!(name instanceof HTMLInputElement) || !(comment instanceof HTMLTextAreaElement)) throw new Error('No texts');
    control(form, 'consent.updates').click();
    name.setSelectionRange(1, 2);
    comment.focus();
    comment.setSelectionRange(3, 10, 'backward');
    const values = valuesOf(form);
    for (const lang of languages) {
      languageOption(switcher, lang).click();
      await atRest(page, lang);
      expect(valuesOf(form), lang).to.deep.equal(values);
      expect(shadowOf(form).activeElement === comment, `${lang}: the focus`).to.equal(true);
      expect(control(form, 'comment') === comment, `${lang}: the field`).to.equal(true);
      expect([comment.selectionStart, comment.selectionEnd, comment.selectionDirection], lang).to.deep.equal([
        3,
        10,
        'backward',
      ]);
      expect([name.selectionStart, name.selectionEnd], lang).to.deep.equal([1, 2]);
    }
  });

  it('what is being typed, letter by letter', async () => {
    const page = await shown();
    const {form, switcher} = page;
    control(form, 'givenName').focus();
    await sendKeys({type: 'Ad'});
    languageOption(switcher, 'ar').click();
    await atRest(page, 'ar');
    await sendKeys({press: 'ArrowLeft'});
    await sendKeys({type: 'l'});
    expect(control(form, 'givenName').value).to.match(/^(Ald|Adl)$/);
    await sendKeys({type: 'a'});
    expect(control(form, 'givenName').value).to.match(/^(Alad|Adla)$/);
  });

  it('the page where it is scrolled to', async () => {
    const page = await shown();
    const {container, switcher} = page;
    const [above, below] = [document.createElement('div'), document.createElement('div')];
    above.style.height = '400px';
    below.style.height = '5000px';
    container.prepend(above);
    container.append(below);
    window.scrollTo(0, 250);
    const {top} = switcher.getBoundingClientRect();
    for (const lang of languages) {
      const option = languageOption(switcher, lang);
      option.focus();
      window.scrollTo(0, 250);
      option.click();
      await atRest(page, lang);
      expect(window.scrollY, lang).to.equal(250);
      expect(switcher.getBoundingClientRect().top, lang).to.equal(top);
      expect(shadowOf(switcher).activeElement === option, `${lang}: the focus`).to.equal(true);
    }
  });

  it('the focus on the button of a menu, and on a select', async () => {
    const switcher = await switcherOf('menu');
    for (const lang of languages.slice(0, 2)) {
      await opened(switcher);
      languageOption(switcher, lang).click();
      await until(() => switcher.lang === lang, `it is in ${lang}`);
      await until(() => shadowOf(switcher).activeElement === buttonOf(switcher), 'the button has the focus');
    }
    const other = await switcherOf('select');
    selectOf(other).focus();
    select(other, 'ar');
    await until(() => other.lang === 'ar', 'it is in Arabic');
    expect(shadowOf(other).activeElement === selectOf(other)).to.equal(true);
  });

  describe('an open dialog', () => {
    const dialogOf = (campaign: Element): HTMLDialogElement => one(shadowOf(campaign), 'dialog', HTMLDialogElement);

    async function dialog(): Promise<Page & {readonly campaign: PetitionCampaign; readonly inside: PetitionSignForm}> {
      const page = await shown();
      const campaign = one(page.container, '#compact', PetitionCampaign);
      campaign.open();
      const inside = deep(dialogOf(campaign), 'petition-sign-form', PetitionSignForm);
      enter(inside, 'givenName', 'Ada');
      control(inside, 'givenName').focus();
      return {...page, campaign, inside};
    }

    it('open, with what is typed in it and the focus, when the choice is made elsewhere', async () => {
      const page = await dialog();
      languageOption(page.switcher, 'ar').click();
      await atRest(page, 'ar');
      expect(dialogOf(page.campaign).matches(':modal')).to.equal(true);
      expect(control(page.inside, 'givenName').value).to.equal('Ada');
      expect(shadowOf(page.inside).activeElement === control(page.inside, 'givenName')).to.equal(true);
    });

    it('open, with the focus on its switcher, when the choice is made there', async () => {
      const {campaign, inside} = await dialog();
      const switcher = deep(dialogOf(campaign), 'petition-language-switcher');
      await opened(switcher);
      languageOption(switcher, 'ar').click();
      await until(() => switcher.lang === 'ar', 'it is in Arabic');
      await until(() => shadowOf(switcher).activeElement === buttonOf(switcher), 'the button has the focus');
      expect(dialogOf(campaign).matches(':modal')).to.equal(true);
      expect(control(inside, 'givenName').value).to.equal('Ada');
    });

    it('open when its menu is left by Escape', async () => {
      const {campaign} = await dialog();
      const switcher = deep(dialogOf(campaign), 'petition-language-switcher');
      await opened(switcher);
      await sendKeys({press: 'Escape'});
      await until(() => !isOpen(switcher), 'the menu is closed');
      expect(dialogOf(campaign).matches(':modal')).to.equal(true);
      await until(() => shadowOf(switcher).activeElement === buttonOf(switcher), 'the button has the focus');
    });

    it('under its menu', async () => {
      const {campaign} = await dialog();
      const switcher = deep(dialogOf(campaign), 'petition-language-switcher');
      await opened(switcher);
      await until(() => getComputedStyle(menuOf(switcher)).opacity === '1', 'the menu is seen');
      const {left, top, width} = languageOption(switcher, 'en').getBoundingClientRect();
      const there = shadowOf(switcher).elementFromPoint(left + width / 2, top + 10);
      expect(languageOption(switcher, 'en').contains(there)).to.equal(true);
    });
  });
});

describe('the event of a choice', () => {
  const chosenOn = (target: EventTarget): readonly PetitionLanguageEvent[] =>
    eventsOf(target, 'petition-language', PetitionLanguageEvent);

  const ways: Readonly<Record<string, (switcher: PetitionElement, tag: string) => unknown>> = {
    menu: (switcher, tag) => languageOption(switcher, tag).click(),
    list: (switcher, tag) => languageOption(switcher, tag).click(),
    select,
  };

  for (const [layout, choose] of Object.entries(ways)) {
    it(`tells the page which petition and which language, once: ${layout}`, async () => {
      const switcher = await switcherOf(layout);
      const events = chosenOn(document);
      choose(switcher, 'fr');
      choose(switcher, 'fr');
      await until(() => switcher.lang === 'fr' && announcementOf(switcher) !== '', 'it is in French');
      expect(events.map((event) => [event.petition, event.lang, event.cancelable, event.composed])).to.deep.equal([
        [petition, 'fr', true, true],
      ]);
      expect(events[0]?.target, 'it comes from the switcher').to.equal(switcher);
    });

    for (const [lang, tag] of [
      ['en', 'en'],
      ['en-GB', 'en'],
      ['zh-TW', 'zh-Hant'],
      ['ug', 'ug-Arab'],
    ] as const) {
      it(`is not there where the language is read already: ${layout}, ${lang}`, async () => {
        const client = new FakeClient();
        const switcher = await switcherOf(layout, {client, lang});
        const events = chosenOn(switcher);
        choose(switcher, tag);
        await switcher.updateComplete;
        expect(events).to.deep.equal([]);
        expect(currentOf(switcher).concat(layout === 'select' ? tag : [])).to.deep.equal([tag]);
        expect(client.asked.petition).to.equal(1);
      });
    }

    it(`can be prevented, so that nothing changes: ${layout}`, async () => {
      const client = new FakeClient();
      const switcher = await switcherOf(layout, {client});
      const before = lookOf(switcher);
      switcher.addEventListener('petition-language', (event) => event.preventDefault(), {once: true});
      choose(switcher, 'fr');
      await switcher.updateComplete;
      expect(client.asked.petition).to.equal(1);
      expect(lookOf(switcher)).to.deep.equal(before);
      choose(switcher, 'fr');
      await until(() => switcher.lang === 'fr', 'it is in French');
    });
  }
});
