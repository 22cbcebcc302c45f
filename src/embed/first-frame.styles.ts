import {css} from '@lit/reactive-element/css-tag.js';

/**
 * The places of what comes with the petition: about as high as it will be, so that nothing below moves again.
 * The frame's own host is an element of the page, and kept from its styles here.
 */
export const frameStyles = css`
  :host {
    all: initial !important;
    display: block !important;
    font-family: inherit !important;
    color: inherit !important;
    color-scheme: inherit !important;
    visibility: inherit !important;
  }

  :host::before {
    max-block-size: 0 !important;
  }

  :host::after {
    content: none !important;
  }

  .ahead {
    display: grid;
    align-content: start;
    gap: calc(var(--_s) * 3);
    min-block-size: calc(var(--_1) * 37);
  }

  .card > .ahead {
    min-block-size: calc(var(--_1) * 49);
  }

  .image {
    block-size: auto;
    aspect-ratio: 16 / 9;
  }

  .title {
    block-size: var(--_title);
  }

  .short {
    inline-size: 60%;
  }

  .rest {
    display: grid;
    align-content: start;
    gap: calc(var(--_s) * 12);
    min-block-size: calc(var(--_1) * 33);
    padding-block-start: calc(var(--_s) * 6);
  }

  .campaign {
    min-block-size: calc(var(--_1) * 130);
  }

  @container (min-width: 40em) {
    .campaign {
      min-block-size: calc(var(--_1) * 68);
    }
  }
`;
