import {nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import {type Memory, memory} from '../../controllers/remembered-language.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice} from '../../internal/attributes.ts';
import {LatePart} from '../../internal/late-part.ts';
import {problem} from '../../model/outcome.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {failed, loading} from '../../model/remote.ts';
import {adoptLate} from '../base/adopt-late.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {BodyText} from './body-text.ts';
import {campaignStyles} from './petition-campaign.styles.ts';
import {
  type CampaignLayout,
  campaignLayouts,
  renderCampaign,
  renderFormTag,
  renderFull,
  renderSwitcherTag,
} from './render-campaign.ts';

/** What shows a petition as a bar whose button opens the form in a dialog. */
export const dialogLayouts = new LatePart('the form can’t be opened', () => import('./dialog-layouts.ts'));

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
 * @csspart organization - Who asks, in the layout that shows all of it.
 * @csspart text - The petition's text.
 * @csspart untranslated - In the dialog, the line that says that the petition is not in the reader's language.
 * @csspart open - The button that opens the form, in the layouts that keep it in a dialog.
 * @csspart dialog - The dialog.
 * @csspart close - The button that closes it.
 */
export class PetitionCampaign extends PetitionElement {
  static override readonly styles = campaignStyles;

  /** `compact` and `banner` open the form in a dialog; a banner stays at the window's bottom. */
  @property()
  get layout(): CampaignLayout {
    return this.#layout;
  }
  set layout(value: string | null | undefined) {
    this.#layout = choice(this, 'layout', campaignLayouts, value);
  }
  #layout: CampaignLayout = 'full';

  /** The partner's code, sent along with a signature. */
  @property() source: string | undefined;

  /** Leaves the petition's text out. */
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

  readonly #text = new BodyText(this);
  /** What the layout needs is on its way, or could not be had. */
  #lack: 'coming' | 'failed' | undefined;
  #isToOpen = false;
  #openId: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog that is moved stays open, but is no longer modal.
    this.close();
  }

  /** Opens the form's dialog, in the layouts that have one, as soon as it is there. */
  open(): void {
    const dialog = this.#dialog;
    this.#isToOpen = !dialog;
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** Closes the dialog; what was typed stays. */
  close(): void {
    this.#isToOpen = false;
    this.#dialog?.close();
  }

  override async reload(): Promise<void> {
    if (this.#lack === 'failed') await this.#fetchLayout();
    await super.reload();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #isLayoutThere(): boolean {
    return this.layout === 'full' || dialogLayouts.here !== undefined;
  }

  /** A layout that is not there can show no petition. */
  protected override get shown(): Petition | undefined {
    return this.#isLayoutThere ? super.shown : undefined;
  }

  protected override get remote(): PetitionElement['remote'] {
    const remote = super.remote;
    if (this.#isLayoutThere || remote.state !== 'ready') return remote;
    return this.#lack === 'failed' ? failed(problem('unreachable')) : loading;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('remember')) this.context.resolve();
    super.willUpdate(changed);
    if (!this.#isLayoutThere && !this.#lack) void this.#fetchLayout();
    if (this.shown && acceptsSignatures(this.shown.status)) this.#openId = this.shown.id;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // A bar that has nothing to show has its place all the same.
    if (this.layout !== 'full' && dialogLayouts.here) adoptLate(this.renderRoot, [dialogLayouts.here.dialogStyles]);
    this.states.set('banner', this.layout === 'banner');
    if (this.#isToOpen && this.#dialog) this.open();
  }

  async #fetchLayout(): Promise<void> {
    this.#lack = 'coming';
    this.#lack = (await dialogLayouts.come()) ? undefined : 'failed';
    this.requestUpdate();
  }

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    return this.#renderParts(petition, texts);
  }

  /** The parts hold their own places, so that nothing moves once the petition is there. */
  protected override renderLoading(texts: Texts | undefined): unknown {
    return this.#renderParts(undefined, texts);
  }

  #renderParts(petition: Petition | undefined, texts: Texts | undefined): unknown {
    const content = this.layout === 'full' ? this.#renderFull(petition) : this.#renderBar(petition, texts);
    return renderCampaign(this.layout, content);
  }

  /** A petition that closes while it is read keeps its form, as what is typed there is not to be lost. */
  #isOver(petition: Petition | undefined): boolean {
    return petition !== undefined && !acceptsSignatures(petition.status) && petition.id !== this.#openId;
  }

  #renderFull(petition: Petition | undefined): unknown {
    return renderFull({
      petition,
      switcher: renderSwitcherTag(this.remember),
      form: this.#isOver(petition) ? undefined : renderFormTag(this),
      text: this.#renderText(petition),
    });
  }

  #renderBar(petition: Petition | undefined, texts: Texts | undefined): unknown {
    const {here} = dialogLayouts;
    if (!here) return nothing;
    return here.renderBar({
      petition,
      texts,
      isOver: this.#isOver(petition),
      open: this.open,
      close: this.close,
      note: petition && texts ? this.renderUntranslated(petition, texts) : nothing,
      switcher: renderSwitcherTag(this.remember),
      form: renderFormTag(this),
      text: this.#renderText(petition),
    });
  }

  #renderText(petition: Petition | undefined): unknown {
    return petition && !this.noText ? this.#text.render(petition) : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-campaign': PetitionCampaign;
  }
}
