import {expect} from 'chai';
import {html} from 'lit';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, nextEvent, one, until} from '../support/dom.ts';
import {petition} from './support/page.ts';

/** A page in a window of its own, which can be as small as a phone's and be scrolled. */
interface Page {
  readonly frame: HTMLIFrameElement;
  readonly view: Window;
  readonly switcher: Element;
}

interface Layout {
  readonly width?: number;
  readonly height?: number;
  readonly dir?: string;
  readonly lang?: string;
  /** CSS of what holds the switcher. */
  readonly holder?: string;
}

const tag = '<petition-language-switcher></petition-language-switcher>';

/** The window with a switcher in a page that is much higher than it. */
async function pageWith({
  width = 320,
  height = 600,
  dir = 'ltr',
  lang = 'en',
  holder = '',
}: Layout = {}): Promise<Page> {
  const container = await fixture(html`<iframe width=${width} height=${height}></iframe>`);
  const frame = one(container, 'iframe', HTMLIFrameElement);
  frame.srcdoc = `<!doctype html><html lang="${lang}" dir="${dir}">
    <style>iframe { border: 0 } body { margin: 8px; min-height: 3000px } #holder { ${holder} }</style>
    <body><div id="holder">${tag}</div></body></html>`;
  await nextEvent(frame, 'load');
  const {contentDocument: page, contentWindow: view} = frame;
  const switcher = page?.querySelector('petition-language-switcher');
  if (!page || !view || !switcher) throw new Error('There is no page in the frame');
  Object.assign(switcher, {petition, client: new FakeClient()});
  const script = page.createElement('script');
  script.type = 'module';
  script.src = new URL('../../src/define/petition-language-switcher.ts', import.meta.url).href;
  page.body.append(script);
  await until(() => switcher.shadowRoot?.querySelector('[part=button]'), 'the switcher is there');
  return {frame, view, switcher};
}

/** What is in a frame is of other classes than what is in the page of the tests. */
type Pressable = Element & {readonly click?: () => void};

function find({switcher}: Page, selector: string): Pressable {
  const found = switcher.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

const partOf = (page: Page, name: string): Pressable => find(page, `[part=${name}]`);

const boxOf = (page: Page, name: string): DOMRect => partOf(page, name).getBoundingClientRect();

/** What a person sees of the page, in its own coordinates. */
function seen({view}: Page): {readonly width: number; readonly height: number} {
  const {clientWidth, clientHeight} = view.document.documentElement;
  return {width: clientWidth, height: Math.min(clientHeight, view.visualViewport?.height ?? clientHeight)};
}

function isWithin(page: Page): boolean {
  const {left, right, top, bottom} = boxOf(page, 'menu');
  const {width, height} = seen(page);
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

/** The menu is there to be used: all of it is seen, beside its button, on which it doesn't lie. */
function isBeside(page: Page, side: 'above' | 'below'): boolean {
  const [button, menu] = [boxOf(page, 'button'), boxOf(page, 'menu')];
  const gap = side === 'below' ? menu.top - button.bottom : button.top - menu.bottom;
  const isAtButton = menu.left <= button.right && menu.right >= button.left;
  return isWithin(page) && gap >= 0 && gap < 20 && isAtButton && menu.height >= 120;
}

async function stands(page: Page, what: string, condition: () => boolean): Promise<void> {
  await until(condition, what).catch((error: unknown) => {
    const [button, menu] = ['button', 'menu'].map((name) => JSON.stringify(boxOf(page, name)));
    throw new Error(
      `${String(error)}; the menu is at ${menu}, its button at ${button}, in ${JSON.stringify(seen(page))}`,
    );
  });
}

/** A frame in which the page tells of what has changed, and one in which that has been heard. */
async function painted({view}: Page): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => view.requestAnimationFrame(resolve));
}

async function open(page: Page): Promise<void> {
  partOf(page, 'button').click?.();
  const {shadowRoot} = page.switcher;
  await until(() => shadowRoot?.querySelector('[part=menu].shown:popover-open'), 'the menu is open');
}

