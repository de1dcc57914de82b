import { defineChallenge, type Level, type Part } from "@/lib/challenges/contract";
import { z } from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { reluBack, type ReluRule } from "@/lib/engine/nets";
import { seeded, type Random } from "@/lib/engine/random";

/** One ReLU on the way back, the upper first. Numbers by cell, row by row; none is 0. */
export interface Gate {
  /** What stood before the ReLU on the way forward. */
  readonly forward: readonly number[];
  /** Factors between this ReLU and the next lower one, −1 or 1; null where there is none. */
  readonly weights: readonly number[] | null;
}
export interface Instance {
  readonly side: number;
  readonly rule: ReluRule;
  /** The signal that arrives from above. */
  readonly signal: readonly number[];
  readonly gates: readonly Gate[];
}
export type View = Instance;
export interface Answer {
  /** Cells through which something other than 0 passes. */
  readonly cells: readonly number[];
}
export interface Step {
  /** The ReLU just passed, or null at the start; its rule's two questions for each cell. */
  readonly gate: number | null;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export const RULE_NAMES: Readonly<Record<ReluRule, Text>> = {
  gradient: { ko: "backprop(기울기)", en: "backprop (the gradient)" },
  deconvnet: { ko: "deconvnet", en: "the deconvnet" },
  guided: { ko: "guided backprop", en: "guided backprop" },
};
const RULES: readonly ReluRule[] = ["gradient", "deconvnet", "guided"];

/** The signal on its way down: what arrives at each ReLU and what leaves it. */
export function wayBack({ signal, gates, rule }: Pick<Instance, "signal" | "gates" | "rule">): Step[] {
  const steps: Step[] = [{ gate: null, before: signal, after: signal }];
  let now: readonly number[] = signal;
  gates.forEach(({ forward, weights }, gate) => {
    const after = Array.from(reluBack(now, forward, rule));
    steps.push({ gate, before: now, after });
    now = weights ? after.map((v, i) => v * weights[i]) : after;
  });
  return steps;
}

/** Cells where the signal that leaves the last ReLU is not 0. */
export function openCells(instance: Pick<Instance, "signal" | "gates" | "rule">): number[] {
  const { after } = wayBack(instance)[instance.gates.length];
  return after.flatMap((v, i) => (v !== 0 ? [i] : []));
}

const numbers = (random: Random, count: number) => Array.from({ length: count }, () => random.int(1, 9) * (random.chance(0.5) ? 1 : -1));

/** Draws until the three rules give three different answers: a wrong rule must not be right by chance. */
function generate(seed: string, level: Level): Instance {
  const random = seeded(`guided-signal/${seed}/${level}`);
  const side = level <= 2 ? 3 : 4;
  const cells = side * side;
  const rule = level === 1 ? random.pick(["gradient", "guided"] as const) : random.pick(RULES);
  for (;;) {
    const gates: Gate[] = Array.from({ length: level >= 4 ? 2 : 1 }, (_, gate) => ({
      forward: numbers(random, cells),
      weights: level === 5 && gate === 0 ? Array.from({ length: cells }, () => (random.chance(0.35) ? -1 : 1)) : null,
    }));
    const instance: Instance = { side, rule, signal: numbers(random, cells), gates };
    const answers = RULES.map((other) => openCells({ ...instance, rule: other }));
    const fair = answers.every((open) => open.length >= 2 && open.length <= cells - 2);
    if (fair && new Set(answers.map((open) => open.join())).size === RULES.length) return instance;
  }
}

/** The first gate that closes at a cell, and why; null where the signal passes. */
function closedAt(instance: Instance, cell: number): Text | null {
  const steps = wayBack(instance);
  const { rule, gates } = instance;
  for (let k = 1; k < steps.length; k++) {
    if (steps[k].after[cell] !== 0) continue;
    const forward = gates[k - 1].forward[cell];
    const arrived = k === 1 ? instance.signal[cell] : steps[k - 1].after[cell] * (gates[k - 2].weights?.[cell] ?? 1);
    const where: Text =
      gates.length > 1
        ? { ko: k === 1 ? "위 ReLU에서 " : "아래 ReLU에서 ", en: k === 1 ? "At the upper ReLU " : "At the lower ReLU " }
        : { ko: "", en: "" };
    if (rule !== "deconvnet" && forward <= 0)
      return { ko: `${where.ko}순전파 입력이 ${forward}라 닫혀요.`, en: `${where.en}the forward input is ${forward}: closed.` };
    return { ko: `${where.ko}도착한 신호가 ${arrived}라 닫혀요.`, en: `${where.en}the signal that arrives is ${arrived}: closed.` };
  }
  return null;
}

function passes(instance: Instance): Text {
  return {
    gradient: {
      ko: "순전파 입력이 양수라 신호가 그대로 지나가요.",
      en: "The forward input is positive, so the signal passes, whatever its sign.",
    },
    deconvnet: {
      ko: "신호가 양수라 지나가요. 순전파 입력은 보지 않아요.",
      en: "The signal is positive, so it passes; the forward input is not asked.",
    },
    guided: { ko: "순전파 입력도 신호도 양수라 지나가요.", en: "Both the forward input and the signal are positive: it passes." },
  }[instance.rule];
}

/** Which cells does a signal pass on its way back through ReLUs? */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "guided-signal",
  topic: "guided-backprop",
  version: 1,
  title: { ko: "신호가 지나는 칸", en: "Where the signal passes" },
  skill: { ko: "ReLU를 거꾸로 지나는 신호를 규칙대로 따라가요", en: "Follow a signal back through a ReLU by a rule" },
  answerSchema: z.strictObject({ cells: z.array(z.number().int().min(0).max(15)).max(16).readonly() }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ rule, gates }) => ({
    ko: `${RULE_NAMES[rule].ko}의 규칙으로 ${gates.length > 1 ? "ReLU 두 개를" : "ReLU를"} 거꾸로 지나요. 신호가 0이 아닌 채로 지나는 칸을 모두 골라 보세요.`,
    en: `The signal goes back through ${gates.length > 1 ? "two ReLUs" : "a ReLU"} by the rule of ${RULE_NAMES[rule].en}. Mark every cell where something other than 0 gets through.`,
  }),
  empty: () => ({ cells: [] }),
  solve: ({ view }) => ({ cells: openCells(view) }),
  check: ({ side }, { cells }) => {
    if (cells.length === 0) return { ready: false, missing: { ko: "신호가 지나는 칸을 골라요", en: "Mark the cells it passes" } };
    if (new Set(cells).size !== cells.length || cells.some((cell) => cell >= side * side))
      return { ready: false, missing: { ko: "그림에 있는 칸만 한 번씩 골라요", en: "Mark cells of this grid, each once" } };
    return { ready: true };
  },
  grade({ view: instance }, { cells }) {
    const open = new Set(openCells(instance));
    const chosen = new Set(cells);
    const parts = instance.signal.map((_, cell): Part => {
      const [row, column] = [Math.floor(cell / instance.side) + 1, (cell % instance.side) + 1];
      const correct = open.has(cell) === chosen.has(cell);
      return {
        id: `cell-${cell}`,
        label: { ko: `${row}행 ${column}열`, en: `Row ${row}, column ${column}` },
        correct,
        earned: open.has(cell) && correct ? 1 : 0,
        total: open.has(cell) ? 1 : 0,
        note: correct ? undefined : (closedAt(instance, cell) ?? passes(instance)),
      };
    });
    const hits = [...chosen].filter((cell) => open.has(cell)).length;
    const extra = chosen.size - hits;
    const key = [...chosen].sort((a, b) => a - b).join();
    const other = RULES.find((rule) => rule !== instance.rule && openCells({ ...instance, rule }).join() === key);
    return {
      earned: Math.max(0, hits - extra),
      total: open.size,
      parts,
      steps: wayBack(instance),
      misconceptions: other ? ["one-gate"] : [],
      summary: other
        ? {
            ko: `이것은 ${RULE_NAMES[other].ko}의 칸이에요. 물어본 것은 ${RULE_NAMES[instance.rule].ko}예요.`,
            en: `These are the cells of ${RULE_NAMES[other].en}; asked was ${RULE_NAMES[instance.rule].en}.`,
          }
        : {
            ko: `지나는 칸 ${open.size}개 가운데 ${hits}개를 찾았고, 잘못 고른 칸은 ${extra}개예요.`,
            en: `${hits} of ${open.size} open cells found, ${extra} marked by mistake.`,
          },
    };
  },
  // Whole numbers that are never 0: nothing can flip.
  slack: () => Infinity,
});
