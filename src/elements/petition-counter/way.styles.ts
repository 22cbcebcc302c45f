import {css} from '@lit/reactive-element/css-tag.js';

/** The bar or ring of the way to the goal, and its end. */
export const wayStyles = css`
  /* A bar that nobody fills any more would look like one that nobody has filled. */
  .bar.closed .way {
    visibility: hidden;
  }

  .way {
    position: relative;
  }

  progress,
  .way.track {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: var(--_bar-size);
    border: 0;
    border-radius: min(var(--_radius), 4px);
    background: var(--_track);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: transparent;
  }

  progress::-webkit-progress-value {
    border-radius: inherit;
    background: var(--_bar);
    transition: inline-size 250ms ease-out;
  }

  progress::-moz-progress-bar {
    border-radius: inherit;
    background: var(--_bar);
  }

  .near::after {
    content: '';
    position: absolute;
    inset-block: -3px;
    inset-inline-end: 0;
    border-inline-end: 3px solid currentcolor;
    border-radius: 2px;
  }

  .ring {
    grid-template-columns: auto 1fr;
    grid-template-rows: auto 1fr;
    align-items: center;
    column-gap: calc(var(--_s) * 4);
  }

  .ring-drawing {
    grid-row: span 2;
    inline-size: 64px;
    block-size: 64px;
    stroke-width: 7;
    rotate: -90deg;
  }

  .root:dir(rtl) .ring-drawing {
    scale: 1 -1;
  }

  .ring-drawing .track {
    stroke: var(--_track);
  }

  .ring-drawing .done {
    stroke: var(--_bar);
    stroke-linecap: butt;
    transition: stroke-dasharray 250ms ease-out;
  }

  .ring-drawing .end {
    stroke-width: 3;
    stroke-linecap: butt;
  }

  .closed .ring-drawing .track {
    --_track: var(--_control-border);
  }

  .victory .way.track {
    background: var(--_success);
  }

  .victory .ring-drawing .done {
    stroke: var(--_success);
  }

  /* No selector for everything reaches what is inside a bar. */
  @media (prefers-reduced-motion: reduce) {
    progress::-webkit-progress-value {
      transition: none;
    }
  }

  @media print {
    progress,
    .way.track {
      print-color-adjust: exact;
    }
  }

  @media (forced-colors: active) {
    progress,
    .way.track {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }

    progress::-webkit-progress-value {
      background: Highlight;
    }

    progress::-moz-progress-bar {
      background: Highlight;
    }

    .victory .way.track {
      background: Highlight;
    }

    .ring-drawing .track {
      stroke: CanvasText;
      stroke-width: 1;
    }

    .ring-drawing .done,
    .victory .ring-drawing .done {
      stroke: Highlight;
    }
  }
`;
