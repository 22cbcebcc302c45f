import {css} from '@lit/reactive-element/css-tag.js';

/** The places of what comes with the petition: about as high as it will be, so that nothing below moves again. */
export const frameStyles = css`
  .ahead {
    display: grid;
    align-content: start;
    gap: calc(var(--_s) * 3);
    min-block-size: calc(var(--_1) * 24);
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
    gap: calc(var(--_s) * 8);
    min-block-size: calc(var(--_1) * 18);
  }
`;
