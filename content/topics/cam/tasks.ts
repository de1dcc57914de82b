import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import { camHead } from "@/lib/engine/explain/cam";
import { forward } from "@/lib/engine/nets";
import type { DenseLayer, Layer, Network } from "@/lib/engine/nets/types";
import { SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { classAsked, MAP_CELLS, STRIPS, type Desk, type Question } from "./desk";
import { bankScene, deskScene } from "./scene";

const isDense = (layer: Layer | undefined): layer is DenseLayer => layer?.type === "dense";

/** The bias of a class in the head that `camHead` has looked at. */
function biasOf({ layers }: Network, classIndex: number): number {
  const dense = layers.at(-1);
  return isDense(dense) ? dense.bias[classIndex] : 0;
}

export const tasks = defineTasks({
  /** One forward pass; all mixing after it is the page's. */
  async desk({ scene, asked }: Question, { models, pictures, pause }: TaskContext): Promise<Desk> {
    const [network, atlas] = await Promise.all([models.network("classifier"), pictures.atlas("noto")]);
    const { pixels, objects, drawing } = deskScene(scene, atlas);
    const labels = objects.map(({ label }) => label);
    const classIndex = classAsked(asked, labels);
    await pause();
    const { layer, weights } = camHead(network, classIndex);
    const { data } = forward(network, networkInput(pixels, SCENE_SIDE)).activations[layer];
    const mapAt = (k: number) => data.subarray(k * MAP_CELLS, (k + 1) * MAP_CELLS);
    const strength = Array.from(weights, (w, k) => Math.abs(w * mapAt(k).reduce((sum, v) => sum + v, 0)));
    const order = strength.map((_, k) => k).sort((a, b) => strength[b] - strength[a]);
    const rest = new Float32Array(MAP_CELLS);
    for (let i = 0; i < MAP_CELLS; i++) rest[i] = order.slice(STRIPS).reduce((sum, k) => sum + weights[k] * data[k * MAP_CELLS + i], 0);
    return {
      pixels,
      drawing,
      labels,
      classIndex,
      strips: order.slice(0, STRIPS).map((channel) => ({ channel, weight: weights[channel], map: Float32Array.from(mapAt(channel)) })),
      rest,
      bias: biasOf(network, classIndex),
    };
  },

  /** The picture behind an instance of the challenge. */
  async picture({ number }: { readonly number: number }, { pictures }: TaskContext): Promise<Pick<EmojiScene, "pixels" | "drawing">> {
    const { pixels, drawing } = bankScene(number, await pictures.atlas("noto"));
    return { pixels, drawing };
  },
});
