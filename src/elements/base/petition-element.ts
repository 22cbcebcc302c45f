import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {PetitionClient} from '../../backend/client.ts';
import type {Petition} from '../../backend/wire.ts';
import {PetitionContext} from '../../controllers/petition-context.ts';
import {offerPageBackend} from '../../controllers/surroundings.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice} from '../../internal/attributes.ts';
import {type Problem, problem} from '../../model/outcome.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {adoptLate} from './adopt-late.ts';
import {CustomStates} from './custom-states.ts';
import {clearForeign, drawnBefore, drawnStyles} from './drawn.ts';
import {PetitionErrorEvent, PetitionLoadEvent} from './events.ts';
import {focusContent} from './focus-content.ts';
import {hasFallback} from './has-fallback.ts';
import {loadProblemText} from './problem-text.ts';
import {renderElement} from './render-element.ts';
import {renderProblem} from './render-problem.ts';
import {renderUntranslated} from './render-untranslated.ts';

/** What decides which petition is read, and from where. */
const sources = ['backend', 'petition', 'client'] as const;

const themes = ['auto', 'light', 'dark'] as const;

/**
 * What all petition elements have in common: which petition, from where, in which language; and the
 * states that its data can be in.
 *
 * @attr lang - A BCP 47 language tag; inherited from the nearest ancestor that has one, else from the
 * browser. Once the petition is shown, it is the language that the element's texts are in, as `dir` is
 * its direction.
 * @attr dir - Set to the direction of the language.
 * @cssprop {<color>} --petition-accent - The one accent: buttons, bar, focus ring, tints.
 * @cssprop {<color>} --petition-on-accent - Text on the accent; white or dark by itself.
 * @cssprop {<color>} --petition-text - Text; the page's by default.
 * @cssprop {<color>} --petition-muted - What is quieter: dates, targets, help.
 * @cssprop {<color>} --petition-surface - The ground, that of fields, menus and dialogs, too; transparent by default.
 * @cssprop {<color>} --petition-border - Hairlines.
 * @cssprop {<color>} --petition-danger - Errors, and nothing else.
 * @cssprop {<color>} --petition-success - Thanks and victories.
 * @cssprop {<color>} --petition-progress - What is reached of the way to the goal.
 * @cssprop {<color>} --petition-focus - The focus ring.
 * @cssprop --petition-radius - Corners (8px).
 * @cssprop --petition-button-radius - Corners of buttons.
 * @cssprop --petition-space - The step of all distances (4px).
 * @cssprop --petition-bar-size - How thick the bar is (8px).
 * @cssprop --petition-font - The font; the page's by default.
 * @cssprop --petition-title-font - The font of titles.
 * @fires petition-load - The data is there and rendered.
 * @fires petition-error - The data could not be had.
 * @slot - The fallback: shown until the data is there, and kept if it can't be had.
 * @csspart root - What stands around all of it.
 * @csspart problem - What is shown when the data can't be had.
 * @csspart retry - The button that asks for the data again.
 * @cssstate loading - The data is not there yet.
 * @cssstate error - The data could not be had.
 * @cssstate closed - The petition takes no more signatures.
 */
export abstract class PetitionElement extends LitElement {
  /**
   * Makes known the backend of all elements that name none; the first to be offered stays. A script
   * tag's script runs for itself each time, while the elements are those of the first that ran.
   */
  static offerBackend(backend: string): void {
    offerPageBackend(backend);
  }

  /** The backend's URL; inherited from an enclosing element, else from the script tag. */
  @property({reflect: true}) backend: string | undefined;

  /** The petition's id; inherited from an enclosing element. */
  @property({reflect: true}) petition: string | undefined;

  /** What is asked instead of the backend over HTTP; inherited from an enclosing element. */
  @property({attribute: false}) client: PetitionClient | undefined;

  /** `auto` takes ground, colours and scheme of the page. */
  @property()
  get theme(): (typeof themes)[number] {
    return this.#theme;
  }
  set theme(value: string | null | undefined) {
    this.#theme = choice(this, 'theme', themes, value);
  }
  #theme: (typeof themes)[number] = 'auto';

  @state() private isReloading = false;

