import { shareBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { drawInstance, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  boxOf,
  CODES,
  COST,
  MOST_RADIUS,
  PLACEMENTS,
  pointsOf,
  RADIUS_POINTS,
  radiusOf,
  slackOf,
  solutionOf,
  strayed,
  THREE,
  type Answer,
  type Placement,
  type View,
} from "./instance";
import { beliefs } from "./rivals";
import { askedName, codeReason, overlapOf, radiusReason, rulesOf, targetName, tenths, valueReason } from "./words";

export type { Answer, View } from "./instance";

/** The replay strays the corners in three ways at the right radius, then fills the cells, then asks each box's hill which code drew it. */
export type Step =
  | { readonly shows: "stray"; readonly placement: Placement }
  | { readonly shows: "value"; readonly cell: number }
  | { readonly shows: "code"; readonly target: number };

function problemOf(view: View, { radius, values, codes }: Answer): Text | null {
  if (values.length !== (view.hills?.asked.length ?? 0) || codes.length !== view.targets.length)
    return { ko: "답이 그림과 맞지 않아요", en: "The answer does not fit the picture" };
  if (radius === null) return { ko: "반지름을 정해요", en: "Set the radius" };
  const open = [...values, ...codes].filter((each) => each === null).length;
  return open === 0 ? null : { ko: `아직 ${open}개가 비었어요`, en: `${open} still open` };
}

const same = (a: Answer, b: Answer) => JSON.stringify([a.radius, a.values, a.codes]) === JSON.stringify([b.radius, b.values, b.codes]);

/** How wide a centre's hill may be: CenterNet's radius, and what becomes of hills that meet. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "center-splat",
  topic: "objects-as-points",
  version: 1,
  title: { ko: "언덕은 얼마나 넓을까?", en: "How wide a hill?" },
  skill: { ko: "CenterNet의 목표에서 언덕의 반지름을 구해요", en: "Find the radius of a hill in CenterNet's target" },
  band: {
    measure: { ko: "짧은 변 ÷ 긴 변", en: "shorter over longer side" },
    of: ({ view: { width, height } }) => shareBand(Math.round((100 * Math.min(width, height)) / Math.max(width, height)), 20),
  },
  answerSchema: z.strictObject({
    radius: z.number().int().min(1).max(MOST_RADIUS).nullable(),
    values: z.array(z.number().int().min(0).max(100).nullable()).max(THREE).readonly(),
    codes: z.array(z.enum(CODES).nullable()).max(THREE).readonly(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt(view) {
    const { ko, en } = rulesOf(view);
    const size = `${view.width}×${view.height}`;
    const more = view.hills !== null || view.targets.length > 0;
    return {
      ko: `출력 지도에서 ${size}칸인 상자예요. ${ko} 5% 안이면 만점이에요.${more ? ` 반지름이 ${RADIUS_POINTS}점이고, 나머지 ${100 - RADIUS_POINTS}점에서 틀릴 때마다 ${COST}점을 잃어요.` : ""}`,
      en: `A box of ${size} cells of the output map. ${en} Within 5% earns full marks.${more ? ` The radius is worth ${RADIUS_POINTS} points; of the other ${100 - RADIUS_POINTS} each slip costs ${COST}.` : ""}`,
    };
  },
  empty: (view) => ({ radius: null, values: view.hills?.asked.map(() => null) ?? [], codes: view.targets.map(() => null) }),
  hints,
  solve: ({ view }) => solutionOf(view),
  check(view, answer) {
    const missing = problemOf(view, answer);
    return missing === null ? { ready: true } : { ready: false, missing };
  },
  grade({ view }, answer) {
    const right = solutionOf(view);
    const points = pointsOf(view, answer);
    const part = (id: string, label: Text, correct: boolean, note: Text): Part => ({
      id,
      label,
      correct,
      earned: Number(correct),
      total: 1,
      note: correct ? undefined : note,
    });
    const hills = view.hills;
    const parts: Part[] = [
      {
        ...part("radius", { ko: "반지름", en: "Radius" }, points.radius === points.most, radiusReason(view)),
        earned: points.radius,
        total: points.most,
      },
      ...(hills?.asked.map((_, i) =>
        part(`value-${i}`, askedName(hills, i), answer.values[i] === right.values[i], valueReason(hills, i)),
      ) ?? []),
      ...view.targets.map((_, i) => part(`code-${i}`, targetName(i), answer.codes[i] === right.codes[i], codeReason(view, i))),
    ];
    const whole = points.radius === points.most && parts.every(({ correct }) => correct);
    // A wrong idea of the radius shows whatever the rest, and the other way round.
    const held = (played: Answer) =>
      played.radius === right.radius
        ? !same(played, right) && same({ ...played, radius: answer.radius }, answer)
        : points.radius < points.most && played.radius === answer.radius;
    const [r, said] = [num(radiusOf(view), 2), answer.radius === null ? "–" : tenths(answer.radius)];
    const rest = parts.slice(1);
    const good = rest.filter(({ correct }) => correct).length;
    return {
      earned: points.radius + points.rest,
      total: 100,
      parts,
      steps: [
        ...PLACEMENTS.map((placement): Step => ({ shows: "stray", placement })),
        ...(hills?.asked.map((_, cell): Step => ({ shows: "value", cell })) ?? []),
        ...view.targets.map((_, target): Step => ({ shows: "code", target })),
      ],
      misconceptions: whole ? [] : believersOf(beliefs, view, held),
      summary: {
        ko: `IoU ${overlapOf(view)}의 반지름은 ${r}칸, 적은 값은 ${said}칸이에요.${rest.length > 0 ? ` 나머지는 ${rest.length}개 가운데 ${good}개가 맞았어요.` : ""}`,
        en: `The radius for an IoU of ${overlapOf(view)} is ${r} cells; yours is ${said}.${rest.length > 0 ? ` Of the rest ${good} of ${rest.length} are right.` : ""}`,
      },
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view }) => ({
    a: [...boxOf(view)],
    b: PLACEMENTS.flatMap((placement) => [...strayed(view, radiusOf(view), placement)]),
  }),
});
