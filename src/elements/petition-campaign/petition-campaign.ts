import {html, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import {type Memory, memory} from '../../controllers/remembered-language.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice} from '../../internal/attributes.ts';
import {warnOnce} from '../../internal/warn-once.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {columns} from '../../styles/columns.ts';
import {controls} from '../../styles/controls.ts';
import {closeIcon} from '../../styles/icons.ts';
import {tokens} from '../../styles/tokens.ts';
import {untranslated} from '../../styles/untranslated.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {styles} from './petition-campaign.styles.ts';
import type {BodyNode} from './body-markdown.ts';
import {renderBody} from './render-body.ts';

const layouts = ['full', 'compact', 'banner'] as const;
type CampaignLayout = (typeof layouts)[number];

interface Body {
  readonly lang: string;
  readonly content: BodyNode;
}

type Parse = (body: string) => BodyNode;
let parse: Parse | undefined;
const bodyOf = ({lang, body}: Petition, parsed: Parse): Body => ({lang, content: parsed(body)});

/**
 * A petition as a whole: what is asked, of whom, how many stand behind it, and the form to join them.
 *
 * @summary Card, text, counter, language switcher, sign form, then thanks.
 * @slot header - Above all of it.
 * @slot before-submit - In the form, just above its button.
 * @slot thanks - Below the thanks, once signed.
 * @slot footer - Below all of it.
 * @cssstate banner - The campaign is a bar at the window's bottom.
 * @csspart campaign - The whole.
 * @csspart text - The petition's text.
 * @csspart untranslated - In the dialog, the line that says that the petition is not in the reader's language.
 * @csspart open - The button that opens the form, in the layouts that keep it in a dialog.
 * @csspart dialog - The dialog.
 * @csspart close - The button that closes it.
 */
export class PetitionCampaign extends PetitionElement {
  static override readonly styles = [tokens, controls, untranslated, columns, styles];

  /** `compact` and `banner` open the form in a dialog; a banner stays at the window's bottom. */
  @property()
  get layout(): CampaignLayout {
    return this.#layout;
  }
  set layout(value: string | null | undefined) {
    this.#layout = choice(this, 'layout', layouts, value);
  }
  #layout: CampaignLayout = 'full';

  /** The partner's code, sent along with a signature. */
  @property() source: string | undefined;

  @property({type: Boolean, attribute: 'no-text'}) noText = false;

  /** `url` keeps the language that the reader chooses in the page's address, as `?lang=`. */
  @property()
  get remember(): Memory {
    return this.#remember;
  }
  set remember(value: string | null | undefined) {
    this.#remember = memory(this, value);
  }
  #remember: Memory;

  /** Fills the form in from the page's address. */
  @property({type: Boolean}) prefill = false;

  /** Keeps what is typed for this tab. */
  @property({type: Boolean}) draft = false;

  /** Keeps a form that can't be sent on the device. */
  @property({type: Boolean, attribute: 'keep-offline'}) keepOffline = false;

  @state() private body: Body | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  #parsed: Petition | undefined;
  #openId: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog that is moved stays open, but is no longer modal.
    this.close();
  }

  /** Opens the form's dialog, in the layouts that have one. */
  open(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  /** Closes the dialog; what was typed stays. */
  close(): void {
    this.dialog?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('remember')) this.context.resolve();
    super.willUpdate(changed);
    if (this.shown && acceptsSignatures(this.shown.status)) this.#openId = this.shown.id;
    if (!this.shown || this.shown === this.#parsed || this.noText) return;
    this.#parsed = this.shown;
    // Once the parser is there, a text in another language comes in the same frame as all else.
    if (parse) this.body = bodyOf(this.shown, parse);
    else void this.#parse(this.shown);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.setState('banner', this.layout === 'banner');
  }

  async #parse(petition: Petition): Promise<void> {
    try {
      ({parseMarkdown: parse} = await import('./body-markdown.ts'));
      if (this.#parsed === petition) this.body = bodyOf(petition, parse);
    } catch (error) {
      warnOnce(`the petition's text can't be shown, as a part of the script did not load (${String(error)})`);
    }
  }

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    return this.#renderParts(petition, texts);
  }

  /** The parts hold their own places, so that nothing moves once the petition is there. */
  protected override renderLoading(texts: Texts | undefined): unknown {
    return this.#renderParts(undefined, texts);
  }

  #renderParts(petition: Petition | undefined, texts: Texts | undefined): unknown {
    return html`
      <div class="campaign ${this.layout}" part="campaign">
        <slot name="header"></slot>
        ${this.layout === 'full' ? this.#renderFull(petition) : this.#renderBar(petition, texts)}
        <slot name="footer"></slot>
      </div>
    `;
  }

  /** A petition that closes while it is read keeps its form, as what is typed there is not to be lost. */
  #isOver(petition: Petition | undefined): boolean {
    return petition !== undefined && !acceptsSignatures(petition.status) && petition.id !== this.#openId;
  }

  #renderFull(petition: Petition | undefined): unknown {
    const isOver = this.#isOver(petition);
    return html`
      <div class="top">${this.#renderSwitcher()}</div>
      <div class="columns ${isOver ? 'over' : 'open'}">
        <petition-card class="card" no-languages href=""></petition-card>
        ${isOver ? nothing : html`<div class="sign">${this.#renderForm()}</div>`}
        ${this.noText ? nothing : this.#renderText(petition)}
      </div>
    `;
  }

  #renderBar(petition: Petition | undefined, texts: Texts | undefined): unknown {
    return html`
      <div class="bar">
        <petition-card class="card" layout="compact" href=""></petition-card>
        ${
          this.#isOver(petition)
            ? nothing
            : html`<button
                class="primary"
                part="open"
                type="button"
                aria-haspopup="dialog"
                ?disabled=${!petition}
                @click=${this.open}
              >
                ${texts?.text('open')}
              </button>`
        }
      </div>
      <dialog part="dialog" aria-labelledby="title">
        <div class="top">
          ${this.#renderSwitcher()}
          <button class="quiet close" part="close" type="button" @click=${this.close}>
            ${closeIcon}<span class="visually-hidden">${texts?.text('close')}</span>
          </button>
        </div>
        ${petition && texts ? this.renderUntranslated(petition, texts) : nothing}
        ${petition ? html`<p class="title" id="title" lang=${petition.lang} dir=${directionOf(petition.lang)}>${petition.title}</p>` : nothing}
        ${this.#renderForm()} ${this.noText ? nothing : this.#renderText(petition)}
      </dialog>
    `;
  }

  #renderSwitcher(): unknown {
    return html`<petition-language-switcher .remember=${this.remember}></petition-language-switcher>`;
  }

  #renderForm(): unknown {
    return html`
      <petition-sign-form
        .source=${this.source}
        ?prefill=${this.prefill}
        ?draft=${this.draft}
        ?keep-offline=${this.keepOffline}
      >
        <slot name="before-submit" slot="before-submit"></slot>
        <slot name="thanks" slot="thanks"></slot>
      </petition-sign-form>
    `;
  }

  #renderText(petition: Petition | undefined): unknown {
    if (!petition || !this.body) return nothing;
    const {lang, content} = this.body;
    return html`
      <div class="text" part="text" lang=${lang} dir=${directionOf(lang)}>${renderBody(content)}</div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-campaign': PetitionCampaign;
  }
}
