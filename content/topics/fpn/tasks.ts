import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { anchorRows } from "@/lib/engine/detectors/anchored/rows";
import { BACKBONE_TOP } from "@/lib/engine/detectors/backbone";
import { layerOutputs, mapOutputs } from "@/lib/engine/detectors/outputs.gpu";
import { decodeRetinaNet } from "@/lib/engine/detectors/retinanet/detect.gpu";
import { PYRAMID_CHANNELS, RETINANET_LEVELS, retinanetHead } from "@/lib/engine/detectors/retinanet/layers";
import { sigmoid } from "@/lib/engine/exact";
import { createNetwork, type LayerSpec, type Network, type Tensor } from "@/lib/engine/nets";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { emojiScene, placedScene, SCENE_SIDE, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { FINE, ONE, WAYS, type Asked, type Found, type Looked, type Way } from "./looked";

/** Scenes in which each of the three objects is found on another level. */
const SEEDS = [170, 72, 184] as const;

/** The least score that is shown. */
const SHOWN = 0.35;

function shownScene({ scene, side }: Asked, atlases: readonly Atlas[]): EmojiScene {
  if (scene !== ONE)
    return emojiScene(`large/${SEEDS[scene - 1]}`, { atlases, objects: [3, 3], side: [16, 110], visible: 0.9, overlap: 0.1 });
  const middle = SCENE_SIDE / 2;
  const items = [{ label: VOC_CLASSES.indexOf("dog"), sprite: 0, cx: middle, cy: middle, size: side }];
  return placedScene(items, { atlases: [...atlases], background: "flat", seed: "fpn" });
}

/** The weights and bias of a convolution of a built network. */
function convOf({ layers }: Network, name: string) {
  const layer = layers.find((each) => each.name === name);
  if (layer?.type !== "conv") throw new Error(`${name} is no convolution of this network`);
  return layer;
}

/** P3's 3×3 and its head as a network of their own, which reads the merged map: the same weights. */
function tailOf(main: Network): Network {
  const onP3 = (layer: LayerSpec): LayerSpec => ({ ...layer, inputs: layer.inputs?.map((name) => (name === "input" ? "p3" : name)) });
  const layers: LayerSpec[] = [{ type: "conv", name: "p3", out: PYRAMID_CHANNELS, kernel: 3, pad: "same" }, ...retinanetHead().map(onP3)];
  const weights = layers.flatMap(({ type, name }) => {
    if (type !== "conv") return [];
    const own = convOf(main, name === "p3" ? name : `p3/${name}`);
    const [channels] = own.inShapes[0];
    return [[name, { weight: { shape: [own.shape[0], channels, own.kernel, own.kernel], data: own.weight }, bias: own.bias }] as const];
  });
  return createNetwork({ inputShape: [PYRAMID_CHANNELS, FINE, FINE], layers, weights: Object.fromEntries(weights) });
}

/** The length of a map's vector in each cell. */
function lengths({ shape, data }: Tensor): Float32Array {
  const cells = shape[1] * shape[2];
  return Float32Array.from({ length: cells }, (_, cell) => {
    let sum = 0;
    for (let c = 0; c < shape[0]; c++) sum += data[c * cells + cell] ** 2;
    return Math.sqrt(sum);
  });
}

/** The detections of these maps, each with the level whose anchor has its very score. */
function foundOn(maps: Readonly<Record<string, Tensor>>): Found[] {
  const rows = RETINANET_LEVELS.map(({ name }) => anchorRows(maps[`${name}/cls`], VOC_CLASSES.length));
  return decodeRetinaNet(maps, SHOWN).map(({ label, score, box }) => ({
    label,
    score,
    box,
    level: rows.findIndex((list) => list.some((logit, i) => i % VOC_CLASSES.length === label && sigmoid(logit) === score)),
  }));
}

const NAMES = [BACKBONE_TOP, "l3", "l4", "up3", "p4", "p5", "p4/cls", "p4/box", "p5/cls", "p5/box"];

/** Everything the pyramid makes of one scene, and what P3 becomes when a part of its sum is left out. */
export async function lookedOf(
  { pixels, drawing, objects }: EmojiScene,
  detector: Awaited<ReturnType<TaskContext["models"]["detector"]>>,
  pause: () => Promise<void>,
): Promise<Looked> {
  const { main } = detector.networks;
  const outputs = await layerOutputs(main, [pixels], NAMES);
  const maps = Object.fromEntries(NAMES.map((name, i) => [name, outputs[i][0]]));
  await pause();
  const { l3, up3 } = maps;
  const sums = WAYS.map((way) => {
    const [lateral, down] = [way === "full" || way === "noTopDown", way === "full" || way === "noLateral"];
    return { shape: l3.shape, data: l3.data.map((value, i) => (lateral ? value : 0) + (down ? up3.data[i] : 0)) };
  });
  const tail = createGpuNetwork(tailOf(main.network));
  const [onP3, classes, boxes] = await mapOutputs(tail, sums, ["p3", "cls", "box"]);
  tail.dispose();
  await pause();
  const byWay = <T>(make: (i: number) => T) => Object.fromEntries(WAYS.map((way, i) => [way, make(i)])) as Record<Way, T>;
  const conv = convOf(main.network, "l3");
  return {
    seen: pixels,
    drawing,
    objects: objects.map(({ label, box }) => ({ label, box })),
    read: Float32Array.from(maps[BACKBONE_TOP].data),
    weight: Float32Array.from(conv.weight),
    bias: Float32Array.from(conv.bias),
    coarse: Float32Array.from(maps.l4.data),
    p3: byWay((i) => lengths(onP3[i])),
    p4: lengths(maps.p4),
    p5: lengths(maps.p5),
    found: byWay((i) => foundOn({ ...maps, "p3/cls": classes[i], "p3/box": boxes[i] })),
  };
}

export const tasks = defineTasks({
  /** The pyramid of one scene: its maps, and what is found with and without each part of P3. */
  async look(asked: Asked, { models, pictures, pause }: TaskContext): Promise<Looked> {
    const [detector, atlases] = await Promise.all([models.detector("retinanet"), pictures.atlases(false)]);
    const scene = shownScene(asked, atlases);
    await pause();
    return lookedOf(scene, detector, pause);
  },
});
