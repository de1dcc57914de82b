import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import { cam, channelMaximum, classLogit, gradCam, guidedGradCam, hiResCam, subjectOf, type Subject } from "@/lib/engine/explain";
import { camGpu, gpuSubject } from "@/lib/engine/explain/gpu";
import { softmax, type Tensor } from "@/lib/engine/nets";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { emojiScene, SCENE_SIDE, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { SCENES as BANK } from "./challenges/gradcam-regions/bank";
import type { SceneSet } from "./challenges/gradcam-regions/recording";
import { LAST, SCENES, type Explained, type Other, type Question } from "./question";
import { recordAgain, wholeMap } from "./record";

/** A scene of the simulation: its classes in one drawing style, the companion beside its neighbour, the boats on blue. */
function simulated(scene: number, atlas: Atlas): EmojiScene {
  const { objects, seed, beside = false, blue = false } = SCENES[scene - 1];
  return emojiScene(`grad-cam/simulation/${seed}`, {
    atlases: [atlas],
    overlap: 0.02,
    plan: () => ({
      objects: objects.map((cls, i) => ({
        label: VOC_CLASSES.indexOf(cls),
        side: i === 0 || beside ? [46, 56] : [38, 48],
        ...(beside && i > 0 ? { beside: 0 } : {}),
      })),
      ...(blue ? { palette: "blue" } : {}),
    }),
  });
}

/** What another method draws: its map above and below 0. */
const DRAW: Readonly<Record<Other, (subject: Subject, question: Question) => Tensor | null>> = {
  hires: (subject, { layer }) => hiResCam(subject, { layer }).raw,
  cam: (subject, { layer, label }) => (layer === LAST ? cam(subject, { classIndex: label }).map : null),
  guided: (subject, { layer }) => channelMaximum(guidedGradCam(subject, { layer }).map, Math.abs),
};

/** The largest distance of two maps, as a share of the second one's largest size. */
function gap(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  let [most, away] = [0, 0];
  for (let i = 0; i < wanted.length; i++) {
    most = Math.max(most, Math.abs(wanted[i]));
    away = Math.max(away, Math.abs(found[i] - wanted[i]));
  }
  return most > 0 ? away / most : 0;
}

export const tasks = defineTasks({
  /** One class asked of one scene at one layer: every channel with its α, and another method's map beside. */
  async explained(question: Question, { models, pictures, pause }: TaskContext): Promise<Explained> {
    const [network, atlas] = await Promise.all([models.network(question.network), pictures.atlas("noto")]);
    const { scene, label, layer, other } = question;
    const { pixels, objects, drawing } = simulated(scene, atlas);
    await pause();
    const subject = subjectOf({ network, image: networkInput(pixels, SCENE_SIDE), target: classLogit(label) });
    await pause();
    const { weights, raw } = gradCam(subject, { layer });
    await pause();
    const beside = DRAW[other](subject, question);
    const side = raw.shape[0];
    return {
      pixels,
      drawing,
      objects: objects.map(({ label: named, box }) => ({ label: named, box })),
      side,
      alphas: Float32Array.from(weights),
      maps: Float32Array.from(subject.pass.activations[layer].data),
      other: Float32Array.from(beside?.data ?? []),
      otherSide: beside?.shape.at(-1) ?? 0,
      camGap:
        layer === LAST
          ? gap(
              raw.data.map((v) => v * side * side),
              cam(subject, { classIndex: label }).map.data,
            )
          : null,
      probability: softmax(subject.pass.activations.logits.data)[label],
    };
  },

  /** Reckons a recorded scene of the challenge anew: in plain TypeScript, where every number must be the same, and on the backend. */
  async witness(
    { set, place }: { readonly set: SceneSet; readonly place: number },
    { models, pictures, backend, pause }: TaskContext,
  ): Promise<{ readonly same: boolean; readonly backend: string; readonly cellsApart: number }> {
    const [network, gpu, atlases, name] = await Promise.all([
      models.network("classifier"),
      models.gpuNetwork("classifier"),
      pictures.atlases(false),
      backend(),
    ]);
    const record = BANK[set][place];
    const { record: again, image } = recordAgain(network, set, record, atlases);
    await pause();
    const { label } = record.objects[record.asked];
    const subject = gpuSubject({ gpu, image, target: { logit: label } });
    try {
      const onBackend = wholeMap((await camGpu(subject, { classIndex: label })).map);
      return {
        same: JSON.stringify(again.map) === JSON.stringify(record.map),
        backend: name,
        cellsApart: onBackend.filter((v, cell) => Math.abs(v - record.map[cell]) > 1).length,
      };
    } finally {
      subject.dispose();
    }
  },
});
