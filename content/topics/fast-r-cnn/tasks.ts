import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { boxAt } from "@/lib/engine/boxes";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { BACKBONE_TOP } from "@/lib/engine/detectors/backbone";
import { networkInput } from "@/lib/engine/detectors/input";
import { answersFor } from "@/lib/engine/detectors/fast-rcnn/detect.gpu";
import { REGION_CLASSES, type RegionPooling } from "@/lib/engine/detectors/region/head";
import { regionProposals } from "@/lib/engine/detectors/region/proposals";
import { forward, softmax } from "@/lib/engine/nets";
import { emojiScene, SCENE_SIDE, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import type { Mapped } from "./mapped";

/** The simulation's scenes. */
const SEEDS = [1, 2, 3, 4, 5, 6] as const;

/** The model that was trained with each way of pooling. */
const TRAINED: Readonly<Record<RegionPooling, string>> = { align: "fast-rcnn", max: "fast-rcnn-max" };

const shownScene = (scene: number, atlas: Atlas): EmojiScene =>
  emojiScene(`fast-r-cnn/${SEEDS[scene - 1]}`, { atlases: [atlas], objects: [2, 3], side: [34, 66], overlap: 0.02 });

export const tasks = defineTasks({
  /** One pass over one scene: Fast R-CNN's feature map, in plain TypeScript, and the proposals that are cut out of it. */
  async mapped({ scene }: { readonly scene: number }, { models, pictures, pause }: TaskContext): Promise<Mapped> {
    const [network, atlas] = await Promise.all([models.network("fast-rcnn"), pictures.atlas("noto")]);
    const { pixels, drawing, objects } = shownScene(scene, atlas);
    await pause();
    const rois = regionProposals(pixels);
    await pause();
    const { activations } = forward(network, networkInput(pixels, SCENE_SIDE));
    return {
      pixels,
      drawing,
      objects: objects.map(({ label, box }) => ({ label, box })),
      proposals: Array.from({ length: rois.length / 4 }, (_, i) => boxAt(rois, i)),
      map: Float32Array.from(activations[BACKBONE_TOP].data),
    };
  },

  /** What the head of a Fast R-CNN trained with this pooling says of one RoI: probabilities, background first. */
  async scored(
    { scene, roi, way }: { readonly scene: number; readonly roi: BoxXYXY; readonly way: RegionPooling },
    { models, pictures, pause }: TaskContext,
  ): Promise<readonly number[]> {
    const [{ networks }, atlas] = await Promise.all([models.detector(TRAINED[way]), pictures.atlas("noto")]);
    const { pixels } = shownScene(scene, atlas);
    await pause();
    const { logits } = await answersFor(networks, pixels, Float64Array.from(roi), way);
    return [...softmax(Float64Array.from(logits).subarray(0, REGION_CLASSES))];
  },
});
