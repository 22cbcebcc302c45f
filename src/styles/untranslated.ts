import {css} from '@lit/reactive-element/css-tag.js';

/** The line of a petition that is not in the reader's language. It has its room before its words are there. */
export const untranslated = css`
  .untranslated {
    display: flex;
    gap: calc(var(--_s) * 2);
    min-block-size: 3lh;
    font-size: var(--_small);
    color: var(--_muted);
  }

  .untranslated > svg {
    flex: none;
    margin-block-start: calc((1lh - 20px) / 2);
  }

  @container (inline-size >= 20rem) {
    .untranslated {
      min-block-size: 2lh;
    }
  }

  @container (inline-size >= 42rem) {
    .untranslated {
      min-block-size: 1lh;
    }
  }
`;
