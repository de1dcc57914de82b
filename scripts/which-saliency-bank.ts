/**
 * node scripts/run.mjs scripts/which-saliency-bank.ts [--scenes 200] [--from 0] [--append]
 * Writes the bank of the `which-saliency` challenge: scenes whose maps can be told apart, how they are composed, their pictures and a strip
 * of their maps (public/which-saliency/<place>.webp, <place>-maps.webp). --from tries scenes from that number on, --append adds them
 * to what there is: the shipped bank is scenes from 0 on, then from 500 on. Run it again whenever the classifier changes, and raise the
 * challenge's version.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { bankScene, sceneMaps } from "./saliency-maps";
import { packScene } from "@/content/topics/saliency-backprop/challenges/which-saliency/recording";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { SCENE_SIDE, type SceneDrawing } from "@/lib/engine/scenes/emoji";
import { heatColour } from "@/lib/ui/heat";
import { writeDrawings } from "./drawings";
import { classifierAndDrawings } from "./tasks/context";
import { startBackend } from "./training/backend";

const FOLDER = "content/topics/saliency-backprop/challenges/which-saliency";
const PICTURES = "public/which-saliency";
/** A map is drawn in full brightness from the value that so many of its pixels lie below. */
const CUT = 0.995;

/** Maps side by side in heat colours, map k at place strip[k]. Few values are large, so the colour goes by the square root. */
async function writeStrip(file: string, maps: readonly Float64Array[], strip: readonly number[]): Promise<void> {
  const width = SCENE_SIDE * maps.length;
  const bytes = Buffer.alloc(width * SCENE_SIDE * 3);
  maps.forEach((map, k) => {
    const rising = Float64Array.from(map).sort();
    const full = rising[Math.floor(CUT * map.length)] || rising[map.length - 1] || 1;
    map.forEach((value, i) => {
      const at = (Math.floor(i / SCENE_SIDE) * width + strip[k] * SCENE_SIDE + (i % SCENE_SIDE)) * 3;
      heatColour(Math.sqrt(Math.min(1, value / full))).forEach((byte, c) => (bytes[at + c] = Math.round(byte)));
    });
  });
  await sharp(bytes, { raw: { width, height: SCENE_SIDE, channels: 3 } })
    .webp({ quality: 34, effort: 6 })
    .toFile(file);
}

const { values: options } = parseArgs({
  options: {
    scenes: { type: "string", default: "200" },
    from: { type: "string", default: "0" },
    append: { type: "boolean", default: false },
  },
});
await startBackend();
const { network, atlases } = await classifierAndDrawings();
const gpu = createGpuNetwork(network);
if (!options.append) rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });
const records: number[][] = options.append ? (JSON.parse(readFileSync(`${FOLDER}/recorded.json`, "utf8")) as number[][]) : [];
const drawings: SceneDrawing[] = records.flatMap(([number]) => bankScene(number, atlases).drawing ?? []);
const wanted = records.length + Number(options.scenes);
/** What there is so far. */
function write(said: string): void {
  console.log(said);
  writeDrawings(`${FOLDER}/drawings`, drawings, "scripts/which-saliency-bank.ts");
  writeFileSync(`${FOLDER}/recorded.json`, `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`);
}
let number = Number(options.from);
for (; records.length < wanted; number++) {
  const found = await sceneMaps(gpu, number, atlases);
  if (!found?.scene.drawing) continue;
  const place = records.length;
  drawings.push(found.scene.drawing);
  await sharp(Buffer.from(found.scene.pixels), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
    .webp({ quality: 84, effort: 6 })
    .toFile(`${PICTURES}/${place}.webp`);
  await writeStrip(`${PICTURES}/${place}-maps.webp`, found.maps, found.record.strip);
  records.push(packScene(found.record));
  if (records.length % 5 === 0) write(`${records.length} of ${number + 1}`);
}
write(`${records.length} scenes of ${number}`);
