import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Level } from "@/lib/challenges/contract";
import { redrawExact, type Parts } from "@/lib/challenges/redraw";
import type { ReluRule } from "@/lib/engine/nets/types";
import type { Random } from "@/lib/engine/random";
import { rivals, strongest } from "./rivals";
import { openCells, pointsOf, RULE_POINTS, type Answer, type Gate, type View } from "./way";

const RULES: readonly ReluRule[] = ["gradient", "deconvnet", "guided"];

const numbers = (random: Random, count: number) => Array.from({ length: count }, () => random.int(1, 9) * (random.chance(0.5) ? 1 : -1));

/**
 * Level 1 asks for the gradient and guided backprop through one ReLU, 2 for all three rules, 3 through two ReLUs, 4 with weights
 * between them that flip signs, 5 with paths that add.
 */
function draw(parts: Parts, level: Level): View {
  const side = level <= 2 ? 3 : 4;
  const cells = side * side;
  const rules = parts.fixed("rules").shuffle(level === 1 ? (["gradient", "guided"] as const) : RULES);
  const gates = Array.from({ length: level >= 3 ? 2 : 1 }, (_, gate): Gate => {
    const between = level >= 4 && gate === 0;
    const weights = parts.part("weights");
    return {
      forward: numbers(parts.part(`forward ${gate}`), cells),
      weights: between ? Array.from({ length: cells }, () => (weights.chance(0.4) ? -1 : 1)) : null,
      adds: level === 5 && gate === 0,
    };
  });
  return { side, rules, signal: numbers(parts.part("signal"), cells), gates };
}

/** Each rule opens some cells and closes some, no two rules agree, and nobody with a wrong idea of the level passes. */
function fair(view: View, level: Level): boolean {
  const open = view.rules.map((rule) => openCells(view, rule));
  const cells = view.side * view.side;
  if (open.some((list) => list.length < 2 || list.length > cells - 2)) return false;
  if (new Set(open.map((list) => list.join())).size < open.length) return false;
  const total = RULE_POINTS * open.length;
  const score = (answer: Answer) => scoreOf({ earned: pointsOf(open, answer.cells).earned, total });
  return nobodyEarns([strongest(view)], score) && nobodyPasses(rivals.beliefs, view, level, score);
}

export function generate(seed: string, level: Level): View {
  // Whole numbers that are never 0 where a sign decides: nothing can flip.
  return redrawExact({
    kind: "guided-signal",
    seed,
    level,
    draw: (parts) => draw(parts, level),
    accept: (view) => fair(view, level),
  });
}
