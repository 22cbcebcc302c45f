import {PNG} from 'pngjs';
import {exactlyIndexed} from '../pictures/palette.ts';
import {palettePng} from '../pictures/palette-png.ts';
import type {Pixels} from '../pictures/pixels.ts';

export function readPng(png: Uint8Array): Pixels {
  const {width, height, data} = PNG.sync.read(png);
  return {width, height, bytes: data};
}

const withoutAlpha = 2;

/** An opaque picture as a PNG, with a palette wherever its colours are few enough for one. */
export function pngOf(pixels: Pixels): Uint8Array {
  const indexed = exactlyIndexed(pixels);
  if (indexed) return palettePng(indexed);
  const {width, height, bytes} = pixels;
  return PNG.sync.write({width, height, data: Buffer.from(bytes)}, {colorType: withoutAlpha, deflateLevel: 9});
}
