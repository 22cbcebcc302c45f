import {css} from 'lit';

export const styles = css`
  :host(:state(inline)) {
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

  .total {
    font-size: var(--_title);
    font-weight: 700;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.15;
  }

  .goal {
    min-block-size: 1lh;
    font-size: var(--_small);
    color: var(--_muted);
  }

  .placeholder {
    inline-size: 11em;
    block-size: calc(var(--_title) * 1.15);
  }

  .number .total {
    display: block;
    font-size: var(--_display);
  }

  .inline {
    display: inline;
  }

  .inline .sentence {
    display: inline;
    font-size: inherit;
    line-height: inherit;
  }

  .inline .total {
    font-size: inherit;
    line-height: inherit;
  }

  .inline .placeholder {
    display: inline-block;
    block-size: 1em;
    vertical-align: -0.1em;
  }

  progress,
  .line.track {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 8px;
    border: 0;
    border-radius: 4px;
    background: var(--_track);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: transparent;
  }

  progress::-webkit-progress-value {
    border-radius: 4px;
    background: var(--_progress);
    transition: inline-size 250ms ease-out;
  }

  progress::-moz-progress-bar {
    border-radius: 4px;
    background: var(--_progress);
  }

  .ring {
    grid-template-columns: auto 1fr;
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

  .ring-drawing .way {
    stroke: var(--_progress);
    stroke-linecap: butt;
    transition: stroke-dasharray 250ms ease-out;
  }

  @media (forced-colors: active) {
    progress {
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
  }
`;
