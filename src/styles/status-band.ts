import {css} from '@lit/reactive-element/css-tag.js';

/** The band of a petition that is closed or won. */
export const statusBand = css`
  .status {
    --_on-success: color(
      from var(--_success) xyz-d65 calc(0.9505 * clamp(0, (0.179 - y) * 9999, 1) + x * max(0, 1 - 0.3 / y) / 7)
        calc(clamp(0, (0.179 - y) * 9999, 1) + max(0, y - 0.3) / 7)
        calc(1.089 * clamp(0, (0.179 - y) * 9999, 1) + z * max(0, 1 - 0.3 / y) / 7)
    );
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s) calc(var(--_s) * 3);
    padding: calc(var(--_s) * 4);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_block);
  }

  .status > svg {
    margin-block-start: calc((1lh - 20px) / 2);
  }

  .status > p,
  .status > ul {
    grid-column: 2;
  }

  .status > :not(svg, .state) {
    display: var(--_card-more, block);
  }

  .state {
    font-weight: 700;
  }

  .status.victory {
    border-color: transparent;
    color: light-dark(var(--_on-success), currentcolor);
    background: light-dark(var(--_success), color-mix(in oklab, var(--_success) 26%, transparent));
  }

  .victory > .state {
    font-size: var(--_large);
    line-height: 1.2;
  }

  .status .on {
    font-size: var(--_small);
  }

  @media (forced-colors: active), print {
    .status,
    .status.victory {
      border: 2px solid;
      color: inherit;
    }
  }
`;
