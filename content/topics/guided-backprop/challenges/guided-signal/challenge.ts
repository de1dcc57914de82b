import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import type { ReluRule } from "@/lib/engine/nets/types";
import { cellName, josa, list, num } from "@/lib/words";
import { generate } from "./draw";
import { hints } from "./hints";
import { RULE_NAMES } from "./names";
import { rivals } from "./rivals";
import { counting, openCells, pointsOf, RULE_POINTS, wayBack, type Answer, type Step, type View } from "./way";

export { RULE_NAMES } from "./names";
export type { Answer, Step, View } from "./way";

/** The first gate that closes at a cell, and why; null where the signal passes. */
function closedAt(view: View, rule: ReluRule, cell: number): Text | null {
  const steps = wayBack(view, rule);
  const { gates } = view;
  // A path that adds may bring a signal to a cell whose upper gate was closed, so the last gate decides there.
  const from = gates[0].adds ? gates.length : 1;
  for (let k = from; k < steps.length; k++) {
    if (steps[k].after[cell] !== 0) continue;
    const forward = gates[k - 1].forward[cell];
    const arrived = steps[k].before[cell];
    const where: Text =
      gates.length > 1
        ? { ko: k === 1 ? "위 ReLU에서 " : "아래 ReLU에서 ", en: k === 1 ? "At the upper ReLU " : "At the lower ReLU " }
        : { ko: "", en: "" };
    if (rule !== "deconvnet" && forward <= 0)
      return {
        ko: `${where.ko}순전파 입력이 ${josa(num(forward), "이라/라")} 닫혀요.`,
        en: `${where.en}the forward input is ${num(forward)}: closed.`,
      };
    if (arrived === 0) return { ko: `${where.ko}도착한 신호가 없어요.`, en: `${where.en}no signal arrives.` };
    return {
      ko: `${where.ko}도착한 신호가 ${josa(num(arrived), "이라/라")} 닫혀요.`,
      en: `${where.en}the signal that arrives is ${num(arrived)}: closed.`,
    };
  }
  return null;
}

const PASSES: Readonly<Record<ReluRule, Text>> = {
  gradient: {
    ko: "순전파 입력이 양수라 신호가 부호와 상관없이 그대로 지나가요.",
    en: "The forward input is positive, so the signal passes, whatever its sign.",
  },
  deconvnet: {
    ko: "신호가 양수라 지나가요. 순전파 입력은 보지 않아요.",
    en: "The signal is positive, so it passes; the forward input is not asked.",
  },
  guided: { ko: "순전파 입력도 신호도 양수라 지나가요.", en: "Both the forward input and the signal are positive: it passes." },
};

const same = (a: Answer["cells"], b: Answer["cells"]) => JSON.stringify(a) === JSON.stringify(b);
const sorted = (cells: readonly number[]) => [...cells].sort((a, b) => a - b);

/** Which cells does a signal pass on its way back through ReLUs, by each rule asked for? */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "guided-signal",
  topic: "guided-backprop",
  version: 2,
  title: { ko: "신호가 지나는 칸", en: "Where the signal passes" },
  skill: { ko: "ReLU를 거꾸로 지나는 신호를 규칙대로 따라가요", en: "Follow a signal back through a ReLU by a rule" },
  answerSchema: z.strictObject({
    cells: z
      .array(z.array(z.number().int().min(0).max(15)).max(16).readonly())
      .min(2)
      .max(3)
      .readonly(),
  }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ rules, gates }) => {
    const names = (locale: keyof Text) =>
      list(
        rules.map((rule) => RULE_NAMES[rule][locale]),
        locale,
      );
    return {
      ko: `같은 숫자를 두고 ${names("ko")}의 규칙으로 ${gates.length > 1 ? "ReLU 두 개를" : "ReLU를"} 거꾸로 지나요. 규칙마다 0이 아닌 신호가 지나는 칸을 모두 골라 보세요. 잘못 고른 칸은 맞힌 칸 하나를 지워요.`,
      en: `The same numbers go back through ${gates.length > 1 ? "two ReLUs" : "a ReLU"} by the rules of ${names("en")}. For each rule mark every cell where something other than 0 gets through. Each cell marked by mistake takes one right cell away.`,
    };
  },
  empty: ({ rules }) => ({ cells: rules.map(() => []) }),
  hints,
  solve: ({ view }) => ({ cells: view.rules.map((rule) => openCells(view, rule)) }),
  check: ({ side, rules }, { cells }) => {
    if (
      cells.length !== rules.length ||
      cells.some((each) => new Set(each).size !== each.length || each.some((cell) => cell >= side * side))
    )
      return { ready: false, missing: { ko: "그림에 있는 칸만 한 번씩 골라요", en: "Mark cells of this grid, each once" } };
    const open = rules.find((_, i) => cells[i].length === 0);
    return open
      ? { ready: false, missing: { ko: `${RULE_NAMES[open].ko}의 칸을 골라요`, en: `Mark the cells for ${RULE_NAMES[open].en}` } }
      : { ready: true };
  },
  grade({ view }, answer) {
    const cells = answer.cells.map(sorted);
    const open = view.rules.map((rule) => openCells(view, rule));
    const cellsOpen = open.reduce((sum, right) => sum + right.length, 0);
    const parts = view.rules.flatMap((rule, r) =>
      view.signal.map((_, cell): Part => {
        const isOpen = open[r].includes(cell);
        const correct = isOpen === (cells[r] ?? []).includes(cell);
        const name = cellName(cell, view.side);
        return {
          id: `${rule}-${cell}`,
          label: { ko: `${RULE_NAMES[rule].ko}, ${name.ko}`, en: `${RULE_NAMES[rule].en}: ${name.en.toLowerCase()}` },
          correct,
          earned: isOpen && correct ? 1 : 0,
          total: isOpen ? 1 : 0,
          note: correct ? undefined : (closedAt(view, rule, cell) ?? PASSES[rule]),
        };
      }),
    );
    const { hits, extra, earned } = pointsOf(open, cells);
    // Why the points are fewer than the cells found: each rule for itself, less what was marked by mistake.
    const counts = (locale: "ko" | "en") =>
      list(
        view.rules.map((rule, r) => {
          const [name, counted] = [RULE_NAMES[rule][locale], counting(open[r], cells[r] ?? [])];
          return locale === "ko" ? `${name} ${open[r].length}칸 중 ${counted}칸` : `${counted} of ${open[r].length} for ${name}`;
        }),
        locale,
      );
    const taken: Text =
      extra === 0
        ? { ko: "", en: "" }
        : {
            ko: ` 규칙마다 잘못 고른 칸 하나가 맞힌 칸 하나를 지워서 점수가 되는 것은 ${josa(counts("ko"), "이에요/예요")}.`,
            en: ` Under each rule a cell marked by mistake takes a right one away, so what counts is ${counts("en")}.`,
          };
    const believed = same(cells, open) ? [] : believersOf(rivals.beliefs, view, (played) => same(played.cells, cells));
    return {
      earned,
      total: RULE_POINTS * open.length,
      parts,
      steps: view.rules.flatMap((rule, r) => wayBack(view, rule).map((step) => ({ rule: r, ...step }))),
      misconceptions: believed,
      summary: {
        ko: `지나는 칸 ${cellsOpen}개 가운데 ${hits}개를 찾았고, 잘못 고른 칸은 ${extra}개예요.${taken.ko}`,
        en: `${hits} of ${cellsOpen} open cells found, ${extra} marked by mistake.${taken.en}`,
      },
    };
  },
  slack: () => Infinity,
});
