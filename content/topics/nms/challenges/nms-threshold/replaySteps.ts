import type { Locale } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import type { Instance, Step, View } from "./instance";

type Box = View["boxes"][number];

/** The pair of boxes behind an object that is lost (a dropped b) or doubled (a and b both stay). */
export interface Trouble {
  readonly kind: "lost" | "doubled";
  readonly a: Box;
  readonly b: Box;
}

/** One pair per object in trouble at a step: its best box and the neighbour's that dropped it, or its best two survivors. */
export function troubleAt({ boxes, objects }: Instance, step: Step): Trouble[] {
  const byId = new Map(boxes.map((b) => [b.id, b]));
  return step.perObject.flatMap((n, object): Trouble[] => {
    if (n === 1) return [];
    const own = boxes.filter((_, i) => objects[i] === object).sort((p, q) => q.score - p.score);
    if (n > 1) {
      const [a, b] = own.filter((box) => step.kept.includes(box.id));
      return [{ kind: "doubled", a, b }];
    }
    const a = byId.get(step.fallen.find((f) => f.id === own[0].id)?.by ?? "");
    return a ? [{ kind: "lost", a, b: own[0] }] : [];
  });
}

/** What one threshold does, with the pair that explains the first trouble. */
export function captionOf(instance: Instance, step: Step, mine: boolean, locale: Locale): string {
  const ko = locale === "ko";
  const head = `t = ${(step.hundredths / 100).toFixed(2)}${mine ? (ko ? " (내 답)" : " (your answer)") : ""}`;
  const [first] = troubleAt(instance, step);
  if (!first) return ko ? `${head}: 모든 물체가 한 번씩 남아요.` : `${head}: every object is kept once.`;
  const lost = step.perObject.filter((n) => n === 0).length;
  const doubled = step.perObject.filter((n) => n > 1).length;
  const { a, b } = first;
  const why =
    first.kind === "lost"
      ? ko
        ? `${josa(a.id, "이/가")} 이웃의 ${josa(b.id, "을/를")} 지워요.`
        : `${a.id} drops its neighbour's ${b.id}.`
      : ko
        ? `${josa(a.id, "과/와")} ${josa(b.id, "이/가")} 함께 남아요.`
        : `${a.id} and ${b.id} both stay.`;
  return ko
    ? `${head}: 사라진 물체 ${lost}개, 겹쳐 남은 물체 ${doubled}개. ${why}`
    : `${head}: ${lost} lost, ${doubled} kept more than once. ${why}`;
}
