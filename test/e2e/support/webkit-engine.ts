import * as v from 'valibot';
import type {BrowserPaths} from '../../support/browsers.ts';
import {startVirtualDisplay, type VirtualDisplay} from '../../support/virtual-display.ts';
import {driverHost, startWebkitDriver, type WebkitDriver} from '../../support/webkit-driver.ts';
import type {Control, EngineFrame, RunningEngine} from './engines.ts';
import {callOf, type Find, nothingFound, type Task} from './page-task.ts';

/** As the W3C's WebDriver refers to an element. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const elementSchema = v.object({[elementKey]: v.string()});
type ElementReference = v.InferOutput<typeof elementSchema>;

const answerSchema = v.object({value: v.unknown()});
const sessionSchema = v.object({sessionId: v.string()});
const windowSchema = v.object({handle: v.string()});
const failureSchema = v.object({error: v.string(), message: v.string()});

/** Sends the driver a command. */
async function post(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, {method: 'POST', body: JSON.stringify(body)});
  const {value} = v.parse(answerSchema, await answer.json());
  if (answer.ok) return value;
  const {error, message} = v.parse(failureSchema, value);
  throw new Error(`${url}: ${error}: ${message}`);
}

/** Where commands go: a window of the browser, and the frames that lead to one in it. */
interface Place {
  readonly window: string;
  readonly frames: readonly ElementReference[];
}

/** A browser that the driver has started, of which there can be one at a time. */
class Session {
  readonly #url: string;
  #place: Place | undefined;

  private constructor(url: string) {
    this.#url = url;
  }

  static async start(driver: string, binary: string): Promise<Session> {
    const capabilities = {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {binary, args: ['--automation']},
    };
    const answer = await post(`${driver}/session`, {capabilities: {alwaysMatch: capabilities}});
    return new Session(`${driver}/session/${v.parse(sessionSchema, answer).sessionId}`);
  }

  post(command: string, body: object): Promise<unknown> {
    return post(`${this.#url}/${command}`, body);
  }

  /** Sends the commands that follow to that place. */
  async goTo(place: Place): Promise<void> {
    if (this.#place === place) return;
    this.#place = undefined;
    await this.post('window', {handle: place.window});
    await this.post('frame', {id: null});
    for (const id of place.frames) await this.post('frame', {id});
    this.#place = place;
  }
}

/** A select's list is the system's, which no driver reaches. */
const chooseIn = `
  const [select, value] = arguments;
  select.focus();
  select.value = value;
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, {bubbles: true, composed: true}));`;

/** Where it is then is only known once the page, and those that its frame stands in, have been painted so. */
const bringIntoView = `
  const [element, done] = arguments;
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));`;

/** The mouse itself: the driver's own click takes an input in a shadow root for one that something covers. */
const clickOn = (element: ElementReference): object => ({
  type: 'pointer',
  id: 'mouse',
  parameters: {pointerType: 'mouse'},
  actions: [
    {type: 'pointerMove', origin: element, x: 0, y: 0},
    {type: 'pointerDown', button: 0},
    {type: 'pointerUp', button: 0},
  ],
});

class WebkitFrame implements EngineFrame {
  readonly #session: Session;
  readonly #place: Place;

  constructor(session: Session, place: Place) {
    this.#session = session;
    this.#place = place;
  }

  evaluate<Args extends unknown[]>(task: Task<Args, unknown>, ...args: Args): Promise<unknown> {
    return this.#run(`return ${callOf(task, args)}`);
  }

  async has<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<boolean> {
    return (await this.#run(`return Boolean(${callOf(find, args)})`)) === true;
  }

  async find<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<Control> {
    const element = await this.#element(find, args);
    return {
      click: async () => {
        await this.#post('execute/async', {script: bringIntoView, args: [element]});
        await this.#post('actions', {actions: [clickOn(element)]});
      },
      type: async (text) => {
        await this.#post(`element/${element[elementKey]}/value`, {text});
      },
      choose: async (value) => {
        await this.#run(chooseIn, element, value);
      },
    };
  }

  async frame<Args extends unknown[]>(find: Find<Args>, ...args: Args): Promise<EngineFrame> {
    const element = await this.#element(find, args);
    return new WebkitFrame(this.#session, {...this.#place, frames: [...this.#place.frames, element]});
  }

  #run(script: string, ...args: unknown[]): Promise<unknown> {
    return this.#post('execute/sync', {script, args});
  }

  async #post(command: string, body: object): Promise<unknown> {
    await this.#session.goTo(this.#place);
    return this.#session.post(command, body);
  }

  async #element<Args extends unknown[]>(find: Find<Args>, args: Args): Promise<ElementReference> {
    const found = await this.evaluate(find, ...args);
    if (v.is(elementSchema, found)) return found;
    throw nothingFound(find, args);
  }
}

/** Starts a driver for each test, as a driver has one session at a time. */
class WebkitEngine implements RunningEngine {
  readonly #paths: BrowserPaths;
  readonly #display: VirtualDisplay | undefined;
  #driver: WebkitDriver | undefined;
  #session: Promise<Session> | undefined;

  constructor(paths: BrowserPaths, display: VirtualDisplay | undefined) {
    this.#paths = paths;
    this.#display = display;
  }

  async open(url: string): Promise<EngineFrame> {
    this.#session ??= this.#start();
    const session = await this.#session;
    const {handle} = v.parse(windowSchema, await session.post('window/new', {type: 'window'}));
    const place: Place = {window: handle, frames: []};
    await session.goTo(place);
    await session.post('url', {url});
    return new WebkitFrame(session, place);
  }

  closePages(): void {
    this.#driver?.stop();
    [this.#driver, this.#session] = [undefined, undefined];
  }

  close(): void {
    this.closePages();
    this.#display?.stop();
  }

  async #start(): Promise<Session> {
    const {webkitDriver = '', miniBrowser = ''} = this.#paths;
    this.#driver = await startWebkitDriver(webkitDriver, this.#display?.name);
    return Session.start(`http://${driverHost}:${this.#driver.port}`, miniBrowser);
  }
}

export async function startWebkitEngine(paths: BrowserPaths): Promise<RunningEngine> {
  return new WebkitEngine(paths, paths.xvfb ? await startVirtualDisplay(paths.xvfb) : undefined);
}
