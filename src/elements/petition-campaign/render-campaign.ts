import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import {webUrl} from '../../model/web-url.ts';

export const campaignLayouts = ['full', 'compact', 'banner'] as const;
export type CampaignLayout = (typeof campaignLayouts)[number];

export const renderCampaign = (layout: CampaignLayout, content: unknown): TemplateResult => html`
  <div class="campaign ${layout}" part="campaign">
    <slot name="header"></slot>
    ${content}
    <slot name="footer"></slot>
  </div>
`;

interface FullView {
  /** Undefined until it is read. */
  readonly petition: Petition | undefined;
  readonly switcher: unknown;
  /** Undefined where the petition takes no more signatures. */
  readonly form: unknown;
  readonly text: unknown;
}

function renderOrganization({organization: {name, url}}: Petition): TemplateResult {
  const address = webUrl(url);
  return html`<p class="organization" part="organization">
    ${address ? html`<a href=${address}><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}
  </p>`;
}

export const renderFull = ({petition, switcher, form, text}: FullView): TemplateResult => html`
  <div class="top">${petition ? renderOrganization(petition) : nothing}${switcher}</div>
  <div class="columns ${form ? 'open' : 'over'}">
    <petition-card
      class="card"
      exportparts="card,image,untranslated,byline,title,status,targets,summary,sentence,total,goal,progress,problem,retry"
      no-languages
      href=""
    ></petition-card>
    ${form ? html`<div class="sign">${form}</div>` : nothing} ${text}
  </div>
`;

export const renderSwitcherTag = (remember: string | undefined): TemplateResult =>
  html`<petition-language-switcher exportparts="button,menu,option" .remember=${remember}></petition-language-switcher>`;

/** What a page can style of the form, as if it were the campaign's own. */
const formParts =
  'form,heading,status,untranslated,field,input,error,countdown,suggestion,consent,listed,failure,waiting,try-now,stop,submit,keep-offline,privacy,entered,copy,thanks,correct';

/** What a campaign says of its form. */
export interface FormSettings {
  readonly source: string | undefined;
  readonly prefill: boolean;
  readonly draft: boolean;
  readonly keepOffline: boolean;
}

export const renderFormTag = ({source, prefill, draft, keepOffline}: FormSettings): TemplateResult => html`
  <petition-sign-form exportparts=${formParts} .source=${source} ?prefill=${prefill} ?draft=${draft} ?keep-offline=${keepOffline}>
    <slot name="before-submit" slot="before-submit"></slot>
    <slot name="thanks" slot="thanks"></slot>
  </petition-sign-form>
`;

/** @param isShown or else it only holds its place, as it is not read yet */
export const renderText = (lang: string, content: unknown, isShown: boolean): TemplateResult =>
  html`<div
    class=${isShown ? 'text' : 'text unseen'}
    part=${isShown ? 'text' : nothing}
    lang=${lang}
    dir=${directionOf(lang)}
    >${content}</div
  >`;

export const renderParagraphs = (texts: readonly string[]): unknown => texts.map((text) => html`<p>${text}</p>`);
