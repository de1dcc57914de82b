import { defineChallenge, type Part, type Readiness } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import { generate, MARGIN } from "./draw";
import { hints } from "./hints";
import { gridOf, isBack, marksOf, pointsOf, slackOf, type Answer, type View } from "./instance";
import { rivals } from "./rivals";
import { stepsOf, type Step } from "./steps";
import { binAt, binName, cellAt, receivedBy, roiAt, sumWords } from "./words";

export type { Answer, View } from "./instance";
export type { Step } from "./steps";

const missing = (ko: string, en: string): Readiness => ({ ready: false, missing: { ko, en } });

/** Says what the answer lacks. */
function readiness(view: View, { grid, marks }: Answer): Readiness {
  const { bins, columns, rows } = view;
  if (isBack(view)) {
    if (grid.length > 0 || marks.some(({ cell }) => cell >= columns * rows) || new Set(marks.map(({ cell }) => cell)).size < marks.length)
      return missing("지도에 있는 칸만 한 번씩 골라요", "Mark cells of this map, each once");
    if (marks.length === 0) return missing("기울기를 받는 칸을 골라요", "Mark the cells that receive a gradient");
    const open = marks.find(({ sum }) => sum === null);
    return open
      ? missing(`${cellAt(open.cell, columns)} 칸이 받는 수를 적어요`, `Write what ${cellAt(open.cell, columns)} receives`)
      : { ready: true };
  }
  if (marks.length > 0 || grid.length !== bins * bins) return missing("결과의 칸을 모두 채워요", "Fill in the whole grid");
  const open = grid.indexOf(null);
  if (open < 0) return { ready: true };
  const name = binName(view, 0, open);
  return missing(`${name.ko}의 수를 적어요`, `Write the number in ${name.en}`);
}

/** Why a number of the grid is another one. */
function gridNote(view: View, bin: number, mine: number | null, right: number): Text {
  const taken = mine === null ? -1 : view.values.indexOf(mine);
  const where = binAt(view, 0, bin);
  const at = taken < 0 ? null : cellAt(taken, view.columns);
  return {
    ko: `구획의 칸은 ${where}. 그 안에서 가장 큰 수는 ${josa(String(right), "이에요/예요")}.${at ? ` 적은 ${josa(String(mine), "은/는")} ${at}에 있어요.` : ""}`,
    en: `The bin has ${where}; the largest there is ${right}.${at ? ` Your ${mine} stands at ${at}.` : ""}`,
  };
}

/** What a cell receives and why. */
function markNote(view: View, cell: number): Text {
  const terms = receivedBy(view, cell);
  if (terms.length === 0)
    return {
      ko: "어느 구획에서도 최댓값이 아니라서 기울기를 받지 않아요.",
      en: "It is the maximum of no bin, so it receives nothing.",
    };
  const names = terms.map(({ roi, bin }) => binName(view, roi, bin));
  const received = sumWords(terms.map(({ gradient }) => gradient));
  return {
    ko: `최댓값인 곳: ${names.map(({ ko }) => ko).join(", ")}. 받는 기울기는 ${josa(received, "이에요/예요")}.`,
    en: `It is the maximum of ${names.map(({ en }) => en).join("; ")}, and receives ${received}.`,
  };
}

function partsOf(view: View, { grid, marks }: Answer): Part[] {
  if (!isBack(view))
    return gridOf(view).map((right, i): Part => {
      const correct = grid[i] === right;
      const note = correct ? undefined : gridNote(view, i, grid[i] ?? null, right);
      return { id: String(i), label: binName(view, 0, i), correct, earned: correct ? 1 : 0, total: 1, note };
    });
  const truth = marksOf(view);
  const cells = [...new Set([...truth, ...marks].map(({ cell }) => cell))].sort((a, b) => a - b);
  return cells.map((cell): Part => {
    const due = truth.find((own) => own.cell === cell);
    const correct = due !== undefined && marks.some((mark) => mark.cell === cell && mark.sum === due.sum);
    const name = cellAt(cell, view.columns);
    return {
      id: String(cell),
      label: { ko: name, en: name },
      correct,
      earned: correct ? 1 : 0,
      total: due ? 1 : 0,
      note: correct ? undefined : markNote(view, cell),
    };
  });
}

