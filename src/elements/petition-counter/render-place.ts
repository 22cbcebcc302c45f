import {html} from 'lit/html.js';

/** The place of a line, with its words unseen, so that it has the size of what comes. */
export function renderPlace(words: unknown, hasWords: boolean): unknown {
  return html`<span class="line placeholder ${hasWords ? '' : 'wordless'}"
    ><span class="unseen">${words}</span></span
  >`;
}
