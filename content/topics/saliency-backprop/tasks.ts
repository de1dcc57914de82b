import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { INPUT_SCALE } from "@/lib/engine/detectors/backbone";
import { networkInput } from "@/lib/engine/detectors/input";
import {
  channelMaximum,
  classLogit,
  classProbability,
  deconvnet,
  gradCam,
  gradientTimesInput,
  guidedBackprop,
  rankCorrelation,
  resizeBilinear,
  subjectOf,
  type Subject,
} from "@/lib/engine/explain";
import { gradientPath } from "@/lib/engine/explain/integrated-gradients";
import { noisyCopies } from "@/lib/engine/explain/smoothgrad";
import { softmax, type Tensor } from "@/lib/engine/nets";
import { VOC_CLASSES, type VocClass } from "@/lib/engine/scenes/classes";
import { emojiScene, SCENE_SIDE, type Atlas } from "@/lib/engine/scenes/emoji";
import { PLANE, type Asked, type Explained, type Method, type Nudged, type PixelValues, type Question } from "./question";

/** What stands in each scene and the seed that places it. In the last two one object is large: its probability comes close to 1. */
const SCENE_LIST: readonly { readonly objects: readonly [VocClass, VocClass]; readonly seed: number; readonly large?: true }[] = [
  { objects: ["dog", "car"], seed: 0 },
  { objects: ["cat", "bus"], seed: 13 },
  { objects: ["horse", "bicycle"], seed: 11 },
  { objects: ["sheep", "motorbike"], seed: 5 },
  { objects: ["aeroplane", "bottle"], seed: 2, large: true },
  { objects: ["aeroplane", "bottle"], seed: 5, large: true },
];
/** How many of a map's largest pixels are told. */
const LARGEST = 10;

function sceneOf(scene: number, atlas: Atlas) {
  const { objects, seed, large = false } = SCENE_LIST[scene - 1];
  const sides = large
    ? ([
        [52, 64],
        [24, 32],
      ] as const)
    : ([
        [44, 56],
        [44, 56],
      ] as const);
  return emojiScene(`saliency/simulation/${objects[0]}/${seed}`, {
    atlases: [atlas],
    overlap: 0.02,
    plan: () => ({ objects: objects.map((cls, i) => ({ label: VOC_CLASSES.indexOf(cls), side: sides[i] })) }),
  });
}

export async function subjectFor({ scene, target }: Asked, which: number, { models, pictures }: Pick<TaskContext, "models" | "pictures">) {
  const [network, atlas] = await Promise.all([models.network("classifier"), pictures.atlas("noto")]);
  const drawn = sceneOf(scene, atlas);
  const { label } = drawn.objects[which];
  const image = networkInput(drawn.pixels, SCENE_SIDE);
  const asked = target === "logit" ? classLogit(label) : classProbability(label);
  return { drawn, label, subject: subjectOf({ network, image, target: asked }) };
}

/** Methods of one way back, signed by pixel and colour; Grad-CAM by cell. */
const QUICK: Partial<Readonly<Record<Method, (subject: Subject) => Tensor>>> = {
  saliency: (subject) => subject.signal().input,
  squared: (subject) => subject.signal().input,
  "times-input": (subject) => gradientTimesInput(subject, {}).map,
  guided: (subject) => guidedBackprop(subject, {}).map,
  deconvnet: (subject) => deconvnet(subject, {}).map,
  "grad-cam": (subject) => gradCam(subject, { layer: "conv4c/relu" }).map,
};

/** One size a pixel: the largest over the colours of |v|, or of v². */
function sizesOf(signed: Tensor, method: Method): Float64Array {
  const flat = signed.shape.length === 3 ? channelMaximum(signed, method === "squared" ? (v) => v * v : Math.abs) : signed;
  return resizeBilinear(flat, SCENE_SIDE, SCENE_SIDE).data;
}

