import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { VocClass } from "@/lib/engine/scenes";
import { nmsTrace } from "@/lib/engine/suppress";

export interface View {
  readonly width: number;
  readonly height: number;
  readonly sprites: readonly { readonly cls: VocClass; readonly box: BoxXYXY; readonly flip: boolean }[];
  readonly boxes: readonly { readonly id: string; readonly cls: VocClass; readonly box: BoxXYXY; readonly score: number }[];
}

export interface Truth {
  /** For each box, which object it was drawn for (index into sprites). */
  readonly objects: readonly number[];
}

export type Instance = View & Truth;

/** What NMS leaves at one threshold. */
export interface Step {
  readonly hundredths: number;
  /** Ids of the survivors, best score first. */
  readonly kept: readonly string[];
  /** Who dropped whom, in the order it happened. */
  readonly fallen: readonly { readonly id: string; readonly by: string; readonly iou: number }[];
  /** Survivors per object. */
  readonly perObject: readonly number[];
}

/** The thresholds that can be chosen, in hundredths: 5, 10 … 95. */
export const CHOICES: readonly number[] = Array.from({ length: 19 }, (_, i) => 5 + 5 * i);

export const stepAt = (instance: Instance, hundredths: number): Step => ({ hundredths, ...runAt(instance, hundredths / 100) });

function runAt({ boxes, objects, sprites }: Instance, t: number): Omit<Step, "hundredths"> {
  const rounds = nmsTrace(
    boxes.flatMap((b) => b.box),
    boxes.map((b) => b.score),
    null,
    t,
  );
  return {
    kept: rounds.map((round) => boxes[round.picked].id),
    fallen: rounds.flatMap((round) =>
      round.compared.filter((c) => c.suppressed).map((c) => ({ id: boxes[c.index].id, by: boxes[round.picked].id, iou: c.iou })),
    ),
    perObject: sprites.map((_, object) => rounds.filter((round) => objects[round.picked] === object).length),
  };
}

export const allOnce = (step: Pick<Step, "perObject">): boolean => step.perObject.every((n) => n === 1);

/** The choices at which every object is kept exactly once. */
export const rightChoices = (instance: Instance): number[] => CHOICES.filter((hundredths) => allOnce(stepAt(instance, hundredths)));

/**
 * The interval of thresholds around the first right choice in which NMS keeps the same boxes: from the greatest IoU below it
 * that would change them to the smallest above. Null where no choice is right.
 */
export function windowOf(instance: Instance): readonly [number, number] | null {
  const right = rightChoices(instance);
  if (right.length === 0) return null;
  const { boxes } = instance;
  const edges = [...new Set(boxes.flatMap((a, i) => boxes.slice(0, i).map((b) => iou(a.box, b.box))))].sort((a, b) => a - b);
  const good = (t: number) => allOnce(runAt(instance, t));
  const t = right[0] / 100;
  let low = t;
  let high = t;
  // Between two neighbouring IoUs nothing changes, so one look at each edge settles the stretch beside it. A box falls only
  // above t, so at t equal to an edge the outcome is that of the stretch above.
  for (const edge of edges.filter((e) => e <= t).reverse()) {
    low = edge;
    const below = edges.filter((e) => e < edge).pop() ?? 0;
    if (!good((below + edge) / 2)) break;
  }
  for (const edge of edges.filter((e) => e > t)) {
    high = edge;
    if (!good(edge)) break;
  }
  return [low, high];
}

/** Distance of the closest IoU of two boxes from a threshold that can be chosen. */
export function slackOf({ boxes }: View): number {
  let slack = Infinity;
  for (let i = 0; i < boxes.length; i++) {
    for (let j = 0; j < i; j++) slack = Math.min(slack, offChoice(iou(boxes[i].box, boxes[j].box)));
  }
  return slack;
}

/** Distance of an IoU from the closest threshold that can be chosen. */
export function offChoice(overlap: number): number {
  const nearest = Math.min(0.95, Math.max(0.05, Math.round(overlap * 20) / 20));
  return Math.abs(overlap - nearest);
}
