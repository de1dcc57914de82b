/** node scripts/run.mjs scripts/tasks/r-cnn.ts   writes content/topics/r-cnn/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import type { Looked } from "@/content/topics/r-cnn/looked";
import type { Recording } from "@/content/topics/r-cnn/recording";
import { GUESSED } from "@/content/topics/r-cnn/simulationModel";
import { tasks } from "@/content/topics/r-cnn/tasks";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { startBackend } from "../training/backend";
import { detectorContext } from "./detectors";

/** The largest whole number of 16 bits with a sign. */
const MOST = 32767;
/** Beside the crops of the guess: the whole picture, the lamp, a tall piece, a dog with some ground. */
const OTHERS = [1, 2, 17, 8];

function packed(list: ArrayLike<number>) {
  const values = Array.from(list);
  const step = Math.max(...values.map(Math.abs)) / MOST;
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeInt16LE(Math.round(value / step), 2 * i));
  return { step, data: bytes.toString("base64") };
}

/** A dozen crops of an answer: those of the guess, the best one of each class in the picture, and some others. */
export function recordingOf(looked: Looked): Recording {
  const { pixels, drawing, objects, passes } = looked;
  const best = objects.map(({ label }) => {
    const scores = looked.ranks.map((_, i) => looked.scores[i * VOC_CLASSES.length + label]);
    return scores.indexOf(Math.max(...scores)) + 1;
  });
  const ranks = [...new Set([...GUESSED, ...best, ...OTHERS])].sort((a, b) => a - b);
  const rows = (list: ArrayLike<number>) => {
    const width = list.length / passes;
    return packed(ranks.flatMap((rank) => Array.from({ length: width }, (_, j) => list[(rank - 1) * width + j])));
  };
  return {
    pixels: Buffer.from(pixels).toString("base64"),
    drawing: JSON.stringify(drawing),
    objects,
    passes,
    ranks,
    boxes: rows(looked.boxes),
    scores: rows(looked.scores),
    margins: rows(looked.margins),
    moves: rows(looked.moves),
    terms: rows(looked.terms),
    bias: packed(looked.bias),
    platt: packed(looked.platt),
  };
}

if (process.argv[1]?.endsWith("tasks/r-cnn.ts")) {
  await startBackend();
  const recording = recordingOf(await tasks.look({ scene: 1 }, detectorContext()));
  writeFileSync("content/topics/r-cnn/recorded.json", `${JSON.stringify(recording)}\n`);
  console.log(`${recording.ranks.length} crops of ${recording.passes}: ${recording.ranks.join(" ")}`);
}