for (const dir of ['ltr', 'rtl']) {
  const lang = dir === 'rtl' ? 'ar' : 'en';

  describe(`the place of a language menu, ${dir}`, () => {
    for (const [where, holder] of [
      ['start', 'text-align: start'],
      ['middle', 'text-align: center'],
      ['end', 'text-align: end'],
    ] as const) {
      it(`is within a window of 320 px, below its button at the ${where} of a line`, async () => {
        const page = await pageWith({holder, dir, lang});
        await open(page);
        await stands(page, 'it is below', () => isBeside(page, 'below'));
        expect(page.view.document.documentElement.scrollWidth, 'the page is no wider').to.be.at.most(320);
      });

      it(`is above its button near the window’s bottom, at the ${where} of a line`, async () => {
        const page = await pageWith({holder: `${holder}; margin-block-start: 500px`, dir, lang});
        await open(page);
        await stands(page, 'it is above', () => isBeside(page, 'above'));
      });
    }

    it('ends where its button does', async () => {
      const page = await pageWith({width: 900, holder: 'text-align: center', dir, lang});
      await open(page);
      const [side, other] = dir === 'rtl' ? (['left', 'right'] as const) : (['right', 'left'] as const);
      const distance = (edge: typeof side): number => Math.abs(boxOf(page, 'menu')[edge] - boxOf(page, 'button')[edge]);
      await stands(page, 'it ends where its button does', () => distance(side) < 1);
      expect(distance(other), 'it is wider than that').to.be.greaterThan(20);
    });

    it('is beside its button while the page is scrolled, and within the window all the time', async () => {
      const page = await pageWith({holder: 'margin-block-start: 900px', dir, lang});
      page.view.scrollTo(0, 800);
      await open(page);
      await stands(page, 'it is below', () => isBeside(page, 'below'));
      page.view.scrollTo(0, 450);
      await stands(page, 'it is above', () => isBeside(page, 'above'));
      page.view.scrollTo(0, 800);
      await stands(page, 'it is below again', () => isBeside(page, 'below'));
      page.view.scrollTo(0, 2200);
      await until(() => boxOf(page, 'button').bottom < 0, 'the button is out of sight');
      await painted(page);
      expect(isWithin(page), 'it is seen though its button is not').to.equal(true);
      page.view.scrollTo(0, 0);
      await until(() => boxOf(page, 'button').top > 600, 'the button is out of sight below');
      await painted(page);
      expect(isWithin(page), 'it is seen though its button is not').to.equal(true);
    });

    it('is never seen where it was when it was open before', async () => {
      const page = await pageWith({holder: 'margin-block-start: 900px', dir, lang});
      page.view.scrollTo(0, 850);
      await open(page);
      await stands(page, 'it is below', () => isBeside(page, 'below'));
      find(page, '[aria-selected=true]').click?.();
      await until(() => !partOf(page, 'menu').matches(':popover-open'), 'the menu is closed');
      page.view.scrollTo(0, 650);
      await painted(page);
      partOf(page, 'button').click?.();
      const isSeen = (): boolean => page.view.getComputedStyle(partOf(page, 'menu')).opacity !== '0';
      const places = new Set<boolean>();
      for (let frame = 0; frame < 20; frame += 1) {
        await new Promise((resolve) => page.view.requestAnimationFrame(resolve));
        if (isSeen()) places.add(isBeside(page, 'below'));
      }
      expect([...places]).to.deep.equal([true]);
    });

    it('is within a window that becomes lower and narrower', async () => {
      const page = await pageWith({width: 800, holder: 'text-align: end', dir, lang});
      await open(page);
      await stands(page, 'it is below', () => isBeside(page, 'below'));
      page.frame.height = '300';
      await until(() => page.view.innerHeight === 300, 'the window is lower');
      await stands(page, 'it is below', () => isBeside(page, 'below'));
      page.frame.width = '320';
      await until(() => page.view.innerWidth === 320, 'the window is narrower');
      await stands(page, 'it is below', () => isBeside(page, 'below'));
    });
  });
}

