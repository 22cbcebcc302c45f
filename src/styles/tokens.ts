import {css} from '@lit/reactive-element/css-tag.js';

/**
 * What every element stands on. The host's own box is kept against a page's `!important` resets;
 * inside, `all: initial` lets in of the page's style only what a guest should take on: its font,
 * its colour and its colour scheme.
 */
export const tokens = css`
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

    --_1: max(1rem, 16px);
    --_small: calc(var(--_1) * 0.875);
    --_large: calc(var(--_1) * 1.25);
    --_title: calc(var(--_1) * 1.6);
    --_display: calc(var(--_1) * 2.2);
    --_title-line: 1.15;
    --_s: var(--petition-space, 4px);
    --_radius: var(--petition-radius, 8px);
    --_accent: var(--petition-accent, light-dark(#0b5d78, #84c9de));
    --_on-accent: var(--petition-on-accent, oklch(from var(--_accent) clamp(0.2, (0.66 - l) * 999, 1) 0 h));
    --_accent-hover: color-mix(in oklab, var(--_accent) 86%, currentcolor);
    --_tint: color-mix(in oklab, var(--_accent) 10%, transparent);
    --_track: color-mix(in oklab, var(--_accent) 18%, transparent);
    --_progress: var(--petition-progress, var(--_accent));
    --_muted: var(--petition-muted, color-mix(in oklab, currentcolor 76%, transparent));
    --_border: var(--petition-border, color-mix(in oklab, currentcolor 18%, transparent));
    --_control-border: color-mix(in oklab, currentcolor 58%, transparent);
    --_danger: var(--petition-danger, light-dark(#b3261e, #ffa49b));
    --_success: var(--petition-success, light-dark(#1c6b3c, #86d6a2));
    --_focus: var(--petition-focus, var(--_accent));
    --_block: color-mix(in oklab, currentcolor 9%, transparent);
  }

  .root.light {
    color-scheme: light;
    color: var(--petition-text, #16242b);
    background: var(--petition-surface, #fff);
  }

  .root.dark {
    color-scheme: dark;
    color: var(--petition-text, #e6edf0);
    background: var(--petition-surface, #10191e);
  }

  /* Arabic and Uyghur script needs the room above and below its line. */
  .root:dir(rtl) {
    line-height: 1.75;
    --_title-line: 1.45;
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

  @media (prefers-contrast: more) {
    .root {
      --_muted: currentcolor;
      --_border: currentcolor;
      --_control-border: currentcolor;
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
`;
