export const themes = ['light', 'dark'] as const;
/** One from left to right, one from right to left. */
export const languages = ['en', 'ar'] as const;
export const widths = [320, 960] as const;

/** A way to look at a story. */
export interface Variant {
  readonly name: string;
  readonly theme: (typeof themes)[number];
  readonly language: (typeof languages)[number];
  readonly width: (typeof widths)[number];
}

export const variants: readonly Variant[] = widths.flatMap((width) =>
  languages.flatMap((language) =>
    themes.map((theme) => ({name: `${theme}-${language}-${width}`, theme, language, width})),
  ),
);
