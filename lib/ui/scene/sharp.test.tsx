import { existsSync, readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import {
  BACKGROUNDS,
  emojiScene,
  placedScene,
  readAtlas,
  STYLES,
  type Atlas,
  type EmojiScene,
  type SceneDrawing,
} from "@/lib/engine/scenes/emoji";
import { SharpLayer } from "./SharpLayer";
import { vectorOf } from "./address";

/** Screen pixels for one of the scene's. */
const ZOOM = 4;
/** An object's pixels are those of at least this opacity, as in the scene's own boxes. */
const SOLID = 96;

let atlases: Record<string, Atlas>;
beforeAll(async () => {
  const read = await Promise.all(STYLES.map((style) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`))));
  atlases = Object.fromEntries(read.map((atlas) => [atlas.style, atlas]));
});

/** What the page draws, drawn: RGBA, (side · zoom)². */
function painted(drawing: SceneDrawing, zoom = ZOOM): Uint8Array {
  const markup = renderToStaticMarkup(<SharpLayer drawing={drawing} />)
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(
      /href="(\/emojivoc\/[^"]+)"/g,
      (_, path: string) => `href="data:image/svg+xml;base64,${readFileSync(`public${path}`).toString("base64")}"`,
    );
  const options = { fitTo: { mode: "width", value: drawing.side * zoom }, font: { loadSystemFonts: false } } as const;
  return new Uint8Array(new Resvg(markup, options).render().pixels);
}

/** For each drawing the box of its solid pixels that later ones leave, in the scene's pixels; null where they leave none. */
function visibleBoxes(drawing: SceneDrawing): (number[] | null)[] {
  const side = drawing.side * ZOOM;
  // Over black and over white: what differs less than black and white do is covered.
  const opacities = drawing.sprites.map((sprite) => {
    const [dark, light] = [0, 255].map((v) =>
      painted({ ...drawing, ground: { kind: "flat", a: [v, v, v] }, sprites: [{ ...sprite, tint: undefined }] }),
    );
    return Uint8Array.from({ length: side * side }, (_, p) => 255 - (light[p * 4] - dark[p * 4]));
  });
  return opacities.map((own, index) => {
    const above = opacities.slice(index + 1);
    let [x1, y1, x2, y2] = [side, side, 0, 0];
    for (let p = 0; p < side * side; p++) {
      if (own[p] < SOLID || above.some((opacity) => opacity[p] >= SOLID)) continue;
      const [x, y] = [p % side, Math.floor(p / side)];
      [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x + 1), Math.max(y2, y + 1)];
    }
    return x2 === 0 ? null : [x1, y1, x2, y2].map((v) => v / ZOOM);
  });
}

/** Mean difference of the sharp picture, averaged down to the scene's pixels, from the network's: of 255. */
function difference({ drawing, pixels, side }: EmojiScene): number {
  if (!drawing) throw new Error("a scene without vectors");
  const sharp = painted(drawing);
  let sum = 0;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let c = 0; c < 3; c++) {
        let mean = 0;
        for (let j = 0; j < ZOOM; j++) for (let i = 0; i < ZOOM; i++) mean += sharp[((y * ZOOM + j) * side * ZOOM + x * ZOOM + i) * 4 + c];
        sum += Math.abs(mean / (ZOOM * ZOOM) - pixels[(y * side + x) * 3 + c]);
      }
  return sum / (side * side * 3);
}

/** How far the sides of a scene's boxes lie from those of its sharp picture, in the scene's pixels. */
function offsets({ drawing, objects }: EmojiScene, of: (object: number) => number): number[] {
  if (!drawing) throw new Error("a scene without vectors");
  const boxes = visibleBoxes(drawing);
  return objects.flatMap(({ box }, k) => box.map((side, i) => Math.abs(side - (boxes[of(k)]?.[i] ?? NaN))));
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe("the sharp picture of a scene", () => {
  const scenes = () =>
    Array.from({ length: 24 }, (_, seed) =>
      emojiScene(`sharp ${seed}`, {
        atlases: Object.values(atlases),
        objects: [2, 5],
        overlap: 0.6,
        crowding: 0.4,
        noise: 0,
        backgrounds: [BACKGROUNDS[seed % BACKGROUNDS.length]],
      }),
    );

  it("has each object in its box: to half a pixel of the scene on average, to two at the thinnest mast", () => {
    const all = scenes().flatMap((scene) => offsets(scene, (k) => k));
    expect(all.length).toBeGreaterThan(200);
    expect(mean(all)).toBeLessThan(0.5);
    expect(Math.max(...all)).toBeLessThanOrEqual(2);
  });

  it("is the network's picture, averaged down: same grounds, drawings, flips and colours", () => {
    for (const scene of scenes()) expect(difference(scene), scene.background).toBeLessThan(4);
  });

  it("shows the learner's own scene with its tilts, and what hangs over the border", () => {
    const placed = placedScene(
      [
        { label: 6, sprite: 0, cx: 30, cy: 30, size: 50, tilt: 0.3, flip: true },
        { label: 7, sprite: "cat", style: "noto", cx: 108, cy: 60, size: 40 },
        { label: 11, sprite: 0, cx: 60, cy: 84, size: 30, tilt: -0.9 },
      ],
      { atlases: Object.values(atlases), background: "horizon", seed: 3, noise: 0 },
    );
    expect(placed.items).toEqual([0, 1, 2]);
    expect(Math.max(...offsets(placed, (k) => placed.items[k]))).toBeLessThanOrEqual(1.5);
    expect(difference(placed)).toBeLessThan(4);
  });

  it("is plain data that a record holds, and is not there for drawings redrawn in another hand", () => {
    const [scene] = scenes();
    expect(JSON.parse(JSON.stringify(scene.drawing))).toEqual(scene.drawing);
    expect(emojiScene(1, { atlases: [atlases.noto], restyled: 1 }).drawing).toBeNull();
  });

  it("finds a vector for every drawing of every style", () => {
    const missing = Object.values(atlases).flatMap(({ style, sprites }) =>
      sprites.map(({ name }) => vectorOf({ style, sprite: name })).filter((path) => !existsSync(`public${path}`)),
    );
    expect(missing).toEqual([]);
  });
});
