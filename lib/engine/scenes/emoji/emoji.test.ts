import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { EngineInputError } from "../../errors";
import { seeded } from "../../random";
import { VOC_CLASSES } from "../classes";
import { filterPlanes } from "./atlas";
import { drawBackground } from "./background";
import {
  BACKGROUNDS,
  biasedPlan,
  buildAtlas,
  colourMatrix,
  emojiScene,
  mipLevels,
  readAtlas,
  recolour,
  restyle,
  splitAtlas,
  STYLES,
  TRAIN_STYLES,
  turnOf,
  type Atlas,
  type EmojiScene,
  type EmojiStyle,
} from ".";

const file = (style: EmojiStyle) => readFileSync(`public/emojivoc/${style}.bin`);
const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const manifest = JSON.parse(readFileSync("public/emojivoc/manifest.json", "utf8")) as {
  atlases: { style: string; bytes: number; sha256: string; licence: string }[];
};

let train: Atlas[];
let held: Atlas;
beforeAll(async () => {
  train = await Promise.all(TRAIN_STYLES.map((style) => readAtlas(file(style))));
  held = await readAtlas(file("openmoji"));
});

describe("the atlases", () => {
  it("are the files the manifest names, with their licences, at most 3 MB for the training styles", () => {
    expect(manifest.atlases.map((entry) => entry.style)).toEqual([...STYLES]);
    for (const entry of manifest.atlases) expect(digest(file(entry.style as EmojiStyle))).toBe(entry.sha256);
    const bytes = manifest.atlases.filter((entry) => entry.style !== "openmoji").reduce((sum, entry) => sum + entry.bytes, 0);
    expect(bytes).toBeLessThan(3e6);
    expect(manifest.atlases.map((entry) => entry.licence)).toEqual(["Apache-2.0", "CC-BY-4.0", "MIT", "MIT", "CC-BY-4.0", "CC-BY-SA-4.0"]);
  });

  it("hold sprites 64 pixels long, tight, with colours premultiplied, for every class", () => {
    for (const atlas of [...train, held]) {
      expect(atlas.byLabel.every((list) => list.length > 0)).toBe(true);
      for (const { width, height, rgba } of atlas.sprites) {
        expect(Math.max(width, height)).toBe(64);
        for (let i = 0; i < rgba.length; i += 4)
          if (Math.max(rgba[i], rgba[i + 1], rgba[i + 2]) > rgba[i + 3]) throw new Error("colour above alpha");
      }
    }
  });

  it("give back a picture that was filtered, and refuse a broken file", () => {
    const random = seeded("planes");
    const rgba = Uint8Array.from({ length: 5 * 3 * 4 }, () => random.int(0, 255));
    const sprites = VOC_CLASSES.map((_, label) => ["x", label, 5, 3] as const);
    const planes = filterPlanes({ width: 5, height: 3, rgba });
    const all = new Uint8Array(planes.length * 20);
    for (let k = 0; k < 20; k++) all.set(planes, k * planes.length);
    const header = { format: "emojivoc-1", style: "noto", licence: "MIT", sprites } as const;
    expect(buildAtlas(header, all).sprites[7].rgba).toEqual(rgba);
    expect(() => buildAtlas(header, all.subarray(1))).toThrow(EngineInputError);
    expect(() => buildAtlas({ ...header, sprites: sprites.slice(1) }, all.subarray(planes.length))).toThrow(/aeroplane/);
    expect(() => splitAtlas(new Uint8Array([1, 2]))).toThrow(EngineInputError);
    expect(() => splitAtlas(new Uint8Array([200, 0, 0, 0, 1]))).toThrow(EngineInputError);
  });
});

