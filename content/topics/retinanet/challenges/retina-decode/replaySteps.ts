import type { Locale } from "@/lib/challenges/text";
import { sigmoid } from "@/lib/engine/exact";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa, list } from "@/lib/words";
import type { Step, View } from "./challenge";
import { OVERLAP, pairId } from "./instance";
import { pairName, scoreText } from "./words";

/** The row that a pair stands in. */
export const rowOf = (view: View, id: string): number => view.rows.findIndex((row) => row.id === id.split("/")[0]);
const nameOf = (view: View, id: string, locale: Locale): string => {
  const k = view.classes.findIndex((cls) => cls === id.split("/")[1]);
  return pairName(view, { row: rowOf(view, id), k })[locale];
};

/** Whether a step takes a pair out. */
const drops = (view: View, step: Step, id: string): boolean =>
  step.type === "cut"
    ? view.rows[step.row].id === id.split("/")[0] && !step.kept.some((k) => pairId(view, step.row, k) === id)
    : step.type === "limit"
      ? step.dropped.includes(id)
      : step.type === "compare" && step.id === id && step.suppressed;

/** The step that settles a pair: where it is taken out, or picked, or, without NMS, where it stays. */
export function decisiveStep(view: View, steps: readonly Step[], id: string): number {
  const out = steps.findIndex((step) => drops(view, step, id));
  if (out >= 0) return out;
  const picked = steps.findIndex((step) => step.type === "pick" && step.id === id);
  return Math.max(0, picked >= 0 ? picked : steps.findIndex((step) => step.type === "cut" && step.row === rowOf(view, id)));
}

const OUT = { cut: "cold", limit: "limited", compare: "suppressed", pick: "alive" } as const;

/** What has become of a pair once a step has been taken. */
export function stateAt(view: View, steps: readonly Step[], at: number, row: number, k: number) {
  const id = pairId(view, row, k);
  const taken = steps.slice(0, at + 1);
  const out = taken.find((step) => drops(view, step, id));
  if (out) return OUT[out.type];
  return taken.some((step) => step.type === "cut" && step.row === row) ? "alive" : "open";
}

/** One sentence a step, and one more for the end. */
export function captionsOf(view: View, steps: readonly Step[], locale: Locale): string[] {
  const ko = locale === "ko";
  const names = (ids: readonly string[]) =>
    list(
      ids.map((id) => nameOf(view, id, locale)),
      locale,
    );
  const captionOf = (step: Step): string => {
    if (step.type === "cut") {
      const { id, level, logits } = view.rows[step.row];
      const all = logits.map((logit, k) => `${CLASS_NAMES[view.classes[k]][locale]} ${scoreText(sigmoid(logit))}`).join(", ");
      const stays = step.kept.map((k) => CLASS_NAMES[view.classes[k]][locale]);
      if (stays.length === 0)
        return ko ? `${id} (${level}): ${all}. ${view.cut} 이상이 없어요.` : `${id} (${level}): ${all}. None reaches ${view.cut}.`;
      return ko
        ? `${id} (${level}): ${all}. ${josa(list(stays, "ko"), "이/가")} 남아요.`
        : `${id} (${level}): ${all}. ${list(stays, "en")} ${stays.length === 1 ? "stays" : "stay"}.`;
    }
    if (step.type === "limit") {
      const { level, passed, dropped } = step;
      if (dropped.length === 0)
        return ko
          ? `${josa(level, "은/는")} ${josa(names(passed), "을/를")} 그대로 넘겨요.`
          : `${level} passes on all it has: ${names(passed)}.`;
      return ko
        ? `${josa(level, "은/는")} 높은 ${view.limit}개(${names(passed)})만 넘겨요. ${josa(names(dropped), "은/는")} 여기서 멈춰요.`
        : `${level} passes on its ${view.limit} best (${names(passed)}). ${names(dropped)} stops here.`;
    }
    const name = nameOf(view, step.id, locale);
    if (step.type === "pick")
      return ko
        ? `${name} (${scoreText(step.p)}): 아직 남은 짝 가운데 가장 높아요. 검출이에요.`
        : `${name} (${scoreText(step.p)}) is the highest of those left: a detection.`;
    const by = nameOf(view, step.by, locale);
    const overlap = step.iou.toFixed(2);
    if (step.suppressed)
      return ko
        ? `${josa(by, "과/와")} ${name}의 IoU는 ${overlap} > ${OVERLAP}. ${josa(name, "을/를")} 지워요.`
        : `The IoU of ${by} and ${name} is ${overlap} > ${OVERLAP}: ${name} falls.`;
    return ko
      ? `${josa(by, "과/와")} ${name}의 IoU는 ${overlap}. ${OVERLAP}보다 크지 않아서 그대로 둬요.`
      : `The IoU of ${by} and ${name} is ${overlap}, not above ${OVERLAP}: it still stands.`;
  };
  const found = view.rows.flatMap((_, row) =>
    view.classes.flatMap((_cls, k) => (stateAt(view, steps, steps.length, row, k) === "alive" ? [pairId(view, row, k)] : [])),
  );
  return [
    ...steps.map(captionOf),
    ko
      ? `끝났어요. ${view.suppress ? "검출" : "남은 짝"} ${found.length}개: ${names(found)}.`
      : `Done. ${found.length} ${view.suppress ? "detections" : "pairs stay"}: ${names(found)}.`,
  ];
}
