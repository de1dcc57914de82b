import { estimate, labelling } from "@/lib/challenges/answers";
import { countBand } from "@/lib/challenges/band";
import { defineChallenge } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import { precisionEnvelope } from "@/lib/engine/evaluate";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa } from "@/lib/words";
import { generate, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  curveOf,
  followsFrom,
  inOrder,
  FULL,
  judge,
  MARKS,
  matchesOf,
  MOST_DETECTIONS,
  perfect,
  shownAp,
  slackOf,
  type Answer,
  type Mark,
  type View,
} from "./judging";
import { rivals } from "./rivals";
import { marksOf, reasonOf } from "./words";

export type { Answer, View } from "./judging";

/** The engine's way through the ranking: a step for each detection that takes part, then the area. */
export type Step =
  | {
      readonly type: "detection";
      readonly id: string;
      readonly mark: Mark;
      /** Index into the view's objects: what it finds, or overlaps most; null where it overlaps nothing of its class. */
      readonly object: number | null;
      readonly iou: number;
      /** True positives and counted detections so far. */
      readonly found: number;
      readonly counted: number;
    }
  | {
      readonly type: "area";
      /** The best precision at each true positive's recall or a later one, best score first. */
      readonly heights: readonly number[];
      readonly positives: number;
    };

function stepsOf(view: View): Step[] {
  const { ranked, positives } = matchesOf(view);
  const curve = curveOf(view);
  const envelope = precisionEnvelope(curve);
  let counted = 0;
  const { marks } = perfect(view);
  const steps = ranked.map(({ detection, verdict, object, iou }): Step => {
    if (verdict !== "ignored") counted++;
    const found = counted === 0 ? 0 : curve.truePositives[counted - 1];
    return { type: "detection", id: view.detections[detection].id, mark: marks[detection] ?? "fp", object, iou, found, counted };
  });
  const heights = [...envelope].filter((_, i) => curve.truePositives[i] > (i === 0 ? 0 : curve.truePositives[i - 1]));
  return [...steps, { type: "area", heights, positives }];
}

const same = (a: Answer, b: Answer) => JSON.stringify([a.ranked, a.marks, a.ap]) === JSON.stringify([b.ranked, b.marks, b.ap]);

/** Marks of detections outside the ranking say nothing. */
const tidy = (view: View, answer: Answer): Answer => ({
  ...answer,
  marks: view.detections.map(({ id }, i) => (answer.ranked.includes(id) ? (answer.marks[i] ?? null) : null)),
});

const ID = /^[A-L]$/;

/** Rank a detector's answers, mark them, read the AP. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "pr-curve",
  topic: "object-detection",
  version: 2,
  title: { ko: "손으로 재는 AP", en: "AP by hand" },
  skill: { ko: "검출을 순위로 세워 TP와 FP를 가리고 AP를 구해요", en: "Rank detections, tell TP from FP and work out the AP" },
  band: { measure: { ko: "검출 수", en: "detections" }, of: ({ view }) => countBand(view.detections.length, 3) },
  answerSchema: z.strictObject({
    ranked: z
      .array(z.string().regex(ID))
      .max(MOST_DETECTIONS)
      .refine((ids) => new Set(ids).size === ids.length, "must name each id once")
      .readonly(),
    marks: labelling.schema(z.enum(MARKS), MOST_DETECTIONS),
    ap: estimate.numberSchema({ min: 0, max: 100 }),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ cls, match, objects }) => {
    const difficult = marksOf({ objects }).length > 2;
    return {
      ko: `${CLASS_NAMES[cls].ko} 검출을 점수가 높은 것부터 순위에 올리고, IoU가 ${match} 이상이면 찾은 것으로 보아 TP와 FP를 표시한 다음, 포락선 아래 넓이로 AP를 구해 보세요.${difficult ? " ‘어려움’ 표시가 있는 물체는 찾을 물체로 세지 않아요." : ""} AP는 오차가 ${shownAp(FULL)} 안이면 만점이에요.`,
      en: `Rank the ${CLASS_NAMES[cls].en} detections by score, mark each as TP or FP (an IoU of ${match} or more is a match), and work out the AP as the area under the envelope.${difficult ? " An object marked “difficult” does not count among those to be found." : ""} An AP within ${shownAp(FULL)} earns full marks.`,
    };
  },
  empty: ({ detections }) => ({ ranked: [], marks: detections.map(() => null), ap: null }),
  hints,
  solve: ({ view }) => perfect(view),
  check({ detections, objects }, { ranked, marks, ap }) {
    const known = new Set(detections.map(({ id }) => id));
    const allowed = marksOf({ objects });
    if (
      ranked.some((id) => !known.has(id)) ||
      marks.length !== detections.length ||
      marks.some((mark) => mark !== null && !allowed.includes(mark))
    )
      return { ready: false, missing: { ko: "답이 그림과 맞지 않아요", en: "The answer does not fit the picture" } };
    if (ranked.length === 0) return { ready: false, missing: { ko: "검출을 순위에 올려요", en: "Rank the detections" } };
    const open = detections.filter(({ id }, i) => ranked.includes(id) && marks[i] === null).length;
    if (open > 0) return { ready: false, missing: { ko: `${open}개 더 표시해요`, en: `Mark ${open} more` } };
    return ap === null ? { ready: false, missing: { ko: "AP를 정해요", en: "Set the AP" } } : { ready: true };
  },
  grade({ view }, given) {
    const answer = tidy(view, given);
    const right = perfect(view);
    const judged = judge(view, answer, (i) => reasonOf(view, i));
    const follows = followsFrom(view, answer);
    const perfectly = judged.earned === judged.total;
    const curve = curveOf(view);
    const found = curve.truePositives.at(-1) ?? 0;
    const ordered = inOrder(view, answer);
    const wrong = judged.parts.filter(({ id, correct }) => !correct && id !== "order" && id !== "ap").length;
    return {
      ...judged,
      steps: stepsOf(view),
      misconceptions: perfectly ? [] : believersOf(rivals.beliefs, view, (played) => same(played, answer) && !same(played, right)),
      summary: {
        ko: `정답: 검출기가 물체 ${curve.positives}개 가운데 ${found}개를 찾아서 AP는 ${josa(shownAp(right.ap ?? 0), "이에요/예요")}. 내 답: AP ${shownAp(answer.ap ?? 0)}, ${wrong === 0 ? "검출은 모두 바르게 가렸어요." : `잘못 가린 검출 ${wrong}개.`}${ordered ? "" : " 순위가 점수 차례와 달라요."}${follows ? " 내 순위와 표시대로라면 AP 계산은 맞아요." : ""}`,
        en: `The answer: the detector finds ${found} of ${curve.positives} objects, so the AP is ${shownAp(right.ap ?? 0)}. Yours: AP ${shownAp(answer.ap ?? 0)}, ${wrong === 0 ? "every detection judged rightly." : `${wrong} misjudged.`}${ordered ? "" : " The ranking does not go by score."}${follows ? " Given your own ranking and marks, the AP is worked out correctly." : ""}`,
      },
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { detections, objects } }) => ({
    a: detections.flatMap(({ box }) => [...box]),
    b: objects.flatMap(({ box }) => [...box]),
  }),
});
