import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import { forward, receptiveFields } from "@/lib/engine/nets";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { cardPixels, faded } from "./cards";
import { CARDS, LAYERS, type Asked, type Looked } from "./looked";

async function pictureOf({ picture, eighths, period }: Asked, { pictures }: TaskContext) {
  const card = CARDS.find((name) => name === picture);
  if (card) return { pixels: cardPixels(card, eighths, period), drawing: null };
  return emojiScene(`filter ${picture}`, { atlases: [await pictures.atlas("noto")], objects: [2, 2], side: [44, 70], overlap: 0.02 });
}

export const tasks = defineTasks({
  /** One filter of the classifier over one picture: the network runs up to its layer, and no further. */
  async look(asked: Asked, context: TaskContext): Promise<Looked> {
    const [network, { pixels, drawing }] = await Promise.all([context.models.network("classifier"), pictureOf(asked, context)]);
    await context.pause();
    const { name, reads, filters } = LAYERS[asked.layer - 1];
    const until = network.layers.findIndex((layer) => layer.name === name);
    const layer = network.layers[until];
    const [first] = network.layers;
    if (layer?.type !== "conv" || first.type !== "conv") throw new Error(`${name} is no convolution of the classifier`);
    const input = networkInput(pixels, SCENE_SIDE);
    // 0 is grey for the network, so that a contrast is a factor.
    const image = { ...input, data: input.data.map((value) => value * asked.contrast) };
    const pass = forward({ ...network, layers: network.layers.slice(0, until + 1) }, image);
    const read = until === 0 ? pass.input : pass.activations[network.layers[layer.from[0]].name];
    const filter = Math.min(asked.filter, filters) - 1;
    const [, side] = layer.shape;
    return {
      layer: asked.layer,
      filter: filter + 1,
      seen: faded(pixels, asked.contrast),
      drawing: asked.contrast === 1 ? drawing : null,
      reads,
      from: read.shape[1],
      read: Float32Array.from(read.data),
      stride: layer.stride,
      padded: layer.padTop,
      kernels: Float32Array.from(layer.weight.subarray(filter * reads * 9, (filter + 1) * reads * 9)),
      bias: layer.bias[filter],
      side,
      map: Float32Array.from(pass.output.data.subarray(filter * side * side, (filter + 1) * side * side)),
      field: receptiveFields(network)[name],
      first: Float32Array.from(first.weight),
      firstBias: Float32Array.from(first.bias),
    };
  },
});