/** An answer in one spelling, whatever the order of its marks. */
const plain = ({ grid, marks }: Answer) =>
  JSON.stringify([grid, [...marks].sort((a, b) => a.cell - b.cell).map(({ cell, sum }) => [cell, sum])]);

/** What comes out of RoI max pooling, and where gradients go on the way back? */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "roi-pool",
  topic: "fast-r-cnn",
  version: 1,
  title: { ko: "RoI 풀링", en: "RoI pooling" },
  skill: { ko: "특징 지도에서 RoI를 잘라 풀링해요", en: "Cut a RoI out of the feature map and pool it" },
  answerSchema: z.strictObject({
    grid: z.array(z.number().int().min(0).max(99).nullable()).max(9).readonly(),
    marks: z
      .array(z.strictObject({ cell: z.number().int().min(0).max(89), sum: z.number().int().min(0).max(99).nullable() }))
      .max(90)
      .readonly(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: (view) => {
    const { stride, bins, rois, columns, rows } = view;
    const round: Text =
      stride === 1
        ? { ko: "", en: "" }
        : {
            ko: ` 모서리는 그림의 픽셀이에요. ${josa(String(stride), "으로/로")} 나눠 반올림하면(딱 반이면 올려요) 지도의 칸이 되고, 두 모서리의 칸이 모두 RoI에 들어가요.`,
            en: ` Corners are pixels of the picture: divided by ${stride} and rounded (halves up) they are cells of the map, and both corner cells belong to the RoI.`,
          };
    if (isBack(view))
      return {
        ko: `두 RoI를 ${bins}×${josa(String(bins), "으로/로")} 풀링한 결과에 기울기가 도착했어요. 기울기를 받는 지도의 칸을 모두 고르고 칸마다 받는 수를 적어 보세요. 잘못 고른 칸은 맞힌 칸 하나를 지워요.${round.ko}`,
        en: `Gradients have arrived at the ${bins}×${bins} grids of two RoIs. Mark every cell of the map that receives a gradient and write how much. A cell marked by mistake takes a right one away.${round.en}`,
      };
    const beyond: Text =
      rois[0][2] > (columns - 0.5) * stride || rois[0][3] > (rows - 0.5) * stride
        ? { ko: " 지도를 벗어난 칸에는 수가 없어요.", en: " Cells beyond the map hold no number." }
        : { ko: "", en: "" };
    return {
      ko: `모서리가 ${roiAt(rois[0])}인 RoI를 최댓값으로 ${bins}×${josa(String(bins), "으로/로")} 풀링하면 어떤 수가 나오나요?${stride === 1 ? " 두 모서리의 칸이 모두 RoI에 들어가요." : round.ko}${beyond.ko}`,
      en: `The RoI ${roiAt(rois[0])} is pooled to ${bins}×${bins} by maxima. Which numbers come out?${stride === 1 ? " Both corner cells belong to the RoI." : round.en}${beyond.en}`,
    };
  },
  empty: (view) => ({ grid: isBack(view) ? [] : Array.from({ length: view.bins * view.bins }, () => null), marks: [] }),
  hints,
  solve: ({ view }) => (isBack(view) ? { grid: [], marks: marksOf(view) } : { grid: gridOf(view), marks: [] }),
  check: readiness,
  grade({ view }, answer) {
    const { earned, total } = pointsOf(view, answer);
    const parts = partsOf(view, answer);
    const right = parts.filter(({ correct }) => correct).length;
    const extra = parts.filter((part) => part.total === 0).length;
    const whole = earned === total;
    const mine = plain(answer);
    const summary: Text = isBack(view)
      ? {
          ko: `기울기를 받는 칸 ${total}개 가운데 ${right}개가 맞고, 잘못 고른 칸은 ${extra}개예요.`,
          en: `${right} of the ${total} cells that receive a gradient are right, and ${extra} more were marked by mistake.`,
        }
      : whole
        ? { ko: `${total}개가 모두 맞아요.`, en: `All ${total} numbers are right.` }
        : { ko: `수 ${total}개 가운데 ${right}개가 맞아요.`, en: `${right} of ${total} numbers are right.` };
    return {
      earned,
      total,
      parts,
      steps: stepsOf(view, answer),
      misconceptions: whole ? [] : believersOf(rivals.beliefs, view, (played) => plain(played) === mine),
      summary,
    };
  },
  slack: ({ view }) => slackOf(view),
});
