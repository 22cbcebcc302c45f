import type {LitElement, ReactiveController} from 'lit';
import type {Petition} from '../../backend/wire.ts';
import {watchNear} from '../../controllers/on-screen.ts';
import {LatePart} from '../../internal/late-part.ts';
import {adoptLate} from '../base/adopt-late.ts';
import {isPlain, paragraphsOf, writtenLines} from './plain-body.ts';
import {renderParagraphs, renderText} from './render-campaign.ts';

type Host = Pick<LitElement, 'renderRoot' | 'isConnected' | 'hasUpdated' | 'addController' | 'requestUpdate'>;

/** What reads Markdown. */
export const markdown = new LatePart('a text is shown as it was written', () => import('./markdown.ts'));

/**
 * A petition's text. What reads its Markdown is fetched when the text comes near the window; until then the
 * text as it was written holds the place, and stays, to be read, where it can't be had.
 */
export class BodyText implements ReactiveController {
  readonly #host: Host;
  #petition: Petition | undefined;
  #content: unknown;
  #isRead = false;
  #hasFailed = false;
  #watched: Element | null = null;
  #endWatch: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const element = this.#isRead ? null : this.#host.renderRoot.querySelector('.text');
    if (element !== this.#watched) this.hostDisconnected();
    if (!element || this.#watched || !this.#host.isConnected) return;
    this.#watched = element;
    this.#endWatch = watchNear(element, (isNear) => isNear && void this.#fetch());
  }

  hostConnected(): void {
    if (this.#host.hasUpdated) this.hostUpdated();
  }

  hostDisconnected(): void {
    this.#endWatch?.();
    this.#endWatch = undefined;
    this.#watched = null;
  }

  async #fetch(): Promise<void> {
    this.#hasFailed = !(await markdown.come());
    this.#host.requestUpdate();
  }

  render(petition: Petition): unknown {
    const {lang} = petition;
    this.#read(petition);
    const isShown = this.#isRead || this.#hasFailed;
    return renderText(lang, this.#content, isShown);
  }

  #read(petition: Petition): void {
    const isAnother = petition !== this.#petition;
    if (!isAnother && (this.#isRead || !markdown.here)) return;
    this.#petition = petition;
    const {body} = petition;
    const isPlainText = isPlain(body);
    this.#isRead = isPlainText || markdown.here !== undefined;
    if (isPlainText) this.#content = renderParagraphs(paragraphsOf(body));
    else this.#content = this.#formatted(body) ?? renderParagraphs(writtenLines(body));
  }

  #formatted(body: string): unknown {
    const {here} = markdown;
    if (here) adoptLate(this.#host.renderRoot, [here.markdownStyles]);
    return here?.renderMarkdown(body);
  }
}
