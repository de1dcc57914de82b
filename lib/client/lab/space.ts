/** The Lab's work in the worker: the classifier's view of many pictures. */
import type { TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import { patchesOf, pictureMap, similarPictures, type ChannelPeaks } from "@/lib/engine/explain";
import { channelPeaksGpu, embeddingsGpu } from "@/lib/engine/explain/gpu";
import type { Tensor } from "@/lib/engine/nets";
import { emojiScene, SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { classifierOf } from "./classifier";
import type { LabFilters, LabModel, LabSight, LabSpace } from "./lab";
import { toPixels, type LayerChannel } from "./layers";
import { longRun } from "./longRun";

/** Pictures with one object each, the same for everybody. */
const PICTURES = 300;
const EMBEDDING = "gap";
const SHOWN = 8;
const PATCHES = 8;

let known: Promise<readonly EmojiScene[]> | null = null;
function knownScenes({ pictures }: TaskContext): Promise<readonly EmojiScene[]> {
  const promise = (known ??= pictures
    .atlases(false)
    .then((atlases) =>
      Array.from({ length: PICTURES }, (_, n) => emojiScene(`lab space ${n}`, { atlases, objects: [1, 1], side: [44, 90] })),
    ));
  promise.catch(() => (known = null));
  return promise;
}

const inputOf = ({ pixels }: Pick<EmojiScene, "pixels">): Tensor => networkInput(pixels, SCENE_SIDE);

const embeddings = new Map<LabModel, Tensor>();
const peaks = new Map<string, ChannelPeaks>();

/** The known pictures and this one on a map of the feature space. */
export async function space({ model, pixels }: LabSight, context: TaskContext): Promise<LabSpace> {
  const gpu = await classifierOf(context, model);
  const scenes = await knownScenes(context);
  const rows = embeddings.get(model) ?? (await embeddingsGpu(gpu, scenes.map(inputOf), EMBEDDING, longRun(context)));
  embeddings.set(model, rows);
  const own = await embeddingsGpu(gpu, [networkInput(pixels, SCENE_SIDE)], EMBEDDING);
  const [count, width] = rows.shape;
  const data = new Float64Array((count + 1) * width);
  data.set(rows.data);
  data.set(own.data, rows.data.length);
  await context.pause();
  const { points, trust } = pictureMap({ shape: [count + 1, width], data }, { perplexity: 20, iterations: 400, seed: "lab" });
  return {
    points,
    labels: scenes.map(({ objects }) => objects[0].label),
    trust,
    neighbours: similarPictures(rows, own.data, SHOWN).map(({ index, distance }) => ({
      index,
      distance,
      label: scenes[index].objects[0].label,
      pixels: scenes[index].pixels,
      drawing: scenes[index].drawing,
    })),
  };
}

/** The receptive fields that excite a channel most, each where it lies; what reaches over the border is grey. */
export async function patches({ model, layer, channel }: LayerChannel, context: TaskContext): Promise<LabFilters> {
  const gpu = await classifierOf(context, model);
  const scenes = await knownScenes(context);
  const images = scenes.map(inputOf);
  const key = `${model} ${layer}`;
  const found = peaks.get(key) ?? (await channelPeaksGpu(gpu, images, layer, longRun(context)));
  peaks.set(key, found);
  const strongest = patchesOf(gpu.network, found, images, channel, PATCHES);
  const [x1, , x2] = strongest[0].field;
  const size = x2 - x1;
  const pixels = new Uint8Array(strongest.length * size * size * 3).fill(127);
  strongest.forEach(({ box, field, crop }, k) => {
    const [, height, width] = crop.shape;
    const bytes = toPixels(crop.data);
    for (let y = 0; y < height; y++)
      pixels.set(bytes.subarray(y * width * 3, (y + 1) * width * 3), ((k * size + y + box[1] - field[1]) * size + box[0] - field[0]) * 3);
  });
  return { size, count: strongest.length, pixels };
}
