/** The Lab's work in the worker: the classifier's view of many pictures. */
import { loadAtlases } from "@/lib/client/models/loader";
import { networkInput } from "@/lib/engine/detectors/input";
import { patchesOf, pictureMap, similarPictures, type ChannelPeaks } from "@/lib/engine/explain";
import { channelPeaksGpu, embeddingsGpu } from "@/lib/engine/explain/gpu";
import type { Tensor } from "@/lib/engine/nets";
import { emojiScene, SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { classifierOf } from "./classifier";
import { orNull, present } from "./jobs";
import type { LabFilters, LabModel, LabSpace, OnProgress } from "./lab";
import { toPixels } from "./layers";

/** Pictures with one object each, the same for everybody. */
const PICTURES = 300;
const EMBEDDING = "gap";
const SHOWN = 8;
const PATCHES = 8;

let known: Promise<readonly EmojiScene[]> | null = null;
function pictures(): Promise<readonly EmojiScene[]> {
  const promise = (known ??= loadAtlases(false).then((atlases) =>
    Array.from({ length: PICTURES }, (_, n) => emojiScene(`lab space ${n}`, { atlases, objects: [1, 1], side: [44, 90] })),
  ));
  promise.catch(() => (known = null));
  return promise;
}

const inputOf = ({ pixels }: Pick<EmojiScene, "pixels">): Tensor => networkInput(pixels, SCENE_SIDE);

const embeddings = new Map<LabModel, Tensor>();
const peaks = new Map<string, ChannelPeaks>();

/** The known pictures and this one on a map of the feature space. Null when stopped. */
export async function labSpace(model: LabModel, pixels: Uint8Array, onProgress: OnProgress): Promise<LabSpace | null> {
  const aborted = present("space");
  const gpu = await classifierOf(model);
  const scenes = await pictures();
  const rows = embeddings.get(model) ?? (await orNull(embeddingsGpu(gpu, scenes.map(inputOf), EMBEDDING, { aborted, onProgress })));
  if (!rows) return null;
  embeddings.set(model, rows);
  const own = await embeddingsGpu(gpu, [networkInput(pixels, SCENE_SIDE)], EMBEDDING);
  const [count, width] = rows.shape;
  const data = new Float64Array((count + 1) * width);
  data.set(rows.data);
  data.set(own.data, rows.data.length);
  const { points, trust } = pictureMap({ shape: [count + 1, width], data }, { perplexity: 20, iterations: 400, seed: "lab" });
  if (aborted()) return null;
  return {
    points,
    labels: scenes.map(({ objects }) => objects[0].label),
    trust,
    neighbours: similarPictures(rows, own.data, SHOWN).map(({ index, distance }) => ({
      index,
      distance,
      label: scenes[index].objects[0].label,
      pixels: scenes[index].pixels,
    })),
  };
}

/** The receptive fields that excite a channel most, each where it lies; what reaches over the border is grey. Null when stopped. */
export async function labPatches(model: LabModel, layer: string, channel: number, onProgress: OnProgress): Promise<LabFilters | null> {
  const aborted = present("space");
  const gpu = await classifierOf(model);
  const scenes = await pictures();
  const images = scenes.map(inputOf);
  const key = `${model} ${layer}`;
  const found = peaks.get(key) ?? (await orNull(channelPeaksGpu(gpu, images, layer, { aborted, onProgress })));
  if (!found) return null;
  peaks.set(key, found);
  const patches = patchesOf(gpu.network, found, images, channel, PATCHES);
  const [x1, , x2] = patches[0].field;
  const size = x2 - x1;
  const pixels = new Uint8Array(patches.length * size * size * 3).fill(127);
  patches.forEach(({ box, field, crop }, k) => {
    const [, height, width] = crop.shape;
    const bytes = toPixels(crop.data);
    for (let y = 0; y < height; y++)
      pixels.set(bytes.subarray(y * width * 3, (y + 1) * width * 3), ((k * size + y + box[1] - field[1]) * size + box[0] - field[0]) * 3);
  });
  return { size, count: patches.length, pixels };
}
