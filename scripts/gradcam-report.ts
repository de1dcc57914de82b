/**
 * node scripts/run.mjs scripts/gradcam-report.ts [--scenes 300]
 * How far one comes on unselected scenes of the `gradcam-regions` recipe by looking alone: with the object's own box, with bold lines,
 * with the biggest object. Writes bench/gradcam-report.json and content/topics/grad-cam/figures.json.
 */
import { writeFileSync } from "node:fs";
import { pictureOf } from "@/content/topics/grad-cam/challenges/gradcam-regions/draw";
import { pointsOf, type Answer, type View } from "@/content/topics/grad-cam/challenges/gradcam-regions/instance";
import { expert, rivals } from "@/content/topics/grad-cam/challenges/gradcam-regions/rivals";
import { plainRecord } from "@/content/topics/grad-cam/record";
import { PASS_SCORE, type Level } from "@/lib/challenges";
import { writeFigures } from "./figures";
import type { GradCamReport } from "./figures/gradcam";
import { classifierAndDrawings, scenesWanted } from "./tasks/context";

const wanted = scenesWanted(300);
const { network, atlases } = await classifierAndDrawings();

const believer = (id: string) => (view: View) => rivals.beliefs.find(({ misconception }) => misconception === id)?.play(view) ?? null;
const players: Readonly<Record<string, (view: View) => Answer | null>> = {
  expert,
  "bold-is-hot": believer("bold-is-hot"),
  "any-class-same-map": believer("any-class-same-map"),
  "cold-is-empty": believer("cold-is-empty"),
};
const levels: Record<string, GradCamReport["levels"][string]> = {};
for (const level of [1, 2, 3] as const satisfies readonly Level[]) {
  const set = level === 1 ? "one" : "three";
  const passes = Object.fromEntries(Object.keys(players).map((name) => [name, 0]));
  let [scenes, number] = [0, 0];
  for (; scenes < wanted; number++) {
    const record = plainRecord(network, set, number, atlases);
    if (record === null) continue;
    scenes++;
    const { view, truth } = pictureOf(set, 0, record, level);
    for (const [name, play] of Object.entries(players)) {
      const answer = play(view);
      const points = answer === null ? null : pointsOf(view, truth, answer);
      if (points !== null && points.hot + points.cold >= PASS_SCORE) passes[name]++;
    }
  }
  levels[level] = { scenes, seeds: `grad-cam/${set}/0–${number - 1}`, passes };
  console.log(level, JSON.stringify(levels[level]));
}
writeFileSync("bench/gradcam-report.json", `${JSON.stringify({ levels } satisfies GradCamReport, null, 2)}\n`);
writeFigures();
