import {css} from '@lit/reactive-element/css-tag.js';
import {controls} from '../../styles/controls.ts';
import {statusBand} from '../../styles/status-band.ts';
import {tokens} from '../../styles/tokens.ts';
import {untranslated} from '../../styles/untranslated.ts';

const styles = css`
  .root {
    container-type: inline-size;
  }

  .card {
    display: grid;
    gap: var(--_card-gap, 0);
    overflow: var(--_card-overflow, hidden);
    border: var(--_card-border, 1px solid var(--_border));
    border-radius: var(--_card-radius, var(--_radius));
  }

  .content {
    display: grid;
    align-content: start;
    gap: calc(var(--_s) * 3);
    padding: var(--_card-padding, calc(var(--_s) * 5));
    min-inline-size: 0;
  }

  .image {
    display: block;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 16 / 9;
    object-fit: cover;
    border-radius: var(--_card-image-radius, 0);
    background: var(--_block);
  }

  .image.line {
    border-radius: 0;
  }

  .initial {
    display: grid;
    place-content: center;
    aspect-ratio: 16 / 5;
    font-size: calc(var(--_display) * 1.2);
    font-weight: 700;
    line-height: 1;
    color: var(--_accent);
    background: var(--_tint);
  }

  .byline {
    font-size: var(--_small);
    color: var(--_muted);
  }

  .byline > * {
    unicode-bidi: isolate;
  }

  .byline > :first-child {
    text-decoration: none;
  }

  .byline > a:hover {
    text-decoration: underline;
  }

  .byline time {
    display: inline-block;
  }

  .byline > :first-child:not(.line)::after {
    content: '·';
    display: inline-block;
    margin-inline: 0.4em 0.15em;
  }

  .title {
    font-size: clamp(var(--_large), var(--_1) + 2.2cqi, var(--_title));
    font-weight: 700;
    line-height: var(--_title-line);
    text-wrap: balance;
    word-break: auto-phrase;
  }

  .title a {
    text-decoration: none;
  }

  .title a:hover {
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }

  .targets {
    font-size: var(--_small);
    color: var(--_muted);
  }

  .text {
    max-inline-size: 66ch;
    text-wrap: pretty;
  }

  p:has(> .line) {
    display: grid;
    gap: 0.45em;
  }

  .line:last-child:not(:only-child) {
    inline-size: 62%;
  }

  .byline .line {
    inline-size: 45%;
  }

  .counter {
    margin-block-start: var(--_s);
  }

  .action {
    justify-self: stretch;
  }

  .compact .content {
    gap: var(--_s) calc(var(--_s) * 4);
    padding: var(--_card-padding, calc(var(--_s) * 4));
  }

  .compact .title {
    font-size: var(--_large);
  }

  .compact .counter {
    margin: 0;
    color: var(--_muted);
  }

  @container (min-width: 30em) {
    .horizontal:has(> .image) {
      grid-template-columns: minmax(160px, 36%) 1fr;
    }

    .horizontal .image {
      block-size: 100%;
      aspect-ratio: auto;
    }

    .action {
      justify-self: start;
    }

    .compact .content {
      grid-template-columns: 1fr auto;
      align-items: center;
    }

    .compact .action {
      grid-row: 1 / span 3;
      grid-column: 2;
    }
  }
`;

export const cardStyles = [tokens, controls, statusBand, untranslated, styles];
