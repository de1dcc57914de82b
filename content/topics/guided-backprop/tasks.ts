import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import {
  channelMaximum,
  classLogit,
  deconvnet,
  gradCam,
  guidedBackprop,
  rankCorrelation,
  resizeBilinear,
  saliency,
  subjectOf,
  toUnitRange,
  type Subject,
} from "@/lib/engine/explain";
import type { Tensor } from "@/lib/engine/nets";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { Method, Question, TwoMaps } from "./question";

const RUN: Readonly<Record<Method, (subject: Subject) => Tensor>> = {
  guided: (subject) => guidedBackprop(subject, {}).map,
  gradient: (subject) => saliency(subject, {}).map,
  deconvnet: (subject) => deconvnet(subject, {}).map,
  "grad-cam": (subject) => gradCam(subject, { layer: "conv4c/relu" }).map,
};

/** Sizes of a map's values, as large as the picture, 0 … 1. */
function sizes(map: Tensor): Tensor {
  const flat = map.shape.length === 3 ? channelMaximum(map, Math.abs) : { shape: map.shape, data: map.data.map(Math.abs) };
  return toUnitRange(resizeBilinear(flat, SCENE_SIDE, SCENE_SIDE));
}

export const tasks = defineTasks({
  /** One seeded picture of two objects, and one method's map for the class of each: how alike are they? */
  async twoMaps({ scene, method }: Question, { models, pictures, pause }: TaskContext): Promise<TwoMaps> {
    const [network, atlas] = await Promise.all([models.network("classifier"), pictures.atlas("noto")]);
    const { pixels, objects, drawing } = emojiScene(`guided ${scene}`, {
      atlases: [atlas],
      objects: [2, 2],
      side: [44, 60],
      overlap: 0.02,
    });
    const image = networkInput(pixels, SCENE_SIDE);
    const maps: Tensor[] = [];
    for (const { label } of objects) {
      await pause();
      maps.push(sizes(RUN[method](subjectOf({ network, image, target: classLogit(label) }))));
    }
    return {
      pixels,
      drawing,
      labels: objects.map(({ label }) => label),
      maps: maps.map(({ data }) => Float32Array.from(data)),
      likeness: rankCorrelation(maps[0].data, maps[maps.length - 1].data),
    };
  },
});
