import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import {formatDate} from '../../i18n/formats.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {webUrl} from '../../model/web-url.ts';
import {renderImage} from './render-image.ts';
import {targetsText} from './targets-text.ts';

export const cardLayouts = ['vertical', 'horizontal', 'compact'] as const;
export type CardLayout = (typeof cardLayouts)[number];

/** What a card shows. */
export interface CardView {
  readonly petition: Petition;
  readonly texts: Texts;
  /** The reader's language. */
  readonly lang: string;
  /** What the petition's relative URLs are relative to. */
  readonly base: string | undefined;
  readonly layout: CardLayout;
  readonly hasImage: boolean;
  /** Whether its image is the first that the page has of ours. */
  readonly isFirst: () => boolean;
  readonly hasLanguages: boolean;
  /** Where the title and the action lead. */
  readonly target: string | undefined;
  /** What there is to say of a petition that is closed or won. */
  readonly band: unknown;
  /** What there is to say of the petition's language. */
  readonly note: unknown;
}

export function renderCard(view: CardView): TemplateResult {
  const {petition, layout, note} = view;
  const isCompact = layout === 'compact';
  return html`
    <article class="card ${layout}" part="card" aria-labelledby="title">
      ${view.hasImage && !isCompact ? renderImage(petition, view.base, view.isFirst) : nothing}
      <div class="content">
        <slot name="header"></slot>
        ${note} ${isCompact ? nothing : renderByline(view)} ${renderTitle(view)}
        ${view.band}
        ${isCompact ? nothing : renderText(view)}
        <petition-counter
          class="counter"
          exportparts="sentence,total,goal,progress"
          .layout=${isCompact ? 'inline' : 'bar'}
        ></petition-counter>
        ${
          view.hasLanguages && !isCompact && petition.languages.length > 1
            ? html`<petition-language-switcher class="languages" exportparts="option" layout="list"></petition-language-switcher>`
            : nothing
        }
        ${renderAction(view)}
        <slot name="footer"></slot>
      </div>
    </article>
  `;
}

function renderByline({petition: {organization, publishedAt}, lang}: CardView): unknown {
  const url = webUrl(organization.url);
  return html`
    <p class="byline" part="byline">
      ${url ? html`<a href=${url}><bdi>${organization.name}</bdi></a>` : html`<bdi>${organization.name}</bdi>`}
      <time datetime=${publishedAt}>${formatDate(lang, publishedAt)}</time>
    </p>
  `;
}

function renderTitle({petition: {title, lang}, target}: CardView): unknown {
  return html`
    <h2 class="title" part="title" id="title" lang=${lang} dir=${directionOf(lang)}>
      ${target ? html`<a href=${target}>${title}</a>` : title}
    </h2>
  `;
}

function renderText({petition: {targets, summary, lang}, texts, lang: readers}: CardView): unknown {
  const names = targets.map((target) => target.name);
  return html`
    ${names.length > 0 ? html`<p class="targets" part="targets">${targetsText(texts, readers, names)}</p>` : nothing}
    <p class="text" part="summary" lang=${lang} dir=${directionOf(lang)}>${summary}</p>
  `;
}

function renderAction({petition: {status}, texts, target}: CardView): unknown {
  if (!target) return nothing;
  const text = texts.text(acceptsSignatures(status) ? 'readAndSign' : 'read');
  return html`<a class="button primary action" part="action" href=${target} aria-describedby="title">${text}</a>`;
}
