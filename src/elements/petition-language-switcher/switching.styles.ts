import {css} from '@lit/reactive-element/css-tag.js';

/** The menu, the list and the browser's own control. */
export const switchingStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: calc(var(--_s) * 1.5);
    min-inline-size: calc(var(--_1) * 12);
    max-inline-size: calc(100vw - 16px);
    max-block-size: calc(100vh - 16px);
    overflow-y: auto;
    overscroll-behavior: contain;
    color: var(--petition-text, var(--_ink));
    background: var(--_raised);
    border: 1px solid light-dark(#c9d2d6, #42525a);
    border-radius: var(--_radius);
    opacity: 0;
    pointer-events: none;
  }

  .menu.shown {
    opacity: 1;
    pointer-events: auto;
  }

  .menu.shown:popover-open {
    animation: appear var(--_swift);
  }

  .option {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_s) * 3);
    min-block-size: 44px;
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    border-radius: calc(var(--_radius) / 2);
    cursor: pointer;
  }

  .names {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 calc(var(--_s) * 6);
  }

  .translated {
    font-size: var(--_small);
    font-weight: 400;
    color: var(--_muted);
  }

  .option:hover,
  .option:focus {
    background: var(--_tint);
  }

  .option:focus-visible {
    outline-offset: -2px;
  }

  .option[aria-selected='true'] {
    font-weight: 600;
  }

  .text {
    display: inline-flex;
    align-items: center;
    min-block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: 2px;
    font-weight: 400;
    color: var(--_muted);
    background: none;
    text-decoration: underline 1px;
    text-underline-offset: 0.25em;
    text-decoration-color: var(--_control-border);
  }

  .text:hover {
    text-decoration-color: currentcolor;
  }

  .text[aria-current] {
    font-weight: 700;
    color: inherit;
    text-decoration: none;
  }

  select {
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    padding-inline-end: calc(var(--_s) * 2.5 + 20px);
    border: 1px solid var(--_control-border);
    font-weight: 400;
    min-block-size: 44px;
    max-inline-size: 100%;
    border-radius: var(--_button-radius);
    background: transparent;
  }

  option {
    color: CanvasText;
    background: Canvas;
  }
`;
