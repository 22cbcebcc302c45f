import {crc32, deflateSync} from 'node:zlib';
import type {Indexed} from './palette.ts';

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const bitDepths = [1, 2, 4, 8] as const;
type BitDepth = (typeof bitDepths)[number];

const bitDepthOf = (colours: number): BitDepth => bitDepths.find((bits) => colours <= 2 ** bits) ?? 8;

function header({width, height}: Indexed, bitDepth: BitDepth): Uint8Array {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  const indexedColour = 3;
  data.set([bitDepth, indexedColour], 8);
  return chunk('IHDR', data);
}

/** Rows that each begin with their filter: none, as indices next to each other are no neighbours in colour. */
function packedRows({width, height, indices}: Indexed, bitDepth: BitDepth): Uint8Array {
  const perByte = 8 / bitDepth;
  const length = Math.ceil(width / perByte) + 1;
  const rows = new Uint8Array(length * height);
  for (const [pixel, index] of indices.entries()) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const at = y * length + 1 + Math.floor(x / perByte);
    rows[at] = (rows[at] ?? 0) | (index << (8 - bitDepth * ((x % perByte) + 1)));
  }
  return rows;
}

/** A picture of at most 256 colours as a PNG, with as few bits for each pixel as its colours take. */
export function palettePng(picture: Indexed): Uint8Array {
  const bitDepth = bitDepthOf(picture.palette.length);
  return Buffer.concat([
    Buffer.from([0x89, ...Buffer.from('PNG\r\n\u001A\n', 'latin1')]),
    header(picture, bitDepth),
    chunk('PLTE', Uint8Array.from(picture.palette.flat())),
    chunk('IDAT', deflateSync(packedRows(picture, bitDepth), {level: 9, memLevel: 9})),
    chunk('IEND', new Uint8Array()),
  ]);
}
