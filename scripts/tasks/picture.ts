import sharp from "sharp";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";

/** What the network saw, a scene's RGB bytes, as a picture that needs no request. */
export async function addressOf(pixels: Uint8Array): Promise<string> {
  const raw = { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } as const;
  const webp = await sharp(Buffer.from(pixels), { raw }).webp({ quality: 90, effort: 6 }).toBuffer();
  return `data:image/webp;base64,${webp.toString("base64")}`;
}
