import {css} from '@lit/reactive-element/css-tag.js';

/** The bar with the button, and the dialog with the form. */
export const dialogStyles = css`
  .bar {
    display: grid;
    gap: calc(var(--_s) * 3);
    padding: calc(var(--_s) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--petition-surface, transparent);
  }

  :host(:state(banner)) {
    position: fixed !important;
    inset-inline: 0;
    inset-block-end: 0;
    z-index: 1000;
  }

  .banner .bar {
    grid-template-columns: minmax(0, 1fr) fit-content(60%);
    align-items: center;
    padding-block-end: calc(var(--_s) * 3 + env(safe-area-inset-bottom, 0px));
    padding-block-start: calc(var(--_s) * 3);
    padding-inline: max(var(--_room), (100% - 66rem) / 2);
    border-width: 1px 0 0;
    border-radius: 0;
    color: var(--petition-text, var(--_ink));
    background: var(--_raised);
  }

  /* A bar that stays while a page is read says in one line that it is over. */
  .banner .card {
    --_card-more: none;
  }

  dialog {
    inline-size: min(calc(var(--_1) * 36), 100vw);
    max-inline-size: none;
    max-block-size: min(100dvh, calc(var(--_1) * 60));
    margin: auto;
    padding: var(--_room);
    overflow-y: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--petition-text, var(--_ink));
    background: var(--_raised);
  }

  dialog::backdrop {
    background: rgb(10 20 25 / 55%);
  }

  dialog[open] {
    animation: appear 200ms ease-out;
  }

  /* Around it, the page behind it takes the contrast from the ring. */
  dialog:focus-visible {
    outline-offset: -2px;
  }

  dialog .title {
    margin-block: calc(var(--_s) * 4);
    font-size: var(--_title);
  }

  dialog .untranslated {
    min-block-size: 0;
    margin-block-start: calc(var(--_s) * 3);
  }

  dialog .text {
    margin-block-start: calc(var(--_s) * 6);
  }

  .close {
    inline-size: 44px;
    padding: 0;
    border-color: transparent;
    margin-inline-start: auto;
  }

  /* There is no room for more than the count and the button. */
  @container (max-width: 40em) {
    .banner .card {
      --_card-heading: none;
    }

    .banner .primary {
      padding-inline: calc(var(--_s) * 3);
    }
  }

  @container (min-width: 26em) {
    .bar {
      grid-template-columns: 1fr auto;
      align-items: center;
    }
  }
`;