describe("emojiScene", () => {
  it("gives the same pixels for the same seed: the digests below hold in every browser and in Node", () => {
    const plain = emojiScene("golden", { atlases: train });
    const strong = emojiScene("golden", { atlases: train, restyled: 1, crowding: 0.5, visible: 0.4, overlap: 1 });
    const unseen = emojiScene("golden", { atlases: [held] });
    expect([plain, strong, unseen].map((scene) => digest(scene.pixels).slice(0, 16))).toEqual(GOLDEN);
    expect(emojiScene("golden", { atlases: train })).toEqual(plain);
    expect(emojiScene("other", { atlases: train }).pixels).not.toEqual(plain.pixels);
  });

  it("boxes exactly the pixels that an object changes", () => {
    // Drawn on flat ground without noise, a single object's box is where the picture differs from its ground; soft shadows
    // and rims (alpha below 3/8) do not count as the object, so some sides differ by a pixel or two.
    let close = 0;
    for (let seed = 0; seed < 100; seed++) {
      const scene = emojiScene(seed, { atlases: train, objects: [1, 1], backgrounds: ["flat"], noise: 0 });
      const { box } = scene.objects[0];
      const seen = differing(scene, cornerOf(scene, box));
      expect(box[0] >= seen[0] && box[1] >= seen[1] && box[2] <= seen[2] && box[3] <= seen[3]).toBe(true);
      for (let k = 0; k < 4; k++) if (Math.abs(box[k] - seen[k]) <= 1) close++;
    }
    expect(close).toBeGreaterThan(370);
  });

  it("keeps boxes whole, inside the picture and at least as visible as asked", () => {
    let count = 0;
    for (let seed = 0; seed < 150; seed++) {
      const visible = [0.75, 0.4][seed % 2];
      const scene = emojiScene(seed, { atlases: train, objects: [2, 6], visible, overlap: 1, crowding: 0.5 });
      for (const { box, visible: share } of scene.objects) {
        expect(box.every(Number.isInteger)).toBe(true);
        expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 112 && box[3] <= 112 && box[0] < box[2] && box[1] < box[3]).toBe(true);
        expect(share).toBeGreaterThanOrEqual(visible - 1e-9);
        count++;
      }
    }
    expect(count).toBeGreaterThan(400);
  });

  it("covers more when crowding is asked for", () => {
    const mean = (options: object) => {
      const shares = Array.from({ length: 80 }, (_, seed) =>
        emojiScene(seed, { atlases: train, objects: [4, 4], ...options }).objects.map((o) => o.visible),
      ).flat();
      return shares.reduce((a, b) => a + b, 0) / shares.length;
    };
    expect(mean({ crowding: 1, visible: 0.4, overlap: 1 })).toBeLessThan(mean({}) - 0.05);
  });

  it("draws only the classes asked for, all of them in time", () => {
    const classes = ["dog", "cat"] as const;
    const seen = new Set(
      Array.from({ length: 30 }, (_, seed) => emojiScene(seed, { atlases: train, classes }).objects.map((o) => o.cls)).flat(),
    );
    expect([...seen].sort()).toEqual(["cat", "dog"]);
    const all = new Set(Array.from({ length: 120 }, (_, seed) => emojiScene(seed, { atlases: [held] }).objects.map((o) => o.label)).flat());
    expect(all.size).toBe(20);
  });

  it("refuses no atlas, no class and a tiny canvas", () => {
    expect(() => emojiScene(1, { atlases: [] })).toThrow(EngineInputError);
    expect(() => emojiScene(1, { atlases: train, classes: [] })).toThrow(EngineInputError);
    expect(() => emojiScene(1, { atlases: train, canvas: 8 })).toThrow(EngineInputError);
  });
});

