import {html} from 'lit/html.js';

/*
 * One set, drawn on a grid of 24 with round ends: decoration only, a text always stands beside it. A template
 * without expressions that begins with a comment has Lit look at that alone: what looks at a drawing makes a
 * browser set up all that can be done with drawings, which takes 30 KB.
 */

export const warningIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 8v5M12 16.2v.1M12 3.2 22 20.5H2Z" /></svg>`;
export const lockIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" /></svg>`;
export const checkIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="m5 12.5 4.5 4.5L19 7.5" /></svg>`;
export const languageIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.3 12h17.4M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18" /></svg>`;
export const chevronIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="m7 10 5 5 5-5" /></svg>`;
export const waitingIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3 2" /></svg>`;
export const closeIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M6 6l12 12M18 6 6 18" /></svg>`;
