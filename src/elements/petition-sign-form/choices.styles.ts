import {css} from '@lit/reactive-element/css-tag.js';

/** Boxes to tick and choices of one. */
export const choiceStyles = css`
  .box {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: calc(var(--_s) * 3);
  }

  .box label {
    padding-block: calc(var(--_s) * 0.5);
    cursor: pointer;
  }

  .box .message {
    grid-column: 2;
  }

  [type='checkbox'],
  [type='radio'] {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    margin-block-start: calc((1lh - 24px) / 2 + var(--_s) * 0.5);
    flex: none;
    accent-color: var(--_strong);
    cursor: pointer;
  }

  .choice {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .choice > legend {
    padding: 0;
    font-size: var(--_1);
    font-weight: inherit;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_s) * 6);
  }

  @container (max-width: 26em) {
    .choices:has(> :nth-child(3)) {
      flex-direction: column;
    }
  }

  .choice .option {
    display: flex;
    align-items: center;
    gap: calc(var(--_s) * 2);
    min-block-size: 44px;
    cursor: pointer;
  }

  .choice .option [type='radio'] {
    margin: 0;
  }

  .listed,
  .quieter {
    font-size: var(--_small);
    color: var(--_muted);
  }

  .listed {
    margin-block-end: calc(var(--_s) * 3);
  }

  .submit + .quieter {
    margin-block-start: calc(var(--_s) * 3);
  }
`;
