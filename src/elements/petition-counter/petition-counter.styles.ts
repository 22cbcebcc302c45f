import {css} from '@lit/reactive-element/css-tag.js';
import {base} from '../../styles/base.ts';
import {controls} from '../../styles/controls.ts';
import {wayStyles} from './way.styles.ts';

const styles = css`
  :host(:state(inline):not([hidden])) {
    display: inline-block !important;
    min-inline-size: 0 !important;
    vertical-align: baseline;
  }

  :host(:state(inline))::before {
    display: none;
  }

  .root {
    container-type: inline-size;
  }

  :host(:state(inline)) .root {
    display: inline;
    container-type: normal;
    font-size: inherit;
    line-height: inherit;
  }

  .counter {
    display: grid;
    gap: calc(var(--_s) * 2);
  }

  .sentence {
    font-size: var(--_1);
    line-height: 1.3;
  }

  .digits {
    display: inline-block;
    position: relative;
  }

  .total {
    display: inline-block;
    white-space: nowrap;
    font-size: var(--_count, calc(var(--_1) * 1.6));
    font-weight: 700;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.15;
  }

  /* The numbers on the way stand in the room of the last, units over units. */
  .moving {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
  }

  .root:dir(rtl) .moving {
    inset-inline: 0 auto;
  }

  .moving:not(:empty) + .true {
    opacity: 0;
  }

  .goal {
    min-block-size: 1lh;
    font-size: var(--_small);
    color: var(--_muted);
  }

  /* Until the words are there it is as wide as they are in most languages. */
  .placeholder {
    display: inline-block;
    position: relative;
    max-inline-size: 100%;
    block-size: auto;
    background: none;
  }

  .wordless {
    inline-size: 13em;
  }

  .goal .wordless {
    inline-size: 9em;
  }

  .placeholder::before {
    content: '';
    position: absolute;
    inset: 0.125em 0;
    border-radius: calc(var(--_radius) / 2);
    background: var(--_block);
  }

  .unseen {
    visibility: hidden;
  }

  /* Four digits and what is between them. */
  .room {
    padding-inline-end: 4.6ch;
  }

  .number .sentence {
    min-block-size: calc(var(--_1) * 2.53 + 1lh);
  }

  .number .total {
    font-size: calc(var(--_1) * 2.2);
  }

  .number .first > .total {
    display: block;
    inline-size: fit-content;
  }

  .inline {
    display: inline;
  }

  .inline .sentence {
    display: inline;
    font-size: inherit;
    line-height: inherit;
  }

  /* A bold face may be higher than the page's own: the line stays as high as it is. */
  .inline .total {
    font-size: 1em;
    line-height: 1;
  }

  .inline .wordless {
    inline-size: 11em;
  }

  .victory .total {
    color: var(--_success);
  }

  .total > svg {
    inline-size: 0.9em;
    block-size: 0.9em;
    margin-inline-end: 0.25em;
    stroke-width: 2.5;
    vertical-align: -0.08em;
  }
`;

export const counterStyles = [...base, controls, styles, wayStyles];
