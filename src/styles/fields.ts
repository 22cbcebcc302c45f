import {css} from '@lit/reactive-element/css-tag.js';

/** A form's fields: what is painted of it before all else. */
export const fields = css`
  .root {
    container-type: inline-size;
  }

  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: calc(var(--_s) * 4);
    max-inline-size: calc(var(--_1) * 42);
  }

  .heading {
    margin-block-end: calc(var(--_s) * 4);
    font-size: var(--_large);
  }

  label {
    display: block;
  }

  .field > label,
  .choice > legend {
    margin-block-end: var(--_s);
    font-size: var(--_small);
    font-weight: 600;
  }

  input:not([type='checkbox'], [type='radio']),
  select,
  textarea,
  .line.input {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
    border: 1px solid var(--_control-border);
    border-radius: var(--_field-radius);
    background: var(--petition-surface, transparent);
    transition: border-color var(--_swift);
  }

  select {
    padding-inline-end: calc(var(--_s) * 2.5 + 20px);
  }

  input:hover,
  select:hover,
  textarea:hover {
    border-color: currentcolor;
  }

  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
    border-color: var(--_focus);
  }

  /* What is always written from left to right still begins where the line does. */
  .root:dir(rtl) input[dir='ltr'] {
    text-align: end;
  }

  /* The place is kept, so that nothing moves when a message comes. */
  .message {
    display: flex;
    align-items: flex-start;
    gap: var(--_s);
    min-block-size: calc(var(--_small) * 1.5 + var(--_s) * 2.5);
    padding-block: calc(var(--_s) * 0.5) calc(var(--_s) * 2);
    font-size: var(--_small);
    line-height: 1.5;
    color: var(--_muted);
  }

  .line.label {
    inline-size: 30%;
    margin-block: calc(var(--_s) * 5) calc(var(--_s) * 2);
    block-size: 0.8em;
  }

  .line.input {
    border-color: transparent;
    background: var(--_block);
  }

  .waiting > .line.input:nth-last-child(2) {
    margin-block-start: calc(var(--_s) * 8);
  }

  @media print {
    .form {
      display: none;
    }
  }

  @container (min-width: 26em) {
    .form {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .form > * {
      grid-column: 1 / -1;
    }

    .form > .givenName {
      grid-column: 1;
    }

    .form > .familyName {
      grid-column: 2;
    }
  }
`;
