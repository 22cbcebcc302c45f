import {css} from '@lit/reactive-element/css-tag.js';

/** What a text has beside paragraphs. */
export const markdownStyles = css`
  .text h3 {
    font-size: var(--_large);
    line-height: var(--_title-line);
  }

  .text :is(ul, ol) {
    display: grid;
    gap: calc(var(--_s) * 2);
    padding-inline-start: 1.4em;
  }

  .text ul {
    list-style: disc;
  }

  .text blockquote {
    margin: 0;
    padding-inline-start: calc(var(--_s) * 4);
    border-inline-start: 3px solid var(--_border);
  }

  .text pre {
    overflow-x: auto;
  }

  .text hr {
    inline-size: 100%;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }
`;
