import {css} from '@lit/reactive-element/css-tag.js';

/** A petition as a whole: what is asked, and the form below it or, where there is room, beside it. */
export const columns = css`
  .root {
    container-type: inline-size;
  }

  .campaign.full {
    padding: var(--_room);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--petition-surface, transparent);
  }

  .top {
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: calc(var(--_s) * 2);
  }

  /* As high as a button, which a script with high lines makes higher. */
  .full > .top {
    min-block-size: max(44px, 1lh + 18px);
    margin-block-end: calc(var(--_s) * 5);
  }

  .top > petition-language-switcher {
    flex: none;
    max-inline-size: 75%;
  }

  .organization {
    margin-inline-end: auto;
    min-inline-size: 0;
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.4;
  }

  .organization a {
    text-decoration: none;
  }

  .organization a:hover {
    text-decoration: underline;
  }

  .columns {
    display: grid;
    gap: calc(var(--_s) * 8);
  }

  @container (min-width: 40em) {
    .columns.open {
      grid-template-columns: minmax(0, 1.25fr) minmax(280px, 1fr);
      grid-template-rows: auto 1fr;
      column-gap: var(--_room);
    }

    .sign {
      grid-column: 2;
      grid-row: 1 / span 2;
      padding-inline-start: var(--_room);
      border-inline-start: 1px solid var(--_border);
    }

    .sign > petition-sign-form {
      position: sticky;
      inset-block-start: calc(var(--_s) * 4);
    }
  }
`;
