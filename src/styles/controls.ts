import {css} from '@lit/reactive-element/css-tag.js';

/** Buttons and fields: 44 px high, in 16 px type so that phones don't zoom in. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_s) * 2);
    min-block-size: 44px;
    padding: calc(var(--_s) * 2) calc(var(--_s) * 5);
    border: 1px solid transparent;
    border-radius: var(--_button-radius);
    font-weight: 600;
    text-align: center;
    text-wrap: balance;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--_swift),
      border-color var(--_swift);
  }

  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_button-border);
  }

  .primary:hover {
    background: var(--_button-hover);
  }

  .quiet {
    color: inherit;
    background: transparent;
    border-color: var(--_control-border);
  }

  .quiet:hover {
    background: var(--_tint);
  }

  button:active {
    translate: 0 1px;
  }

  /* A control of the browser's own with a sign of ours, as its own stands where it likes. */
  .select {
    display: block;
    position: relative;
  }

  .select > svg {
    position: absolute;
    inset-inline-end: calc(var(--_s) * 2);
    inset-block-start: calc(50% - 10px);
    pointer-events: none;
  }

  select {
    appearance: none;
  }

  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.85;
  }

  @media (forced-colors: active) {
    button,
    .button {
      border-color: ButtonText;
    }

    .primary {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
