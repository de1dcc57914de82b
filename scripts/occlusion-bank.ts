/**
 * node scripts/run.mjs scripts/occlusion-bank.ts [--scenes 249]
 * Writes the bank of the `occlusion-budget` challenge from the shipped classifier, in Node on WASM: for each EmojiVOC scene the logit of its
 * first object with a patch of 16 pixels at every place (grey at stride 8, a second colour at stride 16), and with two and three grey patches at once on the
 * eight strongest places. Whole hundredths. Run it again when the classifier changes, and raise the challenge's version.
 */
import { writeFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import {
  choices,
  COARSE,
  FILLS,
  FINE,
  packScene,
  STRONG,
  type BankScene,
} from "@/content/topics/occlusion/challenges/occlusion-budget/recording";
import { bankScene } from "@/content/topics/occlusion/scene";
import { meanColour } from "@/content/topics/occlusion/looked";
import { networkInput } from "@/lib/engine/detectors/input";
import { gpuSubject, occlusionGpu, readPlain, type GpuSubject } from "@/lib/engine/explain/gpu";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { scenesWanted } from "./tasks/context";
import { classifierContext } from "./tasks/occlusion";
import { startBackend } from "./training/backend";

/** The least drop of the strongest place, in logits: below it nothing of the object is under any one patch. */
const LEAST = 1;
const PATCH = 16;
const hundredths = (logit: number) => Math.round(100 * logit);

/** Scores with several grey patches at once, 28 pictures a pass. */
async function together(subject: GpuSubject, sets: readonly (readonly number[])[]): Promise<number[]> {
  const scores: number[] = [];
  for (let from = 0; from < sets.length; from += 28) {
    const batch = sets.slice(from, from + 28);
    const shown = new Float32Array(batch.length * SCENE_SIDE * SCENE_SIDE).fill(1);
    batch.forEach((cells, n) =>
      cells.forEach((cell) => {
        const corner = n * SCENE_SIDE * SCENE_SIDE + Math.floor(cell / COARSE) * PATCH * SCENE_SIDE + (cell % COARSE) * PATCH;
        for (let y = 0; y < PATCH; y++) shown.fill(0, corner + y * SCENE_SIDE, corner + y * SCENE_SIDE + PATCH);
      }),
    );
    const images = tf.tidy(() => tf.mul(subject.input, tf.tensor4d(shown, [batch.length, SCENE_SIDE, SCENE_SIDE, 1])) as tf.Tensor4D);
    scores.push(...(await subject.valuesAt(images).finally(() => images.dispose())));
  }
  return scores;
}

await startBackend();
const { models, pictures } = classifierContext();
const [gpu, atlas] = await Promise.all([models.gpuNetwork("classifier"), pictures.atlas("noto")]);
const last = gpu.network.layers[gpu.network.layers.length - 1].name;
const wanted = scenesWanted(249);
const lines: string[] = [];
let number = 0;
for (; lines.length < wanted; number++) {
  const { pixels, objects } = bankScene(number, atlas);
  const [{ label }] = objects;
  const image = networkInput(pixels, SCENE_SIDE);
  const subject = gpuSubject({ gpu, image, target: { logit: label } });
  const logits = Array.from((await readPlain(subject.pass.activations[last])).data);
  const other = FILLS[number % FILLS.length];
  const found = Math.max(...logits) === logits[label] ? await scanned(subject, other) : null;
  subject.dispose();
  if (found) lines.push(packScene({ number, label, other, ...found }));
}

async function scanned(subject: GpuSubject, other: BankScene["other"]): Promise<Omit<BankScene, "number" | "label" | "other"> | null> {
  const grey = await occlusionGpu(subject, { patch: PATCH, stride: 8 });
  const value = hundredths(grey.value);
  const fine = Array.from(grey.scores.data, hundredths);
  const ranked = Array.from({ length: COARSE * COARSE }, (_, cell) => cell).sort((a, b) => greyAt(a) - greyAt(b) || a - b);
  if (value - greyAt(ranked[0]) < 100 * LEAST) return null;
  const fill = other === "mean" ? meanColour(subject.image) : other === "black" ? -1.5 : 1.5;
  const second = await occlusionGpu(subject, { patch: PATCH, stride: 16, fill });
  const strong = ranked.slice(0, STRONG);
  const joint = async (size: number) =>
    (
      await together(
        subject,
        choices(STRONG, size).map((set) => set.map((i) => strong[i])),
      )
    ).map(hundredths);
  return { value, fine, coarse: Array.from(second.scores.data, hundredths), strong, pairs: await joint(2), triples: await joint(3) };
  function greyAt(cell: number) {
    return fine[2 * Math.floor(cell / COARSE) * FINE + 2 * (cell % COARSE)];
  }
}
writeFileSync(
  "content/topics/occlusion/challenges/occlusion-budget/recorded.ts",
  `/** The scenes, a line each (recording.ts); written by scripts/occlusion-bank.ts. */\nexport const RECORDED: readonly string[] = ${JSON.stringify(lines, null, 1)};\n`,
);
console.log(`${lines.length} scenes of ${number}`);
