import {css} from '@lit/reactive-element/css-tag.js';
import {base} from '../../styles/base.ts';
import {controls} from '../../styles/controls.ts';
import {untranslated} from '../../styles/untranslated.ts';

const styles = css`
  /* A card is as high as the place that a page's grid gives it, with its action at the foot. */
  .root {
    container-type: inline-size;
    block-size: 100%;
  }

  .card {
    display: grid;
    grid-template-rows: auto 1fr;
    block-size: 100%;
    gap: var(--_card-gap, 0);
    overflow: var(--_card-overflow, hidden);
    border: var(--_card-border, 1px solid var(--_border));
    border-radius: var(--_card-radius, var(--_radius));
    background: var(--petition-surface, transparent);
  }

  .content {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_s) * 3);
    padding: var(--_card-padding, var(--_room));
    min-inline-size: 0;
  }

  .content ::slotted([slot]) {
    margin-block: 0;
  }

  .image {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: calc(var(--_1) * 24);
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
    max-block-size: calc(var(--_1) * 11);
    font-family: var(--_title-font);
    font-size: calc(var(--_1) * 2.6);
    font-weight: 700;
    line-height: 1;
    color: var(--_strong);
    background:
      repeating-radial-gradient(
        circle at var(--_arcs, 100%) 120%,
        transparent 0 15px,
        color-mix(in oklab, var(--_strong) 20%, transparent) 15px 16px
      ),
      var(--_tint);
  }

  .root:dir(rtl) .initial {
    --_arcs: 0%;
  }

  .logo {
    max-inline-size: calc(var(--_1) * 10);
    max-block-size: calc(var(--_1) * 4);
    block-size: auto;
  }

  /* The dot before the date is cut off where the date begins a line. */
  .byline {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
    overflow-x: clip;
    margin-inline-start: -4px;
    padding-inline-start: 4px;
    font-size: var(--_small);
    color: var(--_muted);
  }

  .byline > * {
    unicode-bidi: isolate;
  }

  .byline > :first-child {
    display: var(--_card-organization, inline);
    text-decoration: none;
  }

  .byline > a:hover {
    text-decoration: underline;
  }

  .byline time {
    position: relative;
  }

  .byline time::before {
    content: '·' / '';
    position: absolute;
    inset-inline-end: calc(100% + 0.36em);
  }

  .title {
    font-size: var(--_card-title, var(--_title));
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
    text-wrap: pretty;
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

  @media print {
    .title a::after {
      content: ' ' attr(href);
      display: block;
      font: 400 var(--_small) / 1.5 monospace;
      overflow-wrap: anywhere;
    }
  }

  .counter {
    margin-block-start: auto;
  }

  .compact .content {
    display: grid;
    align-content: start;
    gap: var(--_s) calc(var(--_s) * 4);
    padding: var(--_card-padding, calc(var(--_s) * 4));
  }

  .compact .title {
    display: var(--_card-heading, block);
    font-size: clamp(var(--_1), var(--_small) + 1.5cqi, var(--_large));
  }

  .compact .counter {
    margin: 0;
    color: var(--_muted);
  }

  /* Of what is loading: a title, and the number below it. */
  .compact .byline,
  .compact .text > :not(:last-child) {
    display: none;
  }

  .compact .title:has(> .line) {
    display: var(--_card-heading, grid);
  }

  .compact .status {
    margin-block: calc(var(--_s) * 2);
    padding: calc(var(--_s) * 2) calc(var(--_s) * 3);
  }

  .compact .action {
    margin-block-start: calc(var(--_s) * 2);
  }

  @container (min-width: 30em) {
    .horizontal:has(> .image) {
      grid-template-columns: minmax(160px, 36%) 1fr;
    }

    .horizontal .image {
      block-size: 100%;
      max-block-size: none;
      aspect-ratio: auto;
    }

    .action {
      align-self: start;
    }

    .compact .content:has(> :is(.action, .status)) {
      grid-template-columns: minmax(0, 1fr) fit-content(60%);
      align-items: center;
    }

    .compact .content > * {
      grid-column: 1;
    }

    .compact .content > .action,
    .compact .status:not(:has(~ .action)) {
      grid-row: 1 / span 4;
      grid-column: 2;
      margin: 0;
    }
  }
`;

export const cardStyles = [...base, controls, untranslated, styles];
