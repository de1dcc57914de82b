import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { generate } from "./draw";
import { hints } from "./hints";
import { pointsOf, solutionOf, supportOf, tooClose, type Answer, type View } from "./instance";
import { rivals, sameLine } from "./rivals";
import { HIGH, LOW, marginOf, strays, widestGap, widthOf } from "./street";
import { letterText, straysText, streetText } from "./words";

export type { Answer, View } from "./instance";

/** The learner's line; the same direction in the middle of its gap; the widest street; what holds it. */
export type Step = { readonly type: "mine" | "middle" | "best" | "held" };

/** More points than a picture has. */
const MOST_POINTS = 24;
const place = z.number().int().min(LOW).max(HIGH);

/** What is said of the learner's line. Empty where none was placed. */
function lineText({ points }: View, { ends }: Answer): Text {
  if (ends === null) return { ko: "", en: "" };
  const margin = marginOf(ends, points);
  return margin > 0 ? streetText(2 * margin, widthOf(widestGap(points))) : straysText(strays(ends, points));
}

function supportParts(view: View, { support }: Answer): Part[] {
  const held = supportOf(view);
  return view.points.flatMap((point, i): Part[] => {
    const [right, mine] = [held.includes(i), support.includes(i)];
    if (!right && !mine) return [];
    const note = right
      ? {
          ko: "가장 넓은 길에 닿아요. 서포트 벡터예요.",
          en: "It touches the widest street: a support vector.",
        }
      : {
          ko: "가장 넓은 길에 닿지 않아요. 지워도 길은 그대로예요.",
          en: "It does not touch the widest street: without it the street is the same.",
        };
    return [
      {
        id: `point-${i}`,
        label: letterText(i, point),
        correct: right === mine,
        earned: right && mine ? 1 : 0,
        total: right ? 1 : 0,
        note: right === mine ? undefined : note,
      },
    ];
  });
}

function summaryOf(view: View, answer: Answer, wide: boolean): Text {
  const line = wide ? { ko: "가장 넓은 길을 찾았어요.", en: "That is the widest street." } : lineText(view, answer);
  if (!view.touch) return line;
  const held = supportOf(view);
  const hits = answer.support.filter((i) => held.includes(i)).length;
  const extra = answer.support.length - hits;
  const ko = `서포트 벡터 ${num(held.length)}개 가운데 ${num(hits)}개를 골랐어요.`;
  const others = extra > 0 ? `, and ${num(extra)} ${extra === 1 ? "point that is" : "points that are"} none` : "";
  const en = `You chose ${num(hits)} of ${num(held.length)} support vectors${others}.`;
  return {
    ko: `${line.ko} ${ko}${extra > 0 ? ` 아닌 것도 ${num(extra)}개 골랐어요.` : ""}`.trim(),
    en: `${line.en} ${en}`.trim(),
  };
}

/** The line with the widest empty street between two clouds; at level 5 also the points that hold it. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "svm-margin",
  topic: "hog-svm",
  version: 1,
  title: { ko: "가장 넓은 길 내기", en: "Find the widest street" },
  skill: {
    ko: "두 무리 사이에 가장 넓은 길을 내요",
    en: "Part two clouds by the widest street",
  },
  band: {
    measure: { ko: "길의 폭", en: "street width" },
    of: ({ view }) => countBand(Math.floor(widthOf(widestGap(view.points))), 6),
  },
  answerSchema: z.strictObject({
    ends: z.tuple([place, place, place, place]).nullable(),
    support: z
      .array(
        z
          .number()
          .int()
          .min(0)
          .max(MOST_POINTS - 1),
      )
      .max(MOST_POINTS),
  }),
  // Whole numbers decide: see slack.
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ touch }) => ({
    ko: `물체와 배경 사이에 선을 놓아 가장 넓은 길을 내세요. 선에서 가장 가까운 점까지가 멀수록 길이 넓어요.${touch ? " 그 길에 닿는 점(서포트 벡터)도 모두 고르세요." : ""}`,
    en: `Place the line between objects and background whose empty street is widest: the further away its nearest point, the wider the street.${touch ? " Choose the points that touch it, the support vectors, as well." : ""}`,
  }),
  empty: () => ({ ends: null, support: [] }),
  hints,
  solve: ({ view }) => solutionOf(view),
  check({ touch, points }, { ends, support }) {
    if (ends === null)
      return {
        ready: false,
        missing: { ko: "선을 놓아요", en: "Place the line" },
      };
    if (tooClose(ends))
      return {
        ready: false,
        missing: {
          ko: "선의 두 끝을 더 떼어 놓아요",
          en: "Move the line's ends apart",
        },
      };
    if (support.some((i) => i >= points.length) || new Set(support).size < support.length)
      return {
        ready: false,
        missing: {
          ko: "그림에 있는 점만 골라요",
          en: "Choose points of the picture",
        },
      };
    if (touch && support.length === 0)
      return {
        ready: false,
        missing: {
          ko: "길에 닿는 점을 골라요",
          en: "Choose what touches the street",
        },
      };
    return { ready: true };
  },
  grade({ view }, answer) {
    const { earned, total, wide, line } = pointsOf(view, answer);
    const { ends } = answer;
    const note = lineText(view, answer);
    const parts: Part[] = [
      {
        id: "line",
        label: { ko: "길", en: "Street" },
        correct: wide,
        ...line,
        note: wide || ends === null ? undefined : note,
      },
      ...(view.touch ? supportParts(view, answer) : []),
    ];
    return {
      earned,
      total,
      parts,
      steps: (ends === null ? (["best", "held"] as const) : (["mine", "middle", "best", "held"] as const)).map((type): Step => ({ type })),
      misconceptions:
        wide || ends === null ? [] : believersOf(rivals.beliefs, view, (played) => played.ends !== null && sameLine(ends, played.ends)),
      summary: summaryOf(view, answer, wide),
    };
  },
  // Whole coordinates, sums and products of them, and square roots, which every engine rounds alike.
  slack: () => Infinity,
});
