import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Texts} from '../../i18n/texts.ts';

export interface ProblemView {
  /** What went wrong, or that it is tried again. */
  readonly text: string;
  readonly texts: Texts;
  readonly isReloading: boolean;
  /** Undefined where trying again would change nothing. */
  readonly retry: ((event: Event) => unknown) | undefined;
}

/** What is shown when data can't be had. */
export const renderProblem = ({text, texts, isReloading, retry}: ProblemView): TemplateResult => html`
  <div class="problem" part="problem" role="status">
    <p>${text}</p>
    ${
      retry
        ? html`<button class="quiet" part="retry" type="button" aria-disabled=${isReloading} @click=${retry}>
            ${texts.text('retry')}
          </button>`
        : nothing
    }
  </div>
`;
