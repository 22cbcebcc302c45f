import {active} from './focus.ts';
import {drawn} from './seen.ts';

/** Around an element, as much as any ring of ours takes. */
const margin = 8;

const events = ['blur', 'focusout', 'focus', 'focusin'] as const;

let held: HTMLElement | undefined;

const silence = (event: Event): void => event.stopImmediatePropagation();

/** Takes the focus from what has it, without anything hearing of it, so that nothing else changes. */
export async function takeFocus(): Promise<void> {
  held = active();
  for (const name of events) addEventListener(name, silence, true);
  held?.blur();
  await drawn();
}

/** Gives the focus back, as unheard. */
export async function giveFocusBack(): Promise<void> {
  held?.focus({preventScroll: true});
  for (const name of events) removeEventListener(name, silence, true);
  held = undefined;
  await drawn();
}

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the window that what has the focus, and a ring around it, is in. */
export function focusClip(): Clip | undefined {
  const box = active()?.getBoundingClientRect();
  if (!box) return;
  const [x, y] = [Math.max(0, Math.floor(box.left) - margin), Math.max(0, Math.floor(box.top) - margin)];
  const [right, bottom] = [
    Math.min(innerWidth, Math.ceil(box.right) + margin),
    Math.min(innerHeight, Math.ceil(box.bottom) + margin),
  ];
  return right > x && bottom > y ? {x, y, width: right - x, height: bottom - y} : undefined;
}

/** How many pixels a line takes around what is seen of what has the focus; of some words, around their first line. */
export function focusPerimeter(): number {
  const [box] = active()?.getClientRects() ?? [];
  if (!box) return 0;
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  return Math.floor(2 * (width + height));
}

async function pixelsOf(png: string): Promise<Uint8ClampedArray> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('There is no canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
}

const linear = (value: number): number =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;

/** As WCAG 2.2 defines it. */
const luminance = (pixels: Uint8ClampedArray, at: number): number =>
  0.2126 * linear(pixels[at] ?? 0) + 0.7152 * linear(pixels[at + 1] ?? 0) + 0.0722 * linear(pixels[at + 2] ?? 0);

/** What WCAG 2.2 asks for (1.4.11). */
const enough = 3;

/** How many pixels of two pictures of one size, as base64 has them, contrast well with each other. */
export async function contrasting(one: string, other: string): Promise<number> {
  const [before, after] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  let count = 0;
  for (let at = 0; at < before.length; at += 4) {
    const [less, more] = [luminance(before, at), luminance(after, at)].toSorted((a, b) => a - b);
    if (less !== undefined && more !== undefined && (more + 0.05) / (less + 0.05) >= enough) count += 1;
  }
  return count;
}
