import {html, nothing} from 'lit/html.js';
import {property} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice} from '../../internal/attributes.ts';
import {webUrl} from '../../model/web-url.ts';
import {statusBand} from '../../styles/status-band.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {renderClosed} from '../base/render-closed.ts';
import {isFirstImage} from './first-image.ts';
import {cardStyles} from './petition-card.styles.ts';
import {type CardLayout, cardLayouts, renderCard} from './render-card.ts';

/**
 * A petition at a glance: who asks what of whom, and how many stand behind it.
 *
 * @summary Organization, title, targets, date, image, summary, count, languages and status.
 * @slot header - Above the card's own content.
 * @slot footer - Below it.
 * @csspart card - The whole.
 * @csspart image - The image, or the organization's initial in its place.
 * @csspart untranslated - The line that says that the petition is not in the reader's language.
 * @csspart byline - The organization and the date.
 * @csspart title - The title.
 * @csspart status - The band of a petition that is closed or won.
 * @csspart targets - Who is petitioned.
 * @csspart summary - The summary.
 * @csspart action - The link to the petition.
 */
export class PetitionCard extends PetitionElement {
  static override readonly styles = [...cardStyles, statusBand];

  /** `horizontal` has the image beside the text where there is room; `compact` has title, count and action alone. */
  @property()
  get layout(): CardLayout {
    return this.#layout;
  }
  set layout(value: string | null | undefined) {
    this.#layout = choice(this, 'layout', cardLayouts, value);
  }
  #layout: CardLayout = 'vertical';

  /** Where the card leads; the petition's own page by default, nowhere if empty. */
  @property() href: string | undefined;

  /** Leaves the image out. */
  @property({type: Boolean, attribute: 'no-image'}) noImage = false;

  /** Leaves the list of languages out. */
  @property({type: Boolean, attribute: 'no-languages'}) noLanguages = false;

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    const {language: lang, client} = this.context;
    const isNoted = this.layout !== 'compact' || !this.isPart;
    return renderCard({
      petition,
      texts,
      lang,
      base: client?.base,
      layout: this.layout,
      hasImage: !this.noImage,
      isFirst: () => isFirstImage(this),
      hasLanguages: !this.noLanguages,
      target: this.#target,
      band: acceptsSignatures(petition.status) ? nothing : renderClosed(petition, texts, lang),
      note: isNoted ? this.renderUntranslated(petition, texts) : nothing,
    });
  }

  protected override renderLoading(texts: Texts | undefined): unknown {
    return html`
      <div class="card ${this.layout}" part="card">
        ${this.noImage || this.layout === 'compact' ? nothing : html`<div class="image line"></div>`}
        <div class="content">
          <p class="byline"><span class="line"></span></p>
          <p class="title"><span class="line"></span><span class="line"></span></p>
          <p class="text"><span class="line"></span><span class="line"></span><span class="line"></span></p>
          <span class="visually-hidden">${texts?.text('loading')}</span>
        </div>
      </div>
    `;
  }

  /** Where the title and the action lead. */
  get #target(): string | undefined {
    if (this.href === '') return undefined;
    return this.href ? webUrl(this.href, this.baseURI) : webUrl(this.shown?.url, this.context.client?.base);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-card': PetitionCard;
  }
}
