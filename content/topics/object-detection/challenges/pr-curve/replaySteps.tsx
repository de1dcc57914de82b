import type { Misstep } from "@/lib/ui/boards";
import type { Grade } from "@/lib/challenges/contract";
import { equality, josa, num, type Locale } from "@/lib/words";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { Answer, Step, View } from "./challenge";
import { inOrder, perfect, shownAp } from "./judging";
import { MARK_NAMES, reasonOf } from "./words";

const indexOf = ({ detections }: View, id: string) => detections.findIndex((found) => found.id === id);

/** A point of the curve after a step: null while nothing has been counted. */
export const pointOf = ({ found, counted }: Extract<Step, { type: "detection" }>, positives: number) =>
  counted === 0 ? null : { x: found / positives, y: found / counted };

/** "(1.00 + 0.75 + 0.75) ÷ 4 = 0.63" */
export function areaSum({ heights, positives }: Extract<Step, { type: "area" }>, ap: number): string {
  const shown = heights.map((height) => num(height, 2));
  const sum = shown.reduce((all, height) => all + Number(height), 0);
  return `(${shown.join(" + ") || "0"}) ÷ ${positives} ${equality(sum / positives, ap / 100, 2)} ${shownAp(ap)}`;
}

/** One sentence a step. */
export function captionOf(view: View, step: Step, place: number, locale: Locale): string {
  const ko = locale === "ko";
  if (step.type === "area") {
    const ap = perfect(view).ap ?? 0;
    const left = step.positives - step.heights.length;
    return ko
      ? `찾아야 할 물체 ${step.positives}개 가운데 ${left}개를 놓쳤어요. 포락선의 높이를 TP마다 더해 ${josa(step.positives, "으로/로")} 나누면 AP예요: ${areaSum(step, ap)}.`
      : `Of ${step.positives} objects to be found, ${left} ${left === 1 ? "is" : "are"} missed. The envelope's heights at the TPs, added up and divided by ${step.positives}, make the AP: ${areaSum(step, ap)}.`;
  }
  const i = indexOf(view, step.id);
  const reason = reasonOf(view, i)[locale];
  const score = view.detections[i].score.toFixed(2);
  return ko ? `${place + 1}. ${step.id}(${score}): ${reason}` : `${place + 1}. ${step.id} (${score}): ${reason}`;
}

/** Where the answer left the engine's way: a detection misjudged, one that does not belong, the AP. */
export function misstepsOf(view: View, answer: Answer, grade: Grade<Step>, locale: Locale): Misstep[] {
  const ko = locale === "ko";
  const last = grade.steps.length - 1;
  return grade.parts
    .filter(({ correct }) => !correct)
    .map(({ id }): Misstep => {
      if (id === "order") {
        const spoken = inOrder(view, answer)
          ? { ko: "빠진 검출이 있어요", en: "one is left out" }
          : { ko: "순서가 달라요", en: "in another order" };
        return { id, at: 0, label: ko ? "순위" : "Ranking", spoken: spoken[locale] };
      }
      if (id === "ap") return { id, at: last, label: "AP", spoken: ko ? "값이 달라요" : "another value" };
      const at = grade.steps.findIndex((step) => step.type === "detection" && step.id === id);
      const said = answer.ranked.includes(id) ? answer.marks[indexOf(view, id)] : null;
      const spoken =
        at < 0
          ? ko
            ? `${CLASS_NAMES[view.cls].ko} 검출이 아니에요`
            : `no ${CLASS_NAMES[view.cls].en} detection`
          : said === null
            ? ko
              ? "순위에 없어요"
              : "not ranked"
            : ko
              ? `${josa(MARK_NAMES[said].ko, "이라고/라고")} 했어요`
              : `you said ${MARK_NAMES[said].en}`;
      return { id, at: Math.max(0, at), label: `✗ ${id}`, spoken };
    })
    .sort((a, b) => a.at - b.at);
}
