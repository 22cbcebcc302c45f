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
    border-radius: var(--_radius);
    font-weight: 600;
    text-align: center;
    text-wrap: balance;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color 150ms ease-out,
      border-color 150ms ease-out;
  }

  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
  }

  .primary:hover {
    background: var(--_accent-hover);
  }

  .quiet {
    color: inherit;
    background: transparent;
    border-color: var(--_control-border);
  }

  .quiet:hover {
    background: var(--_tint);
  }

  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
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
