/**
 * node scripts/run.mjs scripts/tasks/detr.ts   writes content/topics/detr/recorded.json from the topic's own task, and training.json
 * from the networks that scripts/detr-training.ts has kept (where it has run), each looking at the first scene (without the encoder's attention).
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import type { Heard, Looked } from "@/content/topics/detr/looked";
import type { Packed, Recording, Training } from "@/content/topics/detr/recording";
import { heardOf, SEEDS, shownScene, tasks } from "@/content/topics/detr/tasks";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { kindOf } from "@/lib/engine/detectors/zoo.gpu";
import { startBackend } from "../training/backend";
import { detectorContext } from "./detectors";

const KEPT = ".data/train/detr-steps";

/** Two bytes a number, so fine that no number is off by more than a 65,000th of the largest one. */
function pack(list: ArrayLike<number>): Packed {
  const values = Array.from(list);
  const step = Number((Math.max(1e-6, ...values.map(Math.abs)) / 32_000).toPrecision(4));
  return { step, data: Buffer.from(Int16Array.from(values, (value) => Math.round(value / step)).buffer).toString("base64") };
}

const packHeard = ({ layers, attention, encoder, references }: Heard) => ({
  layers: layers.map(({ logits, boxes }) => ({ logits: pack(logits), boxes: pack(boxes) })) as unknown as Recording["layers"],
  attention: pack(attention),
  encoder: pack(encoder),
  references: pack(references),
});

/** The picture as an address of its own. */
export async function recordingOf(looked: Looked): Promise<Recording> {
  if (typeof looked.seen === "string") throw new Error("what is recorded has no pixels");
  const side = Math.sqrt(looked.seen.length / 3);
  const picture = await sharp(Buffer.from(looked.seen), { raw: { width: side, height: side, channels: 3 } })
    .webp({ quality: 90, effort: 6 })
    .toBuffer();
  return {
    ...packHeard(looked),
    seen: `data:image/webp;base64,${picture.toString("base64")}`,
    // As text: drawings are read as they were written.
    drawing: JSON.stringify(looked.drawing),
    objects: looked.objects,
  };
}

async function trainingOf(): Promise<Training | null> {
  if (!existsSync(KEPT)) return null;
  const steps = readdirSync(KEPT)
    .filter((name) => existsSync(`${KEPT}/${name}/run.json`))
    .map(Number)
    .sort((a, b) => a - b);
  const { pictures } = detectorContext();
  const scene = shownScene(SEEDS[0], await pictures.atlases(false));
  const read = (step: number, name: string) => readFileSync(`${KEPT}/${step}/${name}`);
  const runs = steps.map(
    (step) =>
      JSON.parse(read(step, "run.json").toString()) as Record<"steps" | "batch" | "step", number> & { seed: string; loss: number | null },
  );
  const at: Training["at"][number][] = [];
  for (const { step, loss } of runs) {
    const detector = kindOf("detr").load(
      unpackModel(JSON.parse(read(step, "model.json").toString()) as ModelFile, read(step, "weights.bin")),
    );
    const [{ parts }] = await detector.detect([scene.pixels]);
    at.push({ step, loss: loss === null ? null : Number(loss.toFixed(3)), ...packHeard({ ...heardOf(parts), encoder: [] }) });
    detector.dispose();
  }
  return { planned: runs[0].steps, batch: runs[0].batch, seed: runs[0].seed, at };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await startBackend();
  const context = detectorContext();
  const recordings = [];
  for (const scene of [1, 2]) recordings.push(await recordingOf(await tasks.look({ scene }, context)));
  writeFileSync("content/topics/detr/recorded.json", `${JSON.stringify(recordings)}\n`);
  const training = await trainingOf();
  if (training) writeFileSync("content/topics/detr/training.json", `${JSON.stringify(training)}\n`);
}
