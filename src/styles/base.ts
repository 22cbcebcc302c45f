import {css} from '@lit/reactive-element/css-tag.js';
import {tokens} from './tokens.ts';

/**
 * What every element stands on. The host's own box is kept against a page's `!important` resets;
 * inside, `all: initial` lets in of the page's style only what a guest should take on: its font,
 * its colour and its colour scheme.
 */
const ground = css`
  :host {
    display: block !important;
    box-sizing: border-box;
    min-inline-size: min(100%, 280px) !important;
    max-inline-size: 100%;
    break-inside: avoid-column;
    columns: auto !important;
    writing-mode: horizontal-tb !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  /*
   * A container that answers queries has no width of its own, so a page that floats the element would
   * make it as narrow as it may be. Two letters so far apart ask for a good width, and none if it is not there.
   */
  :host::before {
    content: 'i i';
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font: 1px/0 monospace;
    word-spacing: 640px;
  }

  .root {
    all: initial;
    display: block;
    color-scheme: inherit;
    visibility: inherit;
    color: var(--petition-text, inherit);
    font-family: var(--petition-font, inherit);
    font-size: var(--_1);
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
    line-break: strict;
    text-autospace: normal;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }

  ul {
    list-style: none;
  }

  a {
    color: inherit;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.15em;
  }

  h2,
  .title {
    font-family: var(--_title-font);
    font-weight: 700;
    line-height: var(--_title-line);
    text-wrap: balance;
    word-break: auto-phrase;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  /* What takes the focus only so that a screen reader starts there. */
  .root:focus,
  h2:focus {
    outline: none;
  }

  svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* What a page puts into slots keeps its distance, whatever a browser gives it; the page has the last word. */
  ::slotted([slot='header']),
  ::slotted([slot='before-submit']) {
    margin-block: 0 calc(var(--_s) * 3);
  }

  /* In a form of two columns it takes both. */
  ::slotted([slot='before-submit']) {
    grid-column: 1 / -1;
  }

  ::slotted([slot='footer']),
  ::slotted([slot='thanks']) {
    margin-block: calc(var(--_s) * 3) 0;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .problem {
    display: grid;
    justify-items: start;
    gap: calc(var(--_s) * 3);
    padding: calc(var(--_s) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .problem:not(:last-child) {
    margin-block-end: calc(var(--_s) * 3);
  }

  /* The place of a line that is loading; nothing is seen of it for the first moment. */
  .line {
    display: block;
    block-size: 1em;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_block);
    animation: appear 150ms 200ms ease-out backwards;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      transition-duration: 1ms !important;
    }
  }

  /* Paper is light, and nothing can be pressed on it. */
  @media print {
    .root {
      color-scheme: light !important;
      color: #000 !important;
      background: none !important;
    }

    button,
    .button,
    select {
      display: none !important;
    }
  }
`;

/** What the styles of every element begin with. */
export const base = [ground, tokens];
