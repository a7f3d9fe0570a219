import { problem } from '../../platform/problem.js';
import type { AvatarType } from './profile.repository.js';

const MAX_BYTES = 131_072;
/** A small file may unfold into a picture that fills a reader's memory. */
const MAX_SIDE = 2048;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A picture as it is kept. */
export interface Picture {
  readonly type: AvatarType;
  readonly data: Buffer;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function pngSize(data: Buffer): Size | null {
  if (data.length < 33 || data.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  return data.toString('latin1', 12, 16) === 'IHDR'
    ? { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
    : null;
}

/** Walks the segments to the frame header. */
function jpegSize(data: Buffer): Size | null {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8 || data[2] !== 0xff) return null;
  let at = 2;
  while (at + 9 <= data.length && data[at] === 0xff) {
    const marker = data.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + Math.max(2, data.readUInt16BE(at + 2));
  }
  return null;
}

function webpSize(data: Buffer): Size | null {
  if (data.length < 30 || data.toString('latin1', 0, 4) !== 'RIFF' || data.toString('latin1', 8, 12) !== 'WEBP')
    return null;
  switch (data.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 };
    case 'VP8 ':
      return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = data.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}

const KINDS: readonly (readonly [AvatarType, (data: Buffer) => Size | null])[] = [
  ['image/png', pngSize],
  ['image/jpeg', jpegSize],
  ['image/webp', webpSize],
];

/**
 * The picture in a base64 text; what it is, its own bytes say. Throws `unsupported_media_type` for anything but PNG, JPEG and
 * WebP, and `payload_too_large` above 128 KiB or 2048 pixels a side.
 */
export function readPicture(text: string): Picture {
  if (!BASE64.test(text)) throw unknownForm();
  const data = Buffer.from(text, 'base64');
  if (data.length > MAX_BYTES) throw problem('payload_too_large', { detail: 'A picture may hold 128 KiB.' });
  for (const [type, sizeOf] of KINDS) {
    const size = sizeOf(data);
    if (!size) continue;
    if (Math.min(size.width, size.height) < 1) throw unknownForm();
    if (Math.max(size.width, size.height) > MAX_SIDE)
      throw problem('payload_too_large', { detail: `A picture may be ${MAX_SIDE} pixels wide and high.` });
    return { type, data };
  }
  throw unknownForm();
}

const unknownForm = () => problem('unsupported_media_type', { detail: 'A picture is a PNG, JPEG or WebP file.' });
