/** Nothing is put off for longer than this (ms), whoever asks for it. */
export const longestPause = 24 * 60 * 60 * 1000;

/** How long (ms) a backend that asks for so many seconds is left alone. */
export const leftAloneFor = (retryAfter = 0): number => Math.min(longestPause, retryAfter * 1000);
