import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Texts} from '../../i18n/texts.ts';

/** What stands in every element's shadow root, whatever its state. */
export interface ElementView {
  readonly theme: string;
  readonly texts: Texts | undefined;
  /** Why data could not be had. */
  readonly problem: unknown;
  readonly content: unknown;
  /** What is told aloud; it stands outside of what comes and goes, where it is heard. */
  readonly announcement: unknown;
}

/** One template for all states, so that what stands in more than one of them stays. */
export const renderElement = ({theme, texts, problem, content, announcement}: ElementView): TemplateResult =>
  html`<div class="root ${theme}" part="root" lang=${texts?.locale ?? nothing} dir=${texts?.dir ?? nothing}>
      ${problem}${content}
    </div>
    ${announcement}`;

/** What is told aloud and not shown, as it is shown elsewhere. */
export const renderAnnouncement = (said: string | undefined, texts: Texts): TemplateResult =>
  html`<p class="visually-hidden" role="status" lang=${texts.locale} dir=${texts.dir}>${said}</p>`;
