import {css} from '@lit/reactive-element/css-tag.js';
import {base} from '../../styles/base.ts';
import {columns} from '../../styles/columns.ts';
import {controls} from '../../styles/controls.ts';
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

  .full .card {
    --_card-organization: none;
    --_card-title: var(--_display);
    --_count: var(--_display);
  }

  .text {
    display: grid;
    gap: calc(var(--_s) * 4);
    max-inline-size: 66ch;
    text-wrap: pretty;
    align-content: start;
  }

  .text:empty {
    display: none;
  }

  .unseen {
    visibility: hidden;
  }
`;

export const campaignStyles = [...base, controls, untranslated, columns, styles];
