import {css} from '@lit/reactive-element/css-tag.js';

/**
 * The design tokens, in three layers: what there is (scales, and the one accent that a page gives), what it means
 * (text, ground, line, accent, danger), and where it is used (a button, a field, a bar). A template's styles use the
 * last two. Lengths in `cqi` are relative to the element's own width, wherever they are used in it.
 *
 * Contrast holds for any accent (WCAG 2.2, 1.4.3 and 1.4.11), on grounds as light as #f4f4f4 and as dark as #1c272d:
 * as text, line, bar or focus ring its lightness is kept below 0.49 or above 0.74; text on it is white below a
 * relative luminance of 0.179, where both black and white have 4.58:1, and else its own hue so dark that it has 7:1,
 * or black.
 */
export const tokens = css`
  .root {
    --_1: max(1rem, 16px);
    --_small: calc(var(--_1) * 0.875);
    --_large: calc(var(--_1) * 1.25);
    --_title: clamp(var(--_large), var(--_1) + 2.2cqi, calc(var(--_1) * 1.6));
    --_display: clamp(calc(var(--_1) * 1.6), var(--_1) + 3cqi, calc(var(--_1) * 2.2));
    --_title-line: 1.15;
    --_s: var(--petition-space, 4px);
    --_room: clamp(calc(var(--_s) * 4), 4.5cqi, calc(var(--_s) * 8));
    --_radius: var(--petition-radius, 8px);
    --_swift: 150ms ease-out;
    --_given: var(--petition-accent, light-dark(#0b5d78, #84c9de));

    --_ink: light-dark(#16242b, #e6edf0);
    --_raised: var(--petition-surface, light-dark(#fff, #1c272d));
    --_muted: var(--petition-muted, color-mix(in oklab, currentcolor 76%, transparent));
    --_border: var(--petition-border, color-mix(in oklab, currentcolor 18%, transparent));
    --_control-border: color-mix(in oklab, currentcolor 58%, transparent);
    --_block: color-mix(in oklab, currentcolor 9%, transparent);
    --_accent: light-dark(var(--_given), oklch(from var(--_given) max(l, 0.74) c h));
    --_strong: light-dark(oklch(from var(--_given) min(l, 0.49) c h), var(--_accent));
    --_on-accent: var(
      --petition-on-accent,
      color(
        from var(--_accent) xyz-d65 calc(0.9505 * clamp(0, (0.179 - y) * 9999, 1) + x * max(0, 1 - 0.3 / y) / 7)
          calc(clamp(0, (0.179 - y) * 9999, 1) + max(0, y - 0.3) / 7)
          calc(1.089 * clamp(0, (0.179 - y) * 9999, 1) + z * max(0, 1 - 0.3 / y) / 7)
      )
    );
    --_tint: color-mix(in oklab, var(--_strong) 10%, transparent);
    --_danger: var(--petition-danger, light-dark(#b3261e, #ffa49b));
    --_success: var(--petition-success, light-dark(#1c6b3c, #86d6a2));
    --_focus: var(--petition-focus, var(--_strong));

    --_button-hover: color-mix(in oklab, var(--_accent) 86%, color(from var(--_on-accent) srgb-linear calc(1 - r) calc(1 - g) calc(1 - b)));
    --_button-border: color-mix(in oklab, var(--_strong) 45%, var(--_accent));
    --_button-radius: var(--petition-button-radius, var(--_radius));
    --_field-radius: calc(var(--_radius) * 0.75);
    --_bar: var(--petition-progress, var(--_strong));
    --_track: color-mix(in oklab, var(--_strong) 18%, transparent);
    --_bar-size: var(--petition-bar-size, 8px);
    --_title-font: var(--petition-title-font, inherit);
  }

  .root.light {
    color-scheme: light;
    background: var(--petition-surface, #fff);
  }

  .root.dark {
    color-scheme: dark;
    background: var(--petition-surface, #10191e);
  }

  .root:is(.light, .dark) {
    color: var(--petition-text, var(--_ink));
  }

  /* Arabic and Uyghur script needs the room above and below its line. */
  .root:dir(rtl) {
    line-height: 1.75;
    --_title-line: 1.45;
  }

  @media (prefers-contrast: more) {
    .root {
      --_muted: currentcolor;
      --_border: currentcolor;
      --_control-border: currentcolor;
      --_strong: light-dark(oklch(from var(--_given) min(l, 0.4) c h), oklch(from var(--_given) max(l, 0.86) c h));
      --_button-border: currentcolor;
    }
  }
`;