  protected readonly context = new PetitionContext(this);
  protected readonly states = new CustomStates();
  #shown: {readonly id: string; readonly petition: Petition} | undefined;
  #reported: Petition | Problem | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang' || name === 'dir') this.context.notice(name, value);
  }

  override connectedCallback(): void {
    this.states.attach(this);
    super.connectedCallback();
  }

  /** What was drawn is rendered on, and not before what is there, as Lit would have it. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const drawn = drawnStyles(this);
    const anchor = clearForeign(this);
    const root = super.createRenderRoot();
    adoptLate(root, drawn);
    this.renderOptions.renderBefore = anchor;
    return root;
  }

  /** What was drawn stays until there is as much to render. */
  protected override shouldUpdate(_changed: PropertyValues<this>): boolean {
    const {texts, petition} = this.context;
    const isThere = texts !== undefined && (petition.state === 'ready' || petition.state === 'failed');
    return this.hasUpdated || isThere || !drawnBefore(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (sources.some((name) => changed.has(name))) this.context.resolve();
    const {petition, petitionId} = this.context;
    const drawn = this.hasUpdated ? undefined : drawnBefore(this)?.petition;
    if (drawn) this.#shown = {id: drawn.id, petition: drawn};
    if (petition.state === 'ready' && petitionId) this.#shown = {id: petitionId, petition: petition.value};
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const remote = this.remote;
    const {texts} = this.context;
    const isRendered = texts !== undefined && (this.shown !== undefined || remote.state === 'failed');
    // Until there is more to read than the fallback, the element is in the page's language.
    if (texts && this.shown) this.context.markHost(texts);
    this.states.set('loading', !isRendered);
    this.states.set('error', isRendered && !this.shown);
    this.states.set('closed', this.shown !== undefined && !acceptsSignatures(this.shown.status));
    this.#report();
  }

  /** Asks the backend again for all that is shown. Resolves once it has answered. */
  async reload(): Promise<void> {
    if (this.isReloading) return;
    this.isReloading = true;
    const failure = await this.context.reload();
    this.isReloading = false;
    // What is shown stays as it is, and nothing else tells of this.
    if (failure && this.shown) this.dispatchEvent(new PetitionErrorEvent(failure.slug, failure.retryable));
  }

  /** The petition as it is shown: in the reader's language, or in the last one until that is there. */
  protected get shown(): Petition | undefined {
    return this.#shown?.id === this.context.petitionId ? this.#shown?.petition : undefined;
  }

  /** The state of what was asked for; without anything to ask, it has failed. */
  protected get remote(): PetitionContext['petition'] {
    const {store, petition} = this.context;
    return this.isConnected && !store ? notConfigured : petition;
  }

  protected abstract renderPetition(petition: Petition, texts: Texts): unknown;

  /** The line of a petition that is not in the reader's language; nothing while that may still come. */
  protected renderUntranslated(petition: Petition, texts: Texts): unknown {
    const isFinal = this.remote.state === 'ready' && this.remote.value === petition;
    return isFinal ? renderUntranslated(petition, texts, this.context.readersLanguage) : nothing;
  }

  /** Holds the place of what is loading. */
  protected abstract renderLoading(texts: Texts | undefined): unknown;

  protected renderProblem(reason: Problem, texts: Texts): unknown {
    const {slug} = reason;
    return renderProblem({
      text: this.isReloading ? texts.text('loading') : loadProblemText(texts, reason, this.context.petitionId ?? ''),
      texts,
      isReloading: this.isReloading,
      retry: slug === 'not-configured' ? undefined : this.#retry,
    });
  }

  /** Once there is something to show, the focus goes there, as the button that had it is gone. */
  readonly #retry = async (): Promise<void> => {
    await this.reload();
    await this.updateComplete;
    if (this.shown) focusContent(this, this.renderRoot.querySelector('.root'));
  };

  /** A language that can't be had leaves the one before, and says so. */
  #renderProblem(texts: Texts | undefined): unknown {
    const {remote} = this;
    if (!texts || remote.state !== 'failed' || (this.shown && this.isPart)) return nothing;
    return this.renderProblem(remote.problem, texts);
  }

  protected renderContent(texts: Texts | undefined): unknown {
    if (texts && this.shown) return this.renderPetition(this.shown, texts);
    if (hasFallback(this) || (texts && this.remote.state === 'failed')) return html`<slot></slot>`;
    return this.renderLoading(texts);
  }

  /** What there is to tell aloud; nothing for an element that never does. */
  protected renderAnnouncement(_texts: Texts): unknown {
    return nothing;
  }

  protected override render(): TemplateResult {
    const {texts} = this.context;
    return renderElement({
      theme: this.theme,
      texts,
      problem: this.#renderProblem(texts),
      content: this.renderContent(texts),
      announcement: texts && this.renderAnnouncement(texts),
    });
  }

  /** Within another petition element that shows the same data and speaks for all its parts. */
  protected get isPart(): boolean {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof PetitionElement;
  }

  /** Tells the page, once, what became of the data. */
  #report(): void {
    const {remote} = this;
    if (!this.context.texts || this.isPart) return;
    if (remote.state === 'ready' && this.#reported !== remote.value) {
      const {id, lang} = remote.value;
      const before = this.#reported ? undefined : drawnBefore(this);
      const isToldAlready = before?.petition.id === id && before.told === lang;
      this.#reported = remote.value;
      if (!isToldAlready) this.dispatchEvent(new PetitionLoadEvent(id, lang));
    }
    if (remote.state === 'failed' && this.#reported !== remote.problem) {
      this.#reported = remote.problem;
      this.dispatchEvent(new PetitionErrorEvent(remote.problem.slug, remote.problem.retryable));
    }
  }
}

const notConfigured = {state: 'failed', problem: problem('not-configured')} as const;
