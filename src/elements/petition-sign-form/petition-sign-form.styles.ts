import {css} from 'lit';

export const styles = css`
  .root {
    container-type: inline-size;
  }

  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: calc(var(--_s) * 4);
  }

  .heading,
  .thanks h2 {
    font-size: var(--_large);
    font-weight: 700;
    line-height: var(--_title-line);
    text-wrap: balance;
  }

  .heading {
    margin-block-end: calc(var(--_s) * 4);
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

  .optional {
    font-weight: 400;
    color: var(--_muted);
  }

  /* A full-width bracket brings its own space. */
  .optional:is(:lang(ja), :lang(zh)) {
    margin-inline-start: -0.25em;
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
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--petition-surface, transparent);
    transition: border-color 150ms ease-out;
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

  option {
    color: CanvasText;
    background: Canvas;
  }

  /* A long option would widen the page in WebKit. */
  select {
    contain: paint;
    text-overflow: ellipsis;
  }

  textarea {
    min-block-size: calc(var(--_1) * 6);
    resize: vertical;
  }

  .postalCode input {
    max-inline-size: calc(var(--_1) * 10);
  }

  .birthDate input {
    max-inline-size: calc(var(--_1) * 14);
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

  .message.error {
    font-weight: 600;
    color: var(--_danger);
  }

  .message > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .error svg {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 0.15em;
  }

  .suggestion {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 2px;
    font-size: inherit;
    font-weight: 600;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
    color: var(--_accent-text, var(--_accent));
    background: none;
  }

  [aria-invalid='true']:not(fieldset),
  [aria-invalid='true']:not(fieldset):hover {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .submit {
    inline-size: 100%;
    min-block-size: 52px;
    margin-block-start: calc(var(--_s) * 2);
    font-size: calc(var(--_1) * 1.0625);
  }

  .privacy {
    display: flex;
    gap: calc(var(--_s) * 2);
    margin-block-start: calc(var(--_s) * 3);
    font-size: var(--_small);
    color: var(--_muted);
  }

  .privacy svg {
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 0.1em;
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

  @media (forced-colors: active) {
    [aria-invalid='true'] {
      border-width: 3px;
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