describe('a language menu', () => {
  it('is within what a keyboard leaves of the window, which comes and goes', async () => {
    const page = await pageWith();
    const {visualViewport} = page.view;
    if (!visualViewport) throw new Error('There is no visual viewport');
    await open(page);
    await stands(page, 'it is below', () => isBeside(page, 'below'));
    const {height} = boxOf(page, 'menu');
    Object.defineProperty(visualViewport, 'height', {configurable: true, value: 280});
    visualViewport.dispatchEvent(new Event('resize'));
    await stands(page, 'it is above the keyboard', () => isBeside(page, 'below') && boxOf(page, 'menu').bottom <= 280);
    Reflect.deleteProperty(visualViewport, 'height');
    visualViewport.dispatchEvent(new Event('resize'));
    await stands(page, 'it is as high as before', () => boxOf(page, 'menu').height === height);
  });

  it('holds languages that are out of sight, to be scrolled to', async () => {
    const page = await pageWith({height: 300});
    await open(page);
    await stands(page, 'it is below', () => isBeside(page, 'below'));
    const menu = partOf(page, 'menu');
    expect(menu.scrollHeight).to.be.greaterThan(menu.clientHeight);
    const options = [...menu.querySelectorAll('[part=option]')];
    menu.dispatchEvent(new KeyboardEvent('keydown', {key: 'End', bubbles: true}));
    const isSeen = (): boolean => {
      const [last] = options.slice(-1);
      const box = last?.getBoundingClientRect();
      return box !== undefined && box.bottom <= boxOf(page, 'menu').bottom && box.top >= boxOf(page, 'menu').top;
    };
    await until(isSeen, 'the last language is seen');
    expect(page.view.scrollY, 'the page stays').to.equal(0);
  });

  for (const [what, holder] of [
    ['what cuts off', 'overflow: hidden; height: 60px'],
    ['what is moved', 'transform: translate(0, 40px); contain: paint'],
    ['what scrolls', 'overflow: auto; height: 60px; width: 100px'],
  ] as const) {
    it(`is seen as a whole in ${what}`, async () => {
      const page = await pageWith({holder});
      await open(page);
      await stands(page, 'it is below', () => isBeside(page, 'below'));
      for (const option of partOf(page, 'menu').querySelectorAll('[part=option]')) {
        const {left, top, width, height} = option.getBoundingClientRect();
        const {bottom} = boxOf(page, 'menu');
        if (top + height / 2 >= bottom) continue;
        const there = page.switcher.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
        expect(option.contains(there ?? null), option.textContent).to.equal(true);
      }
    });
  }

  for (const [how, end] of [
    ['closed', (page: Page) => find(page, '[aria-selected=true]').click?.()],
    ['taken away', (page: Page) => page.switcher.remove()],
  ] as const) {
    it(`looks no more where it belongs once it is ${how}`, async () => {
      const page = await pageWith();
      await open(page);
      await stands(page, 'it is below', () => isBeside(page, 'below'));
      const menu = partOf(page, 'menu');
      const requestFrame = page.view.requestAnimationFrame.bind(page.view);
      let requests = 0;
      page.view.requestAnimationFrame = (callback) => {
        requests += 1;
        return requestFrame(callback);
      };
      await until(() => requests > 2, 'it looks with each frame');
      end(page);
      await until(() => !menu.matches(':popover-open'), 'the menu is closed');
      await painted(page);
      requests = 0;
      await painted(page);
      expect(requests, 'those of this test').to.equal(2);
    });
  }

  it('stands above all that a page puts over everything', async () => {
    const page = await pageWith();
    const cover = page.view.document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: grey';
    page.view.document.body.append(cover);
    await open(page);
    await stands(page, 'it is below', () => isBeside(page, 'below'));
    const {left, top, width, height} = partOf(page, 'option').getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    expect(page.view.document.elementFromPoint(x, y)).to.equal(page.switcher);
    expect(partOf(page, 'option').contains(page.switcher.shadowRoot?.elementFromPoint(x, y) ?? null)).to.equal(true);
    const {left: beside, top: above} = boxOf(page, 'button');
    expect(page.view.document.elementFromPoint(beside + 2, above + 2), 'the button is covered').to.equal(cover);
  });
});
