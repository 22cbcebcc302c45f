import {css} from '@lit/reactive-element/css-tag.js';
import {base} from '../../styles/base.ts';
import {controls} from '../../styles/controls.ts';
import {fields} from '../../styles/fields.ts';
import {untranslated} from '../../styles/untranslated.ts';
import {choiceStyles} from './choices.styles.ts';

const styles = css`
  .thanks h2 {
    scroll-margin-block: 8rem;
    font-size: var(--_large);
  }

  .optional {
    font-weight: 400;
    color: var(--_muted);
  }

  /* A full-width bracket brings its own space. */
  .optional:is(:lang(ja), :lang(zh)) {
    margin-inline-start: -0.25em;
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

  .postalCode input,
  [inputmode='decimal'] {
    max-inline-size: calc(var(--_1) * 10);
  }

  [type='date'] {
    max-inline-size: calc(var(--_1) * 14);
  }

  .error {
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
    color: var(--_strong);
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

  @media (forced-colors: active) {
    [aria-invalid='true'] {
      border-width: 3px;
    }
  }
`;

export const formStyles = [...base, controls, untranslated, fields, styles, choiceStyles];
