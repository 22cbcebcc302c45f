import {html, type TemplateResult} from 'lit';

/*
 * One set, drawn on a grid of 24 with round ends: decoration only, a text always stands beside it.
 */

export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;

export const warningIcon = icon('M12 8v5M12 16.2v.1M12 3.2 22 20.5H2Z');
export const lockIcon = icon('M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3');
export const checkIcon = icon('m5 12.5 4.5 4.5L19 7.5');
export const languageIcon = icon(
  'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.3 12h17.4M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
);
export const chevronIcon = icon('m7 10 5 5 5-5');
export const waitingIcon = icon('M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3 2');
