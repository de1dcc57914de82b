import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import { letter, num } from "@/lib/words";
import { drawInstance, MARGIN } from "./draw";
import { hints } from "./hints";
import { MOST_MAPS, MOST_OBJECTS, pointsOf, shareOf, slackOf, truthOf, type Answer, type View } from "./instance";
import { beliefs } from "./rivals";
import { keptText, reasonOf, rulesOf } from "./words";

export type { Answer, View } from "./instance";

/** The replay lays a map's default boxes over an object, or counts the negatives. */
export type Step = { readonly object: number; readonly map: number } | "kept";

const MISFIT = { ko: "답이 그림과 맞지 않아요", en: "The answer does not fit the picture" };

const stepsOf = ({ objects, sides, asks }: View): Step[] => [
  ...objects.flatMap((_, object) => sides.map((__, map): Step => ({ object, map }))),
  ...(asks === "count" ? (["kept"] as const) : []),
];

const ascending = (maps: readonly number[]) => maps.every((map, i) => i === 0 || map > maps[i - 1]);

/** Which of SSD's maps has the default box that fits an object; then every map with a positive. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "ssd-which-map",
  topic: "ssd",
  version: 1,
  title: { ko: "어느 지도가 맡을까?", en: "Which map answers?" },
  skill: { ko: "SSD에서 물체를 맡는 지도를 찾아요", en: "Find the map of SSD that answers for an object" },
  band: { measure: { ko: "물체 수", en: "objects" }, of: ({ view }) => countBand(view.objects.length, 1) },
  answerSchema: z.strictObject({
    maps: z
      .array(
        z
          .array(
            z
              .number()
              .int()
              .min(0)
              .max(MOST_MAPS - 1),
          )
          .max(MOST_MAPS)
          .refine(ascending, "must be in order, each once")
          .readonly()
          .nullable(),
      )
      .min(1)
      .max(MOST_OBJECTS)
      .readonly(),
    kept: z.number().int().min(0).max(9999).nullable(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt: rulesOf,
  empty: ({ objects }) => ({ maps: objects.map(() => null), kept: null }),
  hints,
  solve({ view }) {
    const { maps, kept } = truthOf(view);
    return { maps, kept };
  },
  check(view, { maps, kept }) {
    const fits = maps.every(
      (each) => each === null || (each.every((map) => map < view.sides.length) && (view.asks !== "best" || each.length === 1)),
    );
    if (maps.length !== view.objects.length || !fits || (kept !== null && view.asks !== "count")) return { ready: false, missing: MISFIT };
    const open = maps.flatMap((each, i) => (each === null ? [letter(i)] : []));
    if (open.length > 0)
      return { ready: false, missing: { ko: `아직 남은 물체: ${open.join(", ")}`, en: `Still open: ${open.join(", ")}` } };
    if (view.asks === "count" && kept === null)
      return { ready: false, missing: { ko: "남는 음성의 수를 적어요", en: "Enter how many negatives are kept" } };
    return { ready: true };
  },
  grade({ view }, answer) {
    const truth = truthOf(view);
    const parts = truth.maps.map((right, i): Part => {
      const share = shareOf(right, answer.maps[i] ?? null);
      return {
        id: letter(i),
        label: { ko: `물체 ${letter(i)}`, en: `Object ${letter(i)}` },
        correct: share === 1,
        earned: Math.round(100 * share),
        total: 100,
        note: share === 1 ? undefined : reasonOf(view, i),
      };
    });
    const whole = parts.filter(({ correct }) => correct).length;
    if (view.asks === "count") {
      const correct = answer.kept === truth.kept;
      parts.push({
        id: "kept",
        label: { ko: "남는 음성", en: "Negatives kept" },
        correct,
        earned: correct ? 100 : 0,
        total: 100,
        note: correct ? undefined : keptText(view),
      });
    }
    const points = pointsOf(view, answer, truth);
    const score = num(Math.round((100 * points.earned) / points.total));
    const said = JSON.stringify(answer);
    const same = ({ maps, kept }: Answer) => JSON.stringify({ maps, kept }) === said;
    return {
      ...points,
      parts,
      steps: stepsOf(view),
      misconceptions: same(truth) ? [] : believersOf(beliefs, view, same),
      summary: {
        ko: `물체 ${truth.maps.length}개 가운데 ${whole}개의 지도를 다 맞혔어요. ${score}점이에요.`,
        en: `The maps of ${whole} of ${truth.maps.length} objects are right: ${score} points.`,
      },
    };
  },
  slack: ({ view }) => slackOf(view),
});
