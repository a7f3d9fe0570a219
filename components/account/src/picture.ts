/** Side of a stored picture in pixels: twice the largest one shown. */
const SIDE = 256;
const MAX_BYTES = 131_072;
/** WebP first; a browser that can't write it gives PNG, which is tried as JPEG then. */
const TRIES = [
  ['image/webp', 0.9],
  ['image/webp', 0.7],
  ['image/jpeg', 0.85],
  ['image/jpeg', 0.6],
] as const;

/**
 * A picture file as the gateway takes it: its middle square, 256 pixels a side at most, 128 KiB at most, as base64. What else the file
 * carried (place, camera) does not come along. Throws where the browser can't read it.
 */
export async function toPicture(file: Blob): Promise<string> {
  const image = await createImageBitmap(file);
  try {
    const square = Math.min(image.width, image.height);
    const side = Math.min(SIDE, square);
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext('2d');
    if (!context || square === 0) throw new Error('There is nothing to draw.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, (image.width - square) / 2, (image.height - square) / 2, square, square, 0, 0, side, side);
    return await encode(canvas);
  } finally {
    image.close();
  }
}

async function encode(canvas: HTMLCanvasElement): Promise<string> {
  for (const [type, quality] of TRIES) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    if (blob?.type === type && blob.size <= MAX_BYTES) return base64(await blob.arrayBuffer());
  }
  throw new Error('The picture does not get small enough.');
}

function base64(bytes: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}
