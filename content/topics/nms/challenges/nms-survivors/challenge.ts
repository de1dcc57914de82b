import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa } from "@/lib/words";
import { generate, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  fallenAbove,
  otherClassAbove,
  pointsOf,
  slackOf,
  survivorsOf,
  traceOf,
  type Answer,
  type CandidateBox,
  type Instance,
} from "./instance";
import { rivals } from "./rivals";

export type { Answer, CandidateBox, Instance } from "./instance";
export type View = Instance;

export type Step =
  | { readonly type: "pick"; readonly id: string; readonly score: number }
  | { readonly type: "compare"; readonly by: string; readonly id: string; readonly iou: number; readonly suppressed: boolean };

const two = (value: number) => value.toFixed(2);

/** Why a survivor survives, said to somebody who let it fall. */
function whyKept(instance: Instance, kept: ReadonlySet<string>, box: CandidateBox): Text {
  const { threshold } = instance;
  const fallen = fallenAbove(instance, kept, box);
  if (fallen) {
    const overlap = two(iou(fallen.box, box.box));
    return {
      ko: `${josa(fallen.id, "과/와")} 잰 IoU는 ${overlap}, 하지만 ${josa(fallen.id, "은/는")} 먼저 지워졌어요. 지워진 상자는 아무도 지우지 못하니까 살아남아요.`,
      en: `its IoU with ${fallen.id} is ${overlap}, but ${fallen.id} had fallen before. The fallen suppress nobody, so it survives.`,
    };
  }
  const other = otherClassAbove(instance, kept, box);
  if (other) {
    const overlap = two(iou(other.box, box.box));
    return {
      ko: `${josa(other.id, "과/와")} 잰 IoU는 ${overlap}, 하지만 클래스가 달라요(${CLASS_NAMES[other.cls].ko}, ${CLASS_NAMES[box.cls].ko}). 서로 비교하지 않으니까 살아남아요.`,
      en: `its IoU with ${other.id} is ${overlap}, but their classes differ (${CLASS_NAMES[other.cls].en}, ${CLASS_NAMES[box.cls].en}). They are never compared, so it survives.`,
    };
  }
  return {
    ko: `남은 ${CLASS_NAMES[box.cls].ko} 상자 가운데 IoU가 ${threshold}보다 큰 것이 없어서 살아남아요.`,
    en: `no kept ${CLASS_NAMES[box.cls].en} box overlaps it by more than ${threshold}, so it survives.`,
  };
}

function summaryOf(survivors: number, hits: number, extra: number): Text {
  if (hits === survivors && extra === 0)
    return {
      ko: `${survivors}개를 모두 찾았어요. 더 고른 것도 없어요.`,
      en: `You found all ${survivors} survivors and nothing else.`,
    };
  const ko = `${survivors}개가 살아남고, 그중 ${hits}개를 찾았어요.`;
  const en = `${survivors} survive, and you found ${hits} of them.`;
  if (extra === 0) return { ko, en };
  return {
    ko: `${ko} 지워질 상자도 ${extra}개 골라서, 찾은 것에서 그만큼 깎여요.`,
    en: `${en} You also kept ${extra} that ${extra === 1 ? "falls" : "fall"}, and ${extra === 1 ? "that" : "each"} cancels one you found.`,
  };
}

/**
 * Which boxes survive greedy non-maximum suppression? Class-wise, IoU strictly greater than the threshold suppresses.
 * One point per survivor found, one taken for each box kept wrongly.
 */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "nms-survivors",
  topic: "nms",
  version: 2,
  title: { ko: "NMS 생존자 찾기", en: "NMS survivors" },
  skill: { ko: "NMS에서 살아남을 상자를 골라요", en: "Find the boxes that survive NMS" },
  band: { measure: { ko: "상자 수", en: "boxes" }, of: ({ view }) => countBand(view.boxes.length, 3) },
  answerSchema: z.strictObject({ keep: z.array(z.string().regex(/^[A-Z]$/)).max(26) }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ threshold, boxes }) => {
    const classes = new Set(boxes.map((b) => b.cls)).size;
    return {
      ko: `임계값이 ${threshold}인 NMS를 돌리면 어떤 상자가 살아남을까요?${classes > 1 ? " 클래스마다 따로 돌려요." : ""}`,
      en: `Which boxes survive NMS with threshold ${threshold}?${classes > 1 ? " It runs for each class on its own." : ""}`,
    };
  },
  empty: () => ({ keep: [] }),
  hints,
  solve: ({ view }) => ({ keep: survivorsOf(view).sort() }),
  check: ({ boxes }, { keep }) => {
    if (keep.length === 0) return { ready: false, missing: { ko: "살아남을 상자를 골라요", en: "Choose the survivors" } };
    if (new Set(keep).size !== keep.length || keep.some((id) => !boxes.some((b) => b.id === id))) {
      return { ready: false, missing: { ko: "그림에 있는 상자만 한 번씩 골라요", en: "Choose boxes of this picture, each once" } };
    }
    return { ready: true };
  },
  grade({ view: instance }, { keep }) {
    const rounds = traceOf(instance);
    const ids = instance.boxes.map((b) => b.id);
    const kept = new Set(rounds.map((round) => ids[round.picked]));
    const by = new Map(
      rounds.flatMap((round) =>
        round.compared.filter((c) => c.suppressed).map((c) => [ids[c.index], { by: ids[round.picked], iou: c.iou }] as const),
      ),
    );
    const chosen = new Set(keep);
    const parts = instance.boxes.map((box): Part => {
      const survives = kept.has(box.id);
      const correct = survives === chosen.has(box.id);
      const fall = by.get(box.id);
      const note = correct
        ? undefined
        : fall
          ? {
              ko: `${josa(fall.by, "과/와")} 잰 IoU는 ${two(fall.iou)}, ${instance.threshold}보다 커서 지워져요.`,
              en: `its IoU with ${fall.by} is ${two(fall.iou)}, above ${instance.threshold}, so it falls.`,
            }
          : whyKept(instance, kept, box);
      return {
        id: box.id,
        label: { ko: `상자 ${box.id}`, en: `Box ${box.id}` },
        correct,
        earned: survives && correct ? 1 : 0,
        total: survives ? 1 : 0,
        note,
      };
    });
    const { hits, extra, earned } = pointsOf(kept, chosen);
    const isChosen = (ids: readonly string[]) => ids.length === chosen.size && ids.every((id) => chosen.has(id));
    const right = isChosen([...kept]);
    const steps = rounds.flatMap((round): Step[] => [
      { type: "pick", id: ids[round.picked], score: round.score },
      ...round.compared
        .filter((c) => c.iou > 0)
        .map((c): Step => ({ type: "compare", by: ids[round.picked], id: ids[c.index], iou: c.iou, suppressed: c.suppressed })),
    ]);
    return {
      earned,
      total: kept.size,
      parts,
      steps,
      misconceptions: right ? [] : believersOf(rivals.beliefs, instance, (played) => isChosen(played.keep)),
      summary: summaryOf(kept.size, hits, extra),
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { boxes } }) => {
    const flat = boxes.flatMap((b) => b.box);
    return { a: flat, b: flat };
  },
});
