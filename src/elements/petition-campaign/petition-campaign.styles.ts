import {css} from '@lit/reactive-element/css-tag.js';
import {columns} from '../../styles/columns.ts';
import {controls} from '../../styles/controls.ts';
import {tokens} from '../../styles/tokens.ts';
import {untranslated} from '../../styles/untranslated.ts';

const styles = css`
  .card {
    --_card-border: 0;
    --_card-radius: 0;
    --_card-padding: 0;
    --_card-overflow: visible;
    --_card-gap: calc(var(--_s) * 4);
    --_card-image-radius: calc(var(--_radius) / 2);
  }

  .text {
    display: grid;
    gap: calc(var(--_s) * 4);
    max-inline-size: 66ch;
    text-wrap: pretty;
    align-content: start;
  }

  .unseen {
    visibility: hidden;
  }
`;

export const campaignStyles = [tokens, controls, untranslated, columns, styles];
