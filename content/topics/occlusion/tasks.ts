import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import { gaussianBlur } from "@/lib/engine/explain";
import { gpuSubject, occlusionGpu, type GpuSubject, type OcclusionRun } from "@/lib/engine/explain/gpu";
import type { Tensor } from "@/lib/engine/nets";
import { SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { meanColour, type FillName, type Peek, type Question, type Shown, type Sweep, type Swept } from "./looked";
import { bankScene, shownScene } from "./scene";

/** The blur that a patch shows as its fifth colour, pixels. */
const SIGMA = 6;

/** What the patch shows, as the engine takes it; black and white in the network's units. */
function behind(image: Tensor, fill: FillName): Pick<OcclusionRun, "fill" | "behind"> {
  if (fill === "blur") return { behind: gaussianBlur(image, SIGMA) };
  if (fill === "mean") return { fill: meanColour(image) };
  return { fill: fill === "black" ? -1.5 : fill === "white" ? 1.5 : 0 };
}

/** Runs `look` on the subject of a question, and frees it. */
async function about<T>(
  { scene, object, reading }: Question,
  { models, pictures, pause }: TaskContext<Swept>,
  look: (subject: GpuSubject) => Promise<T>,
): Promise<T> {
  const [gpu, atlas] = await Promise.all([models.gpuNetwork("classifier"), pictures.atlas("noto")]);
  const { pixels, objects } = shownScene(scene, atlas);
  const { label } = objects[object];
  await pause();
  const subject = gpuSubject({
    gpu,
    image: networkInput(pixels, SCENE_SIDE),
    target: reading === "logit" ? { logit: label } : { probability: label },
  });
  try {
    return await look(subject);
  } finally {
    subject.dispose();
  }
}

export const tasks = defineTasks({
  async scene({ scene }: { readonly scene: number }, { pictures }: TaskContext): Promise<Shown> {
    const { pixels, objects, drawing } = shownScene(scene, await pictures.atlas("noto"));
    return { pixels, drawing, labels: objects.map(({ label }) => label) };
  },

  /** One pass without a patch and one a place. */
  sweep: (asked: Sweep, context: TaskContext<Swept>): Promise<Swept> =>
    about(asked, context, async (subject) => {
      const value = await subject.value();
      const { patch, stride, fill } = asked;
      const total = (Math.floor((SCENE_SIDE - patch) / stride) + 1) ** 2;
      const { scores } = await occlusionGpu(subject, {
        patch,
        stride,
        ...behind(subject.image, fill),
        aborted: () => context.signal.aborted,
        onScores: (found, done) => context.onProgress(done, total, { value, scores: found.slice() }),
      });
      return { value, scores: scores.data };
    }),

  /** One pass with the patch anywhere. */
  peek: (asked: Peek, context: TaskContext<Swept>): Promise<number> =>
    about(asked, context, (subject) => {
      const { shape, data } = subject.image;
      const under = behind(subject.image, asked.fill);
      const hidden = Float64Array.from(data);
      for (let c = 0; c < shape[0]; c++)
        for (let y = asked.y; y < asked.y + asked.patch; y++)
          for (let x = asked.x; x < asked.x + asked.patch; x++) {
            const i = (c * SCENE_SIDE + y) * SCENE_SIDE + x;
            hidden[i] = under.behind ? under.behind.data[i] : typeof under.fill === "object" ? under.fill[c] : (under.fill ?? 0);
          }
      return subject.valueAt({ shape, data: hidden });
    }),

  /** The picture behind an instance of the challenge. */
  async picture({ number }: { readonly number: number }, { pictures }: TaskContext): Promise<Pick<EmojiScene, "pixels" | "drawing">> {
    const { pixels, drawing } = bankScene(number, await pictures.atlas("noto"));
    return { pixels, drawing };
  },
});
