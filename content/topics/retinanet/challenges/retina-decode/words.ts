/** What rows, pairs and rules are called, and why a pair is a detection or none. */
import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { log, sigmoid } from "@/lib/engine/exact";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa, num, signed } from "@/lib/words";
import { OVERLAP, pairId, traceOf, type Pair, type View } from "./instance";

export const logitText = (logit: number): string => signed(logit, 1);
export const scoreText = (p: number): string => num(p, 2);

/** "A · dog" */
export function pairName(view: Pick<View, "rows" | "classes">, { row, k }: Pick<Pair, "row" | "k">): Text {
  const name = CLASS_NAMES[view.classes[k]];
  const { id } = view.rows[row];
  return { ko: `${id} · ${name.ko}`, en: `${id} · ${name.en}` };
}

/** The logit at which a sigmoid reaches the cut. */
export const cutLogit = (cut: number): string => signed(log(cut / (1 - cut)), 2);

const shown = (logit: number): string => `σ(${logitText(logit)}) = ${scoreText(sigmoid(logit))}`;

/** What an instance asks, rule by rule. */
export function rulesOf({ cut, limit, suppress }: Pick<View, "cut" | "limit" | "suppress">): Text {
  const rules: Text[] = [
    {
      ko: `로짓의 시그모이드가 ${cut} 이상인 짝이 남아요.`,
      en: `a pair stays if the sigmoid of its logit is ${cut} or more`,
    },
    ...(limit === null
      ? []
      : [
          {
            ko: `레벨(P3, P4, P5)마다 점수가 높은 ${limit}개만 넘어가요.`,
            en: `each level (P3, P4, P5) passes on its ${limit} best`,
          },
        ]),
    ...(suppress
      ? [
          {
            ko: `클래스마다 NMS를 해요. 모든 레벨을 함께 놓고, IoU가 ${OVERLAP}보다 크면 낮은 쪽을 지워요.`,
            en: `NMS runs for each class, over all levels together: above an IoU of ${OVERLAP} the lower one falls`,
          },
        ]
      : []),
  ];
  const marks = ["①", "②", "③"];
  const numbered = rules.length > 1;
  return {
    ko: rules.map(({ ko }, i) => (numbered ? `${marks[i]} ${ko}` : ko)).join(" "),
    en: numbered
      ? `${rules.map(({ en }, i) => `${marks[i]} ${en}`).join("; ")}.`
      : `${rules[0].en[0].toUpperCase()}${rules[0].en.slice(1)}.`,
  };
}

/** Why a pair becomes a detection, or why it does not. */
export function reasonOf(view: View, row: number, k: number): Text {
  const { cut, limit } = view;
  const id = pairId(view, row, k);
  const { hot, passed, rounds, found } = traceOf(view);
  const logit = view.rows[row].logits[k];
  if (!hot.some((pair) => pair.id === id))
    return { ko: `${shown(logit)} < ${cut}. 남지 않아요.`, en: `${shown(logit)} < ${cut}: it does not stay.` };
  const { level } = view.rows[row];
  if (!passed.some((pair) => pair.id === id))
    return {
      ko: `${josa(level, "은/는")} 높은 ${limit}개만 넘겨요. ${shown(logit)}보다 높은 짝이 ${limit}개 있어요.`,
      en: `${level} passes on its ${limit} best, and ${limit} of its pairs are above ${shown(logit)}.`,
    };
  const at = passed.findIndex((pair) => pair.id === id);
  const round = rounds.find(({ compared }) => compared.some(({ index, suppressed }) => index === at && suppressed));
  if (round) {
    const by = passed[round.picked];
    const overlap = scoreText(iou(view.rows[by.row].box, view.rows[row].box));
    const name = CLASS_NAMES[view.classes[k]];
    return {
      ko: `같은 ${name.ko}인 ${josa(view.rows[by.row].id, "과/와")}(${scoreText(by.p)}) IoU가 ${overlap} > ${OVERLAP}. 점수가 낮아서 지워져요.`,
      en: `its IoU with ${view.rows[by.row].id}, also ${name.en} and higher (${scoreText(by.p)}), is ${overlap} > ${OVERLAP}: it falls.`,
    };
  }
  const stays = { ko: `${shown(logit)} ≥ ${cut}.`, en: `${shown(logit)} ≥ ${cut}` };
  // A better pair of another class on the same place is what may have misled.
  const other = found.find((pair) => pair.k !== k && pair.logit > logit && iou(view.rows[pair.row].box, view.rows[row].box) > OVERLAP);
  if (!view.suppress) return { ko: `${stays.ko} 남아요.`, en: `${stays.en}: it stays.` };
  if (other)
    return {
      ko: `${stays.ko} ${josa(pairName(view, other).ko, "은/는")} 클래스가 달라서 지우지 않아요.`,
      en: `${stays.en}; ${pairName(view, other).en} is of another class and drops nothing of this one.`,
    };
  return {
    ko: `${stays.ko} 더 높은 같은 클래스 상자와 ${josa(String(OVERLAP), "을/를")} 넘게 겹치지 않아요.`,
    en: `${stays.en}, and no higher box of its class overlaps it by more than ${OVERLAP}.`,
  };
}
