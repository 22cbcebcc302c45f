import {css} from '@lit/reactive-element/css-tag.js';
import {base} from '../../styles/base.ts';
import {controls} from '../../styles/controls.ts';

const styles = css`
  :host {
    display: inline-block !important;
    min-inline-size: 0 !important;
    max-inline-size: 100%;
  }

  :host::before {
    display: none;
  }

  :host(:state(list)) {
    display: block !important;
  }

  .opener {
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    border: 1px solid var(--_border);
    font-weight: 400;
  }

  .waiting {
    inline-size: calc(var(--_1) * 9);
    block-size: 44px;
  }

  .chevron {
    display: contents;
  }

  .list {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_s) * 4);
    font-size: var(--_small);
  }

  .unseen {
    line-height: 32px;
    visibility: hidden;
  }
`;

export const switcherStyles = [...base, controls, styles];
