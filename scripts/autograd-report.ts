/**
 * npm run autograd-report
 * How often the tape's gradients agree with central differences, and how often those of a tape that overwrites do. Writes
 * bench/autograd-report.json, the topic's recorded.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import type { GraphNode } from "@/content/topics/autograd/expression";
import { OVERWRITE, scalarsOf, tapeOf, walk } from "@/content/topics/autograd/walk";
import { DEFAULTS } from "@/content/topics/autograd/knobs";
import type { LayerAsked, Typed } from "@/content/topics/autograd/rolled";
import { layeredOf, rolledOf } from "@/content/topics/autograd/tasks";
import { centralDifferences, scalar, type Scalar } from "@/lib/engine/autograd";
import { seeded, type Random } from "@/lib/engine/random";
import { writeFigures } from "./figures";
import type { AutogradReport } from "./figures/autograd";

const GRAPHS = 1000;
const OPS = ["add", "sub", "mul", "mul", "relu", "max", "tanh", "sigmoid"] as const;
const STEPS = 6;

/** Three inputs and six operations, each of whatever stands there already; what the last one does not need falls away. */
function graphOf(random: Random): GraphNode[] {
  const made: Scalar[] = ["a", "b", "c"].map((name) => scalar.variable(random.between(-2, 2), name));
  for (let i = 0; i < STEPS; i++) {
    const op = random.pick(OPS);
    // The newest node is always used, so that little falls away.
    const second = scalar.arity(op) === 2 ? [random.pick(made)] : [];
    made.push(scalar.apply(op, [made[i === 0 ? 0 : made.length - 1], ...second]));
  }
  const order = [...scalar.gradients(made[made.length - 1]).keys()];
  return order.map(({ op, name = "", inputs, value }) => ({ op, name, inputs: inputs.map((input) => order.indexOf(input)), value }));
}

let [tape, overwrite] = [0, 0];
for (let n = 0; n < GRAPHS; n++) {
  const nodes = graphOf(seeded(`autograd-report/${n}`));
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

const report: AutogradReport = { graphs: GRAPHS, seeds: "autograd-report/0 …", tape, overwrite };
writeFileSync("bench/autograd-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report));

const { a, b, c, d, expr, n, inputs, outputs } = DEFAULTS;
const typed: Typed = { text: expr, values: { a, b, c, d } };
const layer: LayerAsked = { n, inputs, outputs, layout: "out-in" };
const recorded = { roll: { asked: typed, answer: rolledOf(typed) }, layer: { asked: layer, answer: layeredOf(layer) } };
writeFileSync("content/topics/autograd/recorded.json", `${JSON.stringify(recorded)}\n`);
writeFigures();
