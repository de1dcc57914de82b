/**
 * Builds EmojiVOC's sprite atlases from the icon packages: node scripts/run.mjs scripts/atlas.ts
 * Beside each atlas stand the same drawings as vectors, cropped alike: public/emojivoc/<style>/<name>.svg, for the eye.
 * Needed only when a package's version or the list of icons changes: the results are committed under public/emojivoc/.
 */
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";
import { filterPlanes, type AtlasHeader, type Picture } from "@/lib/engine/scenes/emoji/atlas";
import { STYLES, type EmojiStyle } from "@/lib/engine/scenes/emoji/styles";
import { VOC_CLASSES, type VocClass } from "@/lib/engine/scenes/classes";

/** The longer side of a sprite. */
const SIDE = 64;
/** How many times larger an icon is drawn before it is cropped and averaged down. */
const OVERSAMPLING = 6;

/** Icons of each class; a set that lacks one goes without it. */
const ICONS: Record<VocClass, readonly string[]> = {
  aeroplane: ["airplane", "small-airplane", "airplane-departure", "airplane-arrival"],
  bicycle: ["bicycle"],
  bird: [
    "bird",
    "black-bird",
    "blackbird",
    "dove",
    "duck",
    "eagle",
    "flamingo",
    "goose",
    "owl",
    "parrot",
    "peacock",
    "penguin",
    "rooster",
    "swan",
    "turkey",
    "baby-chick",
  ],
  boat: ["sailboat", "motor-boat", "speedboat", "canoe", "ferry", "passenger-ship", "ship"],
  bottle: ["baby-bottle", "bottle-with-popping-cork", "lotion-bottle", "sake", "squeeze-bottle"],
  bus: ["bus", "oncoming-bus", "minibus", "trolleybus"],
  car: [
    "automobile",
    "oncoming-automobile",
    "taxi",
    "oncoming-taxi",
    "police-car",
    "oncoming-police-car",
    "racing-car",
    "sport-utility-vehicle",
    "pickup-truck",
  ],
  cat: ["cat", "cat-face", "black-cat", "grinning-cat", "grinning-cat-face", "cat-with-wry-smile", "cat-face-with-wry-smile"],
  chair: ["chair", "seat"],
  cow: ["cow", "cow-face", "ox", "water-buffalo"],
  diningtable: ["fork-and-knife-with-plate"],
  dog: ["dog", "dog-face", "guide-dog", "service-dog", "poodle"],
  horse: ["horse", "horse-face", "carousel-horse"],
  motorbike: ["motorcycle", "motor-scooter"],
  person: [
    "person-standing",
    "man-standing",
    "woman-standing",
    "person-walking",
    "man-walking",
    "woman-walking",
    "person-running",
    "woman-running",
    "man-dancing",
    "woman-dancing",
    "person-raising-hand",
    "person",
    "man",
    "woman",
    "boy",
    "girl",
    "person-tipping-hand",
    "man-in-tuxedo",
  ],
  pottedplant: ["potted-plant", "cactus", "seedling"],
  sheep: ["ewe", "ram"],
  sofa: ["couch-and-lamp"],
  train: ["locomotive", "train", "high-speed-train", "bullet-train", "tram", "tram-car", "metro", "railway-car", "monorail"],
  tvmonitor: ["television", "desktop-computer"],
};

interface IconSet {
  readonly icons: Record<string, { body: string; width?: number; height?: number; left?: number; top?: number }>;
  readonly aliases?: Record<string, { parent: string }>;
  readonly width?: number;
  readonly height?: number;
}

interface SetInfo {
  readonly name: string;
  readonly author: { readonly name: string; readonly url: string };
  readonly license: { readonly title: string; readonly spdx: string; readonly url: string };
}

