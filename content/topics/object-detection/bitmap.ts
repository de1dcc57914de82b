const HEADER = 54;

/**
 * Pixels as the address of a picture: an uncompressed bitmap in a `data:` URL, which an SVG image shows. Written out, since a worker
 * has no encoder that answers at once.
 * @param pixels RGB, row-major, side × side × 3  @param side a multiple of four, so that no row needs padding
 * @throws RangeError where the pixels do not fit the side
 */
export function bitmapUrl(pixels: Uint8Array, side: number): string {
  if (side % 4 !== 0 || pixels.length !== side * side * 3)
    throw new RangeError(`${pixels.length} bytes are no picture of side ${side} (a multiple of four)`);
  const bytes = new Uint8Array(HEADER + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEADER, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, side, true);
  // Rows from the top: a negative height.
  view.setInt32(22, -side, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  view.setUint32(34, pixels.length, true);
  // A bitmap has blue first.
  for (let i = 0; i < pixels.length; i += 3) bytes.set([pixels[i + 2], pixels[i + 1], pixels[i]], HEADER + i);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:image/bmp;base64,${btoa(text)}`;
}
