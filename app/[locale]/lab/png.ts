/** A picture's layers as one PNG: what stands on the page, at the size of a slide. */
import { fetchWithin } from "@/lib/client/browser/fetchWithin";

/** The vectors of a sharp scene as one picture that needs nothing else: a picture made of SVG may fetch nothing. */
async function pictureOf(svg: SVGSVGElement, side: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  // A size of its own: what it has on the page comes from a style sheet.
  copy.setAttribute("width", String(side));
  copy.setAttribute("height", String(side));
  await Promise.all(
    Array.from(copy.querySelectorAll("image"), async (image) => {
      const response = await fetchWithin(image.getAttribute("href") ?? "");
      const text = await response.text();
      image.setAttribute("href", `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
    }),
  );
  const drawn = new Image();
  drawn.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await drawn.decode();
  return drawn;
}

/**
 * @param picture what `ScenePicture` drew
 * @param side of the PNG in pixels
 * @returns null where the browser gives no canvas
 */
export async function pngOf(picture: HTMLElement, side: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  if (!context) return null;
  // The network's own pixels stay squares.
  context.imageSmoothingEnabled = picture.dataset.picture === "sharp";
  for (const layer of picture.querySelectorAll<HTMLCanvasElement | SVGSVGElement>("canvas, svg:has(> [data-scene])"))
    context.drawImage(layer instanceof SVGSVGElement ? await pictureOf(layer, side) : layer, 0, 0, side, side);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
