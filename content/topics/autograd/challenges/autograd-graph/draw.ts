import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { graphOf, VARIABLES, type GraphNode, type Values } from "../../expression";
import { pointsOf, slackOf, valuesOf, type Answer, type Asked, type View } from "./instance";
import { BLIND, rivals } from "./rivals";

/** Expressions of a level. Each level adds one thing to go wrong with. */
const TEMPLATES: Readonly<Record<Level, readonly string[]>> = {
  1: [
    "p = a*b; q = p + c; q*d",
    "p = a + b; q = p*c; d*q",
    "p = a*b; q = c + d; p*q",
    "p = a*b; q = c*p; d*q",
    "p = a + b; q = c + d; p*q",
  ],
  2: [
    "p = a*b; q = p + a; q*c",
    "p = a + b; q = p*c; q*a",
    "p = a*b; q = a + c; p*q",
    "p = a + b; q = a*c; p*q",
    "p = a*a; q = p + b; q*c",
  ],
  3: [
    "p = a*b; q = p - a; q*c",
    "p = c - a; q = a*b; p*q",
    "p = a*b; q = c - a; p*q",
    "p = a - b; q = p*c; q*b",
    "p = b - a; q = a + c; p*q",
  ],
  4: [
    "p = a*b; q = c - a; r = relu(p); s = relu(q); t = r - s; c*t",
    "p = a - b; q = b*c; r = relu(p); s = relu(q); t = r + s; t*a",
    "p = a*b; q = b - c; r = relu(p); s = relu(q); t = r - s; t*c",
    "p = a + b; q = a*c; r = relu(p); s = relu(q); t = s - r; t*b",
  ],
  5: [
    "p = a - b; q = relu(p); r = max(p, c); s = q + r; s*b",
    "p = b - a; q = relu(p); r = max(c, p); s = q - r; s*a",
    "p = a*b; q = a - p; r = relu(q); s = max(q, c); t = r + s; t*b",
    "p = a + b; q = relu(p); r = max(c, p); s = q - r; s*b",
    "p = a - b; q = relu(p); r = max(p, b); s = q + r; s*c",
    "p = c - a; q = max(p, b); r = relu(p); s = q*a; s - r",
  ],
};

/** The largest total that is asked for. */
export const BOUND = 300;

/** The way from the first input to the result, as arrows. */
function pathFrom(nodes: readonly GraphNode[], start: number): Asked[] {
  const path: Asked[] = [];
  for (let at = start; at < nodes.length - 1;) {
    const from = nodes.findIndex(({ inputs }) => inputs.includes(at));
    path.push({ of: "local", from, input: nodes[from].inputs.indexOf(at) });
    at = from;
  }
  return path;
}

/** A graph of a seed and level: whole inputs, none 0; at level 4 one ReLU open and one closed. */
export function generate(seed: string, level: Level): View {
  return redraw<View>({
    kind: "autograd-graph",
    seed,
    level,
    margin: 1,
    slack: slackOf,
    draw: ({ part, fixed }) => {
      const random = part("inputs");
      const drawn = () => random.int(1, 4) * (random.chance(0.35) ? -1 : 1);
      const values = Object.fromEntries(VARIABLES.map((name) => [name, drawn()])) as Values;
      const nodes = graphOf(fixed("expression").pick(TEMPLATES[level]), values);
      if (level === 4 && new Set(nodes.filter(({ op }) => op === "relu").map(({ value }) => value > 0)).size < 2) return null;
      const totals = nodes.slice(0, -1).map((_, node): Asked => ({ of: "total", node }));
      const local = level === 1 ? pathFrom(nodes, fixed("path").int(0, 1)) : [];
      // From the result down, as the way back goes.
      return { nodes, asked: [...local.reverse(), ...totals.reverse()] };
    },
    accept: (view) => {
      const truth = valuesOf(view);
      const score = (answer: Answer) => {
        const points = pointsOf(view, truth, answer);
        const sum = (list: typeof points) => list.reduce((all, { total }) => all + total, 0);
        return scoreOf({ earned: sum(points.filter(({ correct }) => correct)), total: sum(points) });
      };
      return (
        truth.every((value) => Math.abs(value) <= BOUND) &&
        view.nodes.every(({ value }) => Math.abs(value) <= BOUND) &&
        nobodyPasses(rivals.beliefs, view, level, score) &&
        nobodyEarns(
          BLIND.map((play) => play(view)),
          score,
        )
      );
    },
  });
}
