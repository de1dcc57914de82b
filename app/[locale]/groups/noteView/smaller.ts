/** A picture made smaller before it is sent: what the server would throw away need not travel over a phone's line. */

/** The longest side that the server keeps (lib/server/notes/encode.ts), in pixels. */
const LONGEST_SIDE = 2048;
/** Smaller files go as they are. */
const LARGE = 1024 * 1024;

/** The same picture with the longest side bounded, as WebP; the file itself where that fails or helps nothing. */
export async function smaller(file: File): Promise<Blob> {
  if (file.size <= LARGE) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await canvas.convertToBlob({ type: "image/webp", quality: 0.9 });
    return made.type === "image/webp" && made.size < file.size ? made : file;
  } catch {
    // A browser that cannot: the server can.
    return file;
  }
}
