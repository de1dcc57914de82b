import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { errorsOf, evaluateLab, unpackScenes, type Cuts, type LabAnswer, type LabErrors } from "./lab";
import { LAB_STYLES, labScene } from "./labScene";
import type { LabPicture, LabQuestion } from "./question";
import { RECORDED } from "./recorded";

/** What RetinaNet said of every scene, recorded by scripts/threshold-lab.ts. */
const SCENES = unpackScenes(Uint8Array.from(atob(RECORDED), (letter) => letter.charCodeAt(0)));

export const tasks = defineTasks({
  /** A scene drawn anew from its seed, with what was recorded of it. @param scene 1 … LAB_SCENES */
  async picture({ scene }: { readonly scene: number }, { pictures, pause }: TaskContext): Promise<LabPicture> {
    const atlases = await Promise.all(LAB_STYLES.map((style) => pictures.atlas(style)));
    await pause();
    const { pixels, drawing } = labScene(scene, atlases);
    return { seen: pixels, drawing, scene: SCENES[scene - 1] };
  },

  /** The curve and the APs over all scenes. */
  async curve(question: LabQuestion, { pause }: TaskContext): Promise<LabAnswer> {
    // A knob that is still being dragged asks again before this one is worked out.
    await pause();
    return evaluateLab(SCENES, question, question.label);
  },

  /** The causes of error over all scenes. */
  async errors(cuts: Cuts, { pause }: TaskContext): Promise<LabErrors> {
    await pause();
    return errorsOf(SCENES, cuts);
  },
});
