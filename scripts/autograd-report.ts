/**
 * npm run autograd-report
 * How often the tape's gradients agree with central differences, and how often those of a tape that overwrites do. Writes
 * bench/autograd-report.json, the topic's recorded.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { challenge } from "@/content/topics/autograd/challenges/autograd-graph/challenge";
import { OVERWRITE, scalarsOf, tapeOf, walk } from "@/content/topics/autograd/graph";
import { DEFAULTS } from "@/content/topics/autograd/knobs";
import type { LayerAsked, Typed } from "@/content/topics/autograd/rolled";
import { layeredOf, rolledOf } from "@/content/topics/autograd/tasks";
import { centralDifferences } from "@/lib/engine/autograd";
import { writeFigures } from "./figures";
import type { AutogradReport } from "./figures/autograd";

const SEEDS = 200;
const LEVELS = [2, 3, 4, 5] as const;

let [tape, overwrite] = [0, 0];
for (const level of LEVELS)
  for (let seed = 0; seed < SEEDS; seed++) {
    const { nodes } = challenge.generate(`autograd-report/${seed}`, level).view;
    const leaves = nodes.flatMap(({ op }, i) => (op === "variable" ? [i] : []));
    const result = (at: Float64Array) =>
      scalarsOf(nodes.map((node, i) => (leaves.includes(i) ? { ...node, value: at[leaves.indexOf(i)] } : node)))[nodes.length - 1].value;
    const measured = centralDifferences(
      result,
      leaves.map((i) => nodes[i].value),
    );
    const agrees = (grads: readonly number[]) =>
      leaves.every((leaf, i) => Math.abs(grads[leaf] - measured[i]) <= 1e-6 * Math.max(1, Math.abs(measured[i])));
    if (agrees(tapeOf(nodes).grads)) tape++;
    if (agrees(walk(nodes, OVERWRITE).grads)) overwrite++;
  }

const report: AutogradReport = { graphs: SEEDS * LEVELS.length, seeds: "autograd-report/0 …", tape, overwrite };
writeFileSync("bench/autograd-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report));

const { a, b, c, d, expr, n, inputs, outputs } = DEFAULTS;
const typed: Typed = { text: expr, values: { a, b, c, d } };
const layer: LayerAsked = { n, inputs, outputs, layout: "out-in" };
const recorded = { roll: { asked: typed, answer: rolledOf(typed) }, layer: { asked: layer, answer: layeredOf(layer) } };
writeFileSync("content/topics/autograd/recorded.json", `${JSON.stringify(recorded)}\n`);
writeFigures();
