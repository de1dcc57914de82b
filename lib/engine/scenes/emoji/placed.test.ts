import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { EngineInputError } from "../../errors";
import { BACKGROUNDS, MOST_PLACED, placedScene, readAtlas, type Atlas, type PlacedItem } from ".";

let noto: Atlas;
let held: Atlas;
beforeAll(async () => {
  noto = await readAtlas(readFileSync("public/emojivoc/noto.bin"));
  held = await readAtlas(readFileSync("public/emojivoc/openmoji.bin"));
});

const CAR: PlacedItem = { label: 6, sprite: 0, cx: 56, cy: 56, size: 64 };
const scene = (items: readonly PlacedItem[], noise = 0) =>
  placedScene(items, { atlases: [noto, held], background: "flat", seed: 1, noise });
const SOLID = 96;

describe("placedScene", () => {
  it("puts a drawing at its own 64 pixels where it was placed, its box tight on the pixels it changes", () => {
    const car = noto.byLabel[6][0];
    const { objects, pixels, items } = scene([CAR]);
    expect(items).toEqual([0]);
    const [{ box, cls, style, sprite, visible }] = objects;
    expect({ cls, style, sprite, visible }).toEqual({ cls: "car", style: "noto", sprite: car.name, visible: 1 });
    // Texel for pixel: the box is that of the sprite's solid texels, moved by half of what is left of 112.
    const solid = { x: [112, 0], y: [112, 0] };
    for (let p = 0; p < car.width * car.height; p++) {
      if (car.rgba[p * 4 + 3] < SOLID) continue;
      const [x, y] = [(p % car.width) + (112 - car.width) / 2, Math.floor(p / car.width) + (112 - car.height) / 2];
      solid.x = [Math.min(solid.x[0], x), Math.max(solid.x[1], x + 1)];
      solid.y = [Math.min(solid.y[0], y), Math.max(solid.y[1], y + 1)];
    }
    expect(box).toEqual([solid.x[0], solid.y[0], solid.x[1], solid.y[1]].map((value, i) => (i < 2 ? Math.floor(value) : Math.ceil(value))));
    const empty = scene([]).pixels;
    const outside = (p: number) =>
      p % 112 < box[0] - 2 || p % 112 >= box[2] + 2 || Math.floor(p / 112) < box[1] - 2 || Math.floor(p / 112) >= box[3] + 2;
    for (let p = 0; p < 112 * 112; p++)
      if (outside(p) && pixels[p * 3] !== empty[p * 3]) throw new Error(`pixel ${p} changed outside the box`);
  });

  it("gives the same pixels for the same items and seed, and others for another seed", () => {
    const items: PlacedItem[] = [
      CAR,
      { label: 14, sprite: 1, cx: 30, cy: 80, size: 40, flip: true, tilt: 0.2 },
      { label: 11, sprite: 0, style: "openmoji", cx: 84, cy: 30, size: 37 },
    ];
    const made = placedScene(items, { atlases: [noto, held], background: "blobs", seed: "golden" });
    expect(createHash("sha256").update(made.pixels).digest("hex").slice(0, 16)).toBe("0ce7419621c36bd1");
    expect(placedScene(items, { atlases: [noto, held], background: "blobs", seed: "golden" })).toEqual(made);
    expect(placedScene(items, { atlases: [noto, held], background: "blobs", seed: "other" }).pixels).not.toEqual(made.pixels);
    expect(made.objects.map(({ style }) => style)).toEqual(["noto", "noto", "openmoji"]);
  });

  it("mirrors and tilts: a quarter turn swaps the sides of the box", () => {
    const [upright, turned, mirrored] = [CAR, { ...CAR, tilt: 1 }, { ...CAR, flip: true }].map((item) => scene([item]));
    const sides = ({ objects: [{ box }] }: typeof upright) => [box[2] - box[0], box[3] - box[1]];
    const [w, h] = sides(upright);
    const [tw, th] = sides(turned);
    expect(Math.abs(tw - h)).toBeLessThanOrEqual(1);
    expect(Math.abs(th - w)).toBeLessThanOrEqual(1);
    expect(mirrored.pixels).not.toEqual(upright.pixels);
  });

  it("lays later items on top: what is covered shrinks to what can be seen, and is no object once it is hidden", () => {
    const small: PlacedItem = { ...CAR, size: 12 };
    expect(scene([CAR, small]).items).toEqual([0, 1]);
    expect(scene([small, CAR]).items).toEqual([1]);
    const { objects } = scene([
      { ...CAR, cx: 40 },
      { ...CAR, cx: 64 },
    ]);
    expect(objects[0].visible).toBeLessThan(0.7);
    expect(objects[0].box[2]).toBeLessThan(40 + 32);
    expect(objects[1].visible).toBe(1);
  });

  it("counts what the border cuts off as hidden, and drops what shows under 6 pixels", () => {
    const [half] = scene([{ ...CAR, cx: 0 }]).objects;
    expect(half.box[0]).toBe(0);
    expect(half.visible).toBeGreaterThan(0.4);
    expect(half.visible).toBeLessThan(0.6);
    expect(scene([{ ...CAR, cx: 0, cy: 0, size: 8 }]).objects).toEqual([]);
  });

  it("finds a drawing by its name too", () => {
    const { name } = noto.byLabel[14][1];
    expect(scene([{ ...CAR, label: 14, sprite: name }]).pixels).toEqual(scene([{ ...CAR, label: 14, sprite: 1 }]).pixels);
  });

  it("works on every background, with no item at all", () => {
    for (const background of BACKGROUNDS) expect(placedScene([], { atlases: [noto], background, seed: 4 }).objects).toEqual([]);
  });

  it.each([
    ["items", Array.from({ length: MOST_PLACED + 1 }, () => CAR), /^items: must be at most 12/],
    ["a size too small", [{ ...CAR, size: 5 }], /^items\[0\]\.size: must be in \[6, 112\]/],
    ["a size too large", [CAR, { ...CAR, size: 113 }], /^items\[1\]\.size/],
    ["a centre outside", [{ ...CAR, cx: -1 }], /^items\[0\]\.cx: must be in \[0, 112\]/],
    ["a centre that is no number", [{ ...CAR, cy: NaN }], /^items\[0\]\.cy/],
    ["a tilt beyond a quarter turn", [{ ...CAR, tilt: 1.1 }], /^items\[0\]\.tilt: must be in \[-1, 1\]/],
    ["an unknown class", [{ ...CAR, label: 20 }], /^items\[0\]\.label: must be a whole number in \[0, 19\]/],
    ["an unknown drawing", [{ ...CAR, sprite: "tree" }], /^items\[0\]\.sprite: must be one of/],
    ["a style without an atlas", [{ ...CAR, style: "twemoji" }], /^items\[0\]\.style: has no atlas/],
  ] as const)("names %s and the limit", (_, items, message) => {
    expect(() => scene(items)).toThrow(EngineInputError);
    expect(() => scene(items)).toThrow(message);
  });

  it("refuses no atlas and an unknown background", () => {
    expect(() => placedScene([], { atlases: [], background: "flat", seed: 1 })).toThrow(/^atlases/);
    expect(() => placedScene([], { atlases: [noto], background: "sky" as "flat", seed: 1 })).toThrow(/^background: must be one of flat/);
  });
});