/** An icon's drawing and the part of its own coordinates that is shown. */
interface Vector {
  readonly body: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function vectorOf(set: IconSet, name: string): Vector | null {
  const icon = set.icons[name] ?? set.icons[set.aliases?.[name]?.parent ?? ""];
  if (!icon) return null;
  const [width, height] = [icon.width ?? set.width ?? 16, icon.height ?? set.height ?? 16];
  return { body: icon.body, left: icon.left ?? 0, top: icon.top ?? 0, width, height };
}

function svgOf({ body, left, top, width, height }: Vector, attributes: string): string {
  const view = [left, top, width, height].map((v) => Math.round(v * 1e3) / 1e3).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${view}" ${attributes}>${body}</svg>`;
}

/** Draws large, crops to what is visible (alpha ≥ 1/8) and averages down to SIDE; premultiplied. With the vector, cropped alike. */
function rasterise(vector: Vector): { picture: Picture; cropped: Vector } {
  const svg = svgOf(vector, `width="${vector.width}" height="${vector.height}"`);
  const image = new Resvg(svg, { fitTo: { mode: "width", value: SIDE * OVERSAMPLING }, font: { loadSystemFonts: false } }).render();
  const { width, height, pixels } = image; // premultiplied RGBA
  let [x1, y1, x2, y2] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[(y * width + x) * 4 + 3] < 32) continue;
      [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x + 1), Math.max(y2, y + 1)];
    }
  }
  const scale = SIDE / Math.max(x2 - x1, y2 - y1);
  const w = Math.max(1, Math.round((x2 - x1) * scale));
  const h = Math.max(1, Math.round((y2 - y1) * scale));
  const rgba = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const across = spans(x1 + ((x2 - x1) * x) / w, x1 + ((x2 - x1) * (x + 1)) / w);
      const down = spans(y1 + ((y2 - y1) * y) / h, y1 + ((y2 - y1) * (y + 1)) / h);
      const sums = [0, 0, 0, 0];
      let area = 0;
      for (const [j, dy] of down) {
        for (const [i, dx] of across) {
          area += dx * dy;
          for (let c = 0; c < 4; c++) sums[c] += pixels[(j * width + i) * 4 + c] * dx * dy;
        }
      }
      const alpha = coarse(sums[3] / area);
      for (let c = 0; c < 3; c++) rgba[(y * w + x) * 4 + c] = Math.min(alpha, coarse(sums[c] / area));
      rgba[(y * w + x) * 4 + 3] = alpha;
    }
  }
  const unit = vector.width / width;
  return {
    picture: { width: w, height: h, rgba },
    cropped: {
      body: vector.body,
      left: vector.left + x1 * unit,
      top: vector.top + y1 * unit,
      width: (x2 - x1) * unit,
      height: (y2 - y1) * unit,
    },
  };
}

/** To steps of 5 of 255 (52 levels): not seen at this size, and the file is half as large. */
function coarse(value: number): number {
  return Math.round(value / 5) * 5;
}

/** The whole cells an interval covers, each with how much of it. */
function spans(from: number, to: number): [number, number][] {
  const out: [number, number][] = [];
  for (let i = Math.floor(from); i < to; i++) out.push([i, Math.min(i + 1, to) - Math.max(i, from)]);
  return out;
}

function build(style: EmojiStyle) {
  const folder = `node_modules/@iconify-json/${style}`;
  const set = JSON.parse(readFileSync(`${folder}/icons.json`, "utf8")) as IconSet;
  const info = JSON.parse(readFileSync(`${folder}/info.json`, "utf8")) as SetInfo;
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as { version: string };
  const vectors = `public/emojivoc/${style}`;
  rmSync(vectors, { recursive: true, force: true });
  mkdirSync(vectors, { recursive: true });
  const sprites: AtlasHeader["sprites"][number][] = [];
  const planes: Uint8Array[] = [];
  const drawn = new Set<string>();
  VOC_CLASSES.forEach((cls, label) => {
    for (const name of ICONS[cls]) {
      const vector = vectorOf(set, name);
      if (vector === null || drawn.has(JSON.stringify(vector))) continue;
      drawn.add(JSON.stringify(vector));
      const { picture, cropped } = rasterise(vector);
      writeFileSync(
        `${vectors}/${name}.svg`,
        // Stretched as the scene stretches it, whatever the proportions of the place.
        svgOf(cropped, `width="${picture.width}" height="${picture.height}" preserveAspectRatio="none"`),
      );
      sprites.push([name, label, picture.width, picture.height]);
      planes.push(filterPlanes(picture));
    }
  });
  const header: AtlasHeader = { format: "emojivoc-1", style, licence: info.license.spdx, sprites };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const file = Buffer.concat([length, text, deflateSync(Buffer.concat(planes), { level: 9 })]);
  writeFileSync(`public/emojivoc/${style}.bin`, file);
  return {
    style,
    file: `${style}.bin`,
    bytes: file.length,
    sha256: createHash("sha256").update(file).digest("hex"),
    sprites: sprites.length,
    set: info.name,
    author: info.author.name,
    source: info.author.url,
    licence: info.license.spdx,
    licenceUrl: info.license.url,
    package: `@iconify-json/${style}@${version}`,
  };
}

mkdirSync("public/emojivoc", { recursive: true });
const atlases = STYLES.map((style) => {
  const entry = build(style);
  console.log(
    `${entry.style.padEnd(18)} ${String(entry.sprites).padStart(4)} sprites ${(entry.bytes / 1024).toFixed(0).padStart(5)} KiB  ${entry.licence}`,
  );
  return entry;
});
writeFileSync(
  "public/emojivoc/manifest.json",
  `${JSON.stringify({ format: "emojivoc-1", side: SIDE, classes: VOC_CLASSES, atlases }, null, 2)}\n`,
);
