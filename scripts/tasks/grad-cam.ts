/** node scripts/run.mjs scripts/tasks/grad-cam.ts   writes content/topics/grad-cam/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import { RECORDED, type Explained, type Recording } from "@/content/topics/grad-cam/question";
import { tasks } from "@/content/topics/grad-cam/tasks";
import { nodeContext } from "./context";
import { halved } from "./halved";

const base64 = (values: ArrayLike<number>, peak: (i: number) => number) =>
  Buffer.from(Uint8Array.from(values, (v, i) => (peak(i) > 0 ? Math.round((v / peak(i)) * 255) : 0))).toString("base64");
const largest = (values: Float32Array) => values.reduce((most, v) => Math.max(most, v), 0);

/** @param answers to RECORDED, in its order */
export function recordingOf(answers: readonly Explained[]): Recording {
  const { pixels, drawing, objects, side, maps } = answers[0];
  const cells = side * side;
  const peaks = Array.from({ length: maps.length / cells }, (_, k) => largest(maps.subarray(k * cells, (k + 1) * cells)));
  return {
    pixels: halved(pixels, 3),
    drawing: JSON.stringify(drawing),
    objects,
    side,
    peaks: peaks.map((peak) => Number(peak.toPrecision(6))),
    maps: base64(maps, (i) => peaks[Math.floor(i / cells)]),
    answers: answers.map(({ alphas, probability, camGap }) => ({
      alphas: Array.from(alphas, (alpha) => Number(alpha.toPrecision(6))),
      probability: Number(probability.toPrecision(6)),
      camGap: camGap ?? 0,
    })),
  };
}

/** The answers that are recorded, from the shipped classifier. */
export async function recordedAnswers(): Promise<Explained[]> {
  const answers: Explained[] = [];
  for (const question of RECORDED) answers.push(await tasks.explained(question, nodeContext()));
  return answers;
}

if (process.argv[1]?.endsWith("tasks/grad-cam.ts"))
  writeFileSync("content/topics/grad-cam/recorded.json", `${JSON.stringify(recordingOf(await recordedAnswers()))}\n`);
