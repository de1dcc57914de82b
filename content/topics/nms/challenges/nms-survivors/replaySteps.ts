import type { Locale } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import type { Instance, Step } from "./challenge";

type Drop = Extract<Step, { type: "compare" }>;

/** The step that settles a box: where it is kept or dropped. */
export function decisiveStep(steps: readonly Step[], id: string): number {
  return Math.max(
    0,
    steps.findIndex((s) => s.id === id && (s.type === "pick" || s.suppressed)),
  );
}

/** What the round running at a step has dropped before that step. */
export function roundOf(steps: readonly Step[], at: number): Drop[] {
  if (at >= steps.length) return [];
  const start = steps.slice(0, at + 1).findLastIndex((s) => s.type === "pick");
  return steps.slice(Math.max(0, start), at).filter((s): s is Drop => s.type === "compare" && s.suppressed);
}

/** One sentence per step, and one more for the end. */
export function captionsOf(
  { boxes, threshold }: Instance,
  steps: readonly Step[],
  wrong: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
  locale: Locale,
): string[] {
  const ko = locale === "ko";
  const mine = (id: string) => {
    if (!wrong.has(id)) return "";
    if (chosen.has(id)) return ko ? ` 여기예요: ${josa(id, "을/를")} 골랐지만 지워져요.` : ` Here: you chose ${id}, but it falls.`;
    return ko ? ` 여기예요: ${josa(id, "을/를")} 고르지 않았지만 살아남아요.` : ` Here: you left ${id} out, but it survives.`;
  };
  const survivors = steps.filter((s) => s.type === "pick").map((s) => s.id);
  return [
    ...steps.map((s) => {
      if (s.type === "pick") {
        const text = ko
          ? `아직 남아 있는 것 중 점수가 가장 높은 상자는 ${s.id} (${s.score.toFixed(2)}). 남겨요.`
          : `Of those still standing, ${s.id} (${s.score.toFixed(2)}) scores best: keep it.`;
        return text + mine(s.id);
      }
      const overlap = s.iou.toFixed(2);
      if (!s.suppressed)
        return ko
          ? `${josa(s.by, "과/와")} ${s.id}의 IoU는 ${overlap}, ${threshold}보다 크지 않아요. ${josa(s.id, "은/는")} 아직 서 있어요.`
          : `The IoU of ${s.by} and ${s.id} is ${overlap}, not above ${threshold}. ${s.id} still stands.`;
      return (
        (ko
          ? `${josa(s.by, "과/와")} ${s.id}의 IoU는 ${overlap}, ${threshold}보다 커요. ${josa(s.id, "을/를")} 지워요.`
          : `The IoU of ${s.by} and ${s.id} is ${overlap}, above ${threshold}. ${s.id} falls.`) + mine(s.id)
      );
    }),
    ko
      ? `끝났어요. 상자 ${boxes.length}개 중 ${survivors.length}개가 남았어요: ${survivors.join(", ")}.`
      : `Done. ${survivors.length} of ${boxes.length} boxes are left: ${survivors.join(", ")}.`,
  ];
}