/** The pixels with the largest sizes, the largest first. */
function largestOf(map: ArrayLike<number>, signed: Tensor): PixelValues[] {
  const order = Array.from(map, (_, i) => i).sort((a, b) => map[b] - map[a] || a - b);
  const at = (pixel: number, c: number) => signed.data[c * PLANE + pixel];
  return order.slice(0, LARGEST).map((pixel) => ({ pixel, values: [at(pixel, 0), at(pixel, 1), at(pixel, 2)] }));
}

/** The mean gradient over the noisy copies or along the path, as it grows. */
async function meanGradient(
  subject: Subject,
  { method, noise, samples, steps, scene, which }: Question,
  { pause, onProgress }: TaskContext<Float32Array>,
): Promise<Tensor> {
  const { shape } = subject.image;
  const copies = noisyCopies(subject.image, { seed: `saliency/${scene}/${which}`, samples, noise: noise / 100 });
  const path = gradientPath(subject.image, { steps });
  const smooth = method === "smoothgrad";
  const count = smooth ? samples : steps;
  const sum = new Float64Array(subject.image.data.length);
  const signed = (done: number): Tensor => ({ shape, data: sum.map((v, i) => (v / done) * (smooth ? 1 : subject.image.data[i])) });
  for (let k = 0; k < count; k++) {
    const { gradient } = subject.gradientAt(smooth ? copies.next() : path.at(k));
    for (let i = 0; i < sum.length; i++) sum[i] += gradient[i];
    if (k + 1 < count) onProgress(k + 1, count, Float32Array.from(sizesOf(signed(k + 1), method)));
    await pause();
  }
  return signed(count);
}

export const tasks = defineTasks({
  /** One method's map of one scene for one of its classes. What averages many passes shows the map as it grows. */
  async explained(question: Question, context: TaskContext<Float32Array>): Promise<Explained> {
    const { method, which } = question;
    const { drawn, label, subject } = await subjectFor(question, which, context);
    await context.pause();
    const quick = QUICK[method];
    const signed = quick ? quick(subject) : await meanGradient(subject, question, context);
    const map = sizesOf(signed, method);
    await context.pause();
    const other = quick ? sizesOf(quick((await subjectFor(question, 1 - which, context)).subject), method) : null;
    const shares = method === "times-input" || method === "integrated";
    const byPixel = method !== "grad-cam";
    return {
      pixels: drawn.pixels,
      drawing: drawn.drawing,
      objects: drawn.objects.map(({ label: named, box }) => ({ label: named, box })),
      map: Float32Array.from(map),
      signed: byPixel ? Float32Array.from(signed.data) : null,
      largest: byPixel ? largestOf(map, signed) : [],
      sum: shares ? signed.data.reduce((a, b) => a + b, 0) : null,
      difference: shares ? subject.value - subject.valueAt({ shape: subject.image.shape, data: new Float64Array(3 * PLANE) }) : null,
      likeness: other ? rankCorrelation(map, other) : null,
      value: subject.value,
      probability: softmax(subject.pass.activations.logits.data)[label],
    };
  },

  /** One pixel's three slopes, by the way back and by trying one level up and down. */
  async nudged({ pixel, ...asked }: Asked & { readonly pixel: number }, context: TaskContext): Promise<Nudged> {
    const { subject } = await subjectFor(asked, asked.which, context);
    const gradient = subject.signal().input.data;
    const tried = async (colour: number, levels: number) => {
      await context.pause();
      return changed(subject, pixel, [colour], levels);
    };
    const [up, down]: [number[], number[]] = [[], []];
    for (const colour of [0, 1, 2]) {
      up.push(await tried(colour, 1));
      down.push(await tried(colour, -1));
    }
    return { slope: [0, 1, 2].map((c) => gradient[c * PLANE + pixel] * INPUT_SCALE), up, down };
  },
});

/** The explained number with some colours of a pixel so many levels of 255 higher. */
export function changed(subject: Subject, pixel: number, colours: readonly number[], levels: number): number {
  const data = Float64Array.from(subject.image.data);
  for (const c of colours) data[c * PLANE + pixel] += levels * INPUT_SCALE;
  return subject.valueAt({ shape: subject.image.shape, data });
}
