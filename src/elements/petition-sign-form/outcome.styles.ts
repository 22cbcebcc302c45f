import {css} from '@lit/reactive-element/css-tag.js';

/** What becomes of a form that was sent. */
export const outcomeStyles = css`
  .failure {
    display: flex;
    gap: calc(var(--_s) * 2);
    margin-block-end: calc(var(--_s) * 4);
    padding: calc(var(--_s) * 3);
    border: 1px solid var(--_danger);
    border-inline-start-width: 4px;
    border-radius: calc(var(--_radius) / 2);
    color: var(--_danger);
    font-weight: 600;
  }

  .failure > span,
  .pending > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .failure svg {
    margin-block-start: 0.15em;
  }

  .pending {
    display: flex;
    gap: calc(var(--_s) * 2);
    margin-block-end: calc(var(--_s) * 4);
    padding: calc(var(--_s) * 3);
    border: 1px solid var(--_control-border);
    border-inline-start: 4px solid var(--_strong);
    border-radius: calc(var(--_radius) / 2);
  }

  .pending > svg {
    margin-block-start: 0.15em;
  }

  .next {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_s) * 2);
    margin-block-start: calc(var(--_s) * 2);
  }

  .closed {
    display: grid;
    gap: calc(var(--_s) * 3);
    outline-offset: 4px;
  }

  .entered {
    display: grid;
    justify-items: start;
    gap: calc(var(--_s) * 3);
    margin-block-start: calc(var(--_s) * 6);
  }

  .entered h3 {
    font-size: var(--_1);
    font-weight: 700;
  }

  .entered dl {
    display: grid;
    gap: calc(var(--_s) * 2);
    margin: 0;
    inline-size: 100%;
  }

  .entered dt {
    font-size: var(--_small);
    color: var(--_muted);
  }

  .entered dd {
    margin: 0 0 var(--_s);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    user-select: text;
  }

  /* Words of the other direction begin where the labels do. */
  .root:dir(rtl) dd:dir(ltr),
  .root:dir(ltr) dd:dir(rtl) {
    text-align: end;
  }

  /* As high as the form was: a page of its own. */
  .thanks {
    display: grid;
    align-content: center;
    justify-items: start;
    gap: calc(var(--_s) * 3);
    max-inline-size: calc(var(--_1) * 42);
    padding: var(--_room);
    border-radius: var(--_radius);
    background: color-mix(in oklab, var(--_success) 9%, transparent);
  }

  .address {
    display: inline-block;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }

  .mark {
    display: grid;
    place-content: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    color: var(--_success);
    background: color-mix(in oklab, var(--_success) 14%, transparent);
  }

  .mark path {
    stroke-dasharray: 24;
    animation: draw 250ms 100ms ease-out backwards;
  }

  @keyframes draw {
    from {
      stroke-dashoffset: 24;
    }
  }
`;
