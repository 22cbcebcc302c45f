import {css} from '@lit/reactive-element/css-tag.js';

/** The band of a petition that is closed or won. */
export const statusBand = css`
  .status {
    display: grid;
    gap: var(--_s);
    padding: calc(var(--_s) * 2) calc(var(--_s) * 4);
    border-radius: calc(var(--_radius) / 4);
    border-inline-start: 4px solid var(--_control-border);
    background: var(--_block);
  }

  .status.victory {
    border-color: var(--_success);
    background: color-mix(in oklab, var(--_success) 12%, transparent);
  }

  .state {
    font-weight: 700;
  }

  .victory .state {
    color: var(--_success);
  }
`;
