import * as tf from "@tensorflow/tfjs-core";
import { answerOf, perfect, type View } from "@/content/topics/object-detection/challenges/pr-curve/judging";
import { pairwiseIouTensor } from "@/lib/engine/boxes/pairwise.gpu";
import { matchPrepared, prepareClasses } from "@/lib/engine/evaluate/matching";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import type { Reckoned } from "./reckoned";

/** Marks and AP by the backend's IoUs. */
export async function prCurve(view: View): Promise<Reckoned> {
  const entry = <X extends { readonly cls: View["cls"] }>(one: X) => ({ ...one, image: 0, label: VOC_CLASSES.indexOf(one.cls) });
  const [objects, detections] = [view.objects.map(entry), view.detections.map(entry)];
  const prepared = prepareClasses(objects, detections).find(({ label }) => label === VOC_CLASSES.indexOf(view.cls))!;
  for (const { detections: found, objects: there, overlaps } of prepared.scenes) {
    const boxes = (list: readonly { readonly box: readonly number[] }[], chosen: readonly number[]) =>
      tf.tensor2d(chosen.map((i) => [...list[i].box]));
    const [a, b] = [boxes(detections, found), boxes(objects, there)];
    const table = pairwiseIouTensor(a, b);
    overlaps.set(await table.data());
    tf.dispose([a, b, table]);
  }
  const answer = answerOf(view, matchPrepared(prepared, objects, detections, { iouThreshold: view.match }));
  return { said: answer, expected: perfect(view), answer };
}
