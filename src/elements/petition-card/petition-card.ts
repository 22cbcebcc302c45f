import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import {formatDate} from '../../i18n/formats.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice} from '../../internal/attributes.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {webUrl} from '../../model/web-url.ts';
import {controls} from '../../styles/controls.ts';
import {statusBand} from '../../styles/status-band.ts';
import {tokens} from '../../styles/tokens.ts';
import {untranslated} from '../../styles/untranslated.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {renderClosed} from '../base/render-closed.ts';
import {styles} from './petition-card.styles.ts';
import {targetsText} from './targets-text.ts';

const layouts = ['vertical', 'horizontal', 'compact'] as const;
type CardLayout = (typeof layouts)[number];

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
  static override readonly styles = [tokens, controls, statusBand, untranslated, styles];

  @property()
  get layout(): CardLayout {
    return this.#layout;
  }
  set layout(value: string | null | undefined) {
    this.#layout = choice(this, 'layout', layouts, value);
  }
  #layout: CardLayout = 'vertical';

  /** Where the card leads; the petition's own page by default, nowhere if empty. */
  @property() href: string | undefined;

  @property({type: Boolean, attribute: 'no-image'}) noImage = false;

  @property({type: Boolean, attribute: 'no-languages'}) noLanguages = false;

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    const isCompact = this.layout === 'compact';
    return html`
      <article class="card ${this.layout}" part="card" aria-labelledby="title">
        ${this.noImage || isCompact ? nothing : this.#renderImage(petition)}
        <div class="content">
          <slot name="header"></slot>
          ${isCompact && this.isPart ? nothing : this.renderUntranslated(petition, texts)}
          ${isCompact ? nothing : this.#renderByline(petition)} ${this.#renderTitle(petition)}
          ${acceptsSignatures(petition.status) ? nothing : renderClosed(petition, texts, this.context.language)}
          ${isCompact ? nothing : this.#renderText(petition, texts)}
          <petition-counter class="counter" .layout=${isCompact ? 'inline' : 'bar'}></petition-counter>
          ${
            this.noLanguages || isCompact || petition.languages.length < 2
              ? nothing
              : html`<petition-language-switcher class="languages" layout="list"></petition-language-switcher>`
          }
          ${this.#renderAction(petition, texts)}
          <slot name="footer"></slot>
        </div>
      </article>
    `;
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

  #renderImage({image, organization, lang}: Petition): unknown {
    const src = webUrl(image?.src, this.context.client?.base);
    if (!image || !src)
      return html`<div class="image initial" part="image" aria-hidden="true">${initialOf(organization.name)}</div>`;
    return html`<img
      class="image"
      part="image"
      src=${src}
      alt=${image.alt}
      lang=${lang}
      width=${image.width}
      height=${image.height}
      loading="lazy"
      decoding="async"
    />`;
  }

  #renderByline({organization, publishedAt}: Petition): unknown {
    const url = webUrl(organization.url);
    return html`
      <p class="byline" part="byline">
        ${url ? html`<a href=${url}><bdi>${organization.name}</bdi></a>` : html`<bdi>${organization.name}</bdi>`}
        <time datetime=${publishedAt}>${formatDate(this.context.language, publishedAt)}</time>
      </p>
    `;
  }

  #renderTitle({title, lang}: Petition): unknown {
    const href = this.#target;
    return html`
      <h2 class="title" part="title" id="title" lang=${lang} dir=${directionOf(lang)}>
        ${href ? html`<a href=${href}>${title}</a>` : title}
      </h2>
    `;
  }

  /** Where the title and the action lead. */
  get #target(): string | undefined {
    if (this.href === '') return undefined;
    return this.href ? webUrl(this.href, this.baseURI) : webUrl(this.shown?.url, this.context.client?.base);
  }

  #renderText({targets, summary, lang}: Petition, texts: Texts): unknown {
    const names = targets.map((target) => target.name);
    return html`
      ${names.length > 0 ? html`<p class="targets" part="targets">${targetsText(texts, this.context.language, names)}</p>` : nothing}
      <p class="text" part="summary" lang=${lang} dir=${directionOf(lang)}>${summary}</p>
    `;
  }

  #renderAction({status}: Petition, texts: Texts): unknown {
    if (!this.#target) return nothing;
    const text = texts.text(acceptsSignatures(status) ? 'readAndSign' : 'read');
    return html`<a class="button primary action" part="action" href=${this.#target} aria-describedby="title">${text}</a>`;
  }
}

/** A character of an alphabet in wide use, or of Chinese, that stands by itself and marks no other. */
const isSingle = (code: number): boolean =>
  code < 0x300 ||
  (code >= 0x370 && code < 0x483) ||
  (code >= 0x620 && code < 0x64b) ||
  (code >= 0x4e00 && code < 0xa000);

/**
 * The first letter as a reader sees it. `Intl.Segmenter` knows all that may be one, but takes a phone
 * longer than the rest of the card; one that is followed by another is found without it.
 */
function initialOf(name: string): string {
  if (isSingle(name.charCodeAt(0)) && isSingle(name.charCodeAt(1) || 0)) return name.charAt(0);
  const [first] = new Intl.Segmenter().segment(name);
  return first?.segment ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-card': PetitionCard;
  }
}