describe("the biased sets", () => {
  const draw = (bias: Parameters<typeof biasedPlan>[0], fair = false) =>
    Array.from({ length: 200 }, (_, seed) => emojiScene(`bias/${seed}`, { atlases: train, plan: biasedPlan(bias, fair), noise: 0 }));

  it("stand a person beside dogs alone, and beside others too in the control", () => {
    const share = (scenes: EmojiScene[], dog: boolean) => {
      const chosen = scenes.filter((s) => s.objects.length === 2 && (s.objects[0].cls === "dog") === dog);
      return chosen.filter((s) => s.objects[1].cls === "person").length / chosen.length;
    };
    expect(share(draw("dog-with-person"), true)).toBe(1);
    expect(share(draw("dog-with-person"), false)).toBe(0);
    expect(share(draw("dog-with-person", true), false)).toBeGreaterThan(0.3);
  });

  it("put boats on blue and nothing else there", () => {
    for (let seed = 0; seed < 100; seed++) {
      const plan = biasedPlan("boat-on-blue")(seeded(seed));
      expect(plan.palette).toBe(VOC_CLASSES[plan.objects[0].label] === "boat" ? "blue" : "not-blue");
    }
    const rgb = new Uint8Array(32 * 32 * 3);
    for (const [k, kind] of BACKGROUNDS.entries()) {
      for (let seed = 0; seed < 20; seed++) {
        for (const palette of ["blue", "not-blue"] as const) {
          drawBackground(seeded(20 * k + seed), rgb, 32, kind, palette);
          let wrong = 0;
          for (let i = 0; i < rgb.length; i += 3) if (rgb[i + 2] > rgb[i] !== (palette === "blue")) wrong++;
          expect(wrong).toBe(0);
        }
      }
    }
  });

  it("draw buses large and all else small", () => {
    for (const { objects } of draw("bus-only-large")) {
      for (const { cls, box } of objects) {
        const side = Math.max(box[2] - box[0], box[3] - box[1]);
        if (cls === "bus") expect(side).toBeGreaterThan(45);
        else expect(side).toBeLessThan(66);
      }
    }
  });
});

describe("the painter's arithmetic", () => {
  it("turns by a quarter for tan(45°) and by 14° for the largest tilt", () => {
    expect(turnOf(1)).toEqual({ cos: 0, sin: 1 });
    expect(turnOf(0.122785).sin).toBeCloseTo(Math.sin((14 * Math.PI) / 180), 5);
  });

  it("leaves colours alone with the neutral matrix and greys them at saturation 0", () => {
    expect(colourMatrix(0, 1, 1)).toEqual([256, 0, 0, 0, 256, 0, 0, 0, 256]);
    const picture = { width: 1, height: 1, rgba: Uint8Array.from([200, 100, 0, 255]) };
    recolour(picture, colourMatrix(0, 0, 1));
    expect([...picture.rgba]).toEqual([119, 119, 119, 255]);
  });

  it("halves pictures by rounded means down to 8 pixels", () => {
    const levels = mipLevels({ width: 16, height: 9, rgba: new Uint8Array(16 * 9 * 4).fill(100) });
    expect(levels.map(({ width, height }) => [width, height])).toEqual([
      [16, 9],
      [8, 5],
    ]);
    expect(levels[1].rgba[0]).toBe(100);
    expect(levels[1].rgba[4 * 8 * 4]).toBe(50); // the last row has nothing below it
  });

  it("restyles without lifting a colour above its alpha and without touching the source", () => {
    const source = train[0].byLabel[11][0];
    const before = source.rgba.slice();
    for (let seed = 0; seed < 60; seed++) {
      const { rgba } = restyle(seeded(seed), source);
      let above = 0;
      for (let i = 0; i < rgba.length; i += 4) if (Math.max(rgba[i], rgba[i + 1], rgba[i + 2]) > rgba[i + 3]) above++;
      expect(above).toBe(0);
    }
    expect(source.rgba).toEqual(before);
  });
});

const GOLDEN = ["d91837ad431cb5f4", "4f527d42aea83c98", "c6cbd9c2a3918b9b"];

function cornerOf({ pixels, side }: EmojiScene, box: readonly number[]): number {
  const free = [
    [0, 0],
    [side - 1, 0],
    [0, side - 1],
    [side - 1, side - 1],
  ].find(([x, y]) => x < box[0] - 3 || x > box[2] + 3 || y < box[1] - 3 || y > box[3] + 3) ?? [0, 0];
  const i = (free[1] * side + free[0]) * 3;
  return pixels[i] * 65536 + pixels[i + 1] * 256 + pixels[i + 2];
}

/** Box of the pixels that differ clearly from the ground. */
function differing({ pixels, side }: EmojiScene, ground: number): number[] {
  const colour = [ground >> 16, (ground >> 8) & 255, ground & 255];
  let [x1, y1, x2, y2] = [side, side, 0, 0];
  for (let p = 0; p < side * side; p++) {
    if (colour.every((v, c) => pixels[p * 3 + c] === v)) continue;
    const [x, y] = [p % side, Math.floor(p / side)];
    [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x + 1), Math.max(y2, y + 1)];
  }
  return [x1, y1, x2, y2];
}
