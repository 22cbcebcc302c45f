import {html} from 'lit/html.js';

/* Of the set in icons.ts; by themselves, as few pages need them. */

export const closedIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4.5 6h15v13.5h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8M9 15l2.2 2.2 4-4" /></svg>`;
export const victoryIcon = html`<!----><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M6 21V3.5M6 5h12.5l-3 4.25 3 4.25H6" /></svg>`;
