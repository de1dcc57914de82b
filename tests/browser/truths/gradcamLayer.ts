import { SCENES } from "@/content/topics/grad-cam/challenges/gradcam-layer/bank";
import type { Truth, View } from "@/content/topics/grad-cam/challenges/gradcam-layer/instance";
import { DEPTHS, LAST } from "@/content/topics/grad-cam/challenges/gradcam-layer/recording";
import { expert } from "@/content/topics/grad-cam/challenges/gradcam-layer/rivals";
import { averagedMap, layerScene, newHead } from "@/content/topics/grad-cam/layerRecord";
import { networkInput } from "@/lib/engine/detectors/input";
import { gpuSubject, gradCamGpu, type GpuSubject } from "@/lib/engine/explain/gpu";
import { createGpuNetwork, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { Material, Reckoned } from "./reckoned";

/** The order that who knows gives when the board's maps are those of the backend's own passes. */
export async function gradcamLayer(view: View, truth: Truth, { gpu, atlases }: Material): Promise<Reckoned> {
  const record = SCENES[view.place];
  const image = networkInput(layerScene(record.number, atlases).pixels, SCENE_SIDE);
  const ask = (of: GpuNetwork, object: number) => gpuSubject({ gpu: of, image, target: { logit: record.objects[object].label } });
  const mapOf = async (subject: GpuSubject, layer: string) => averagedMap((await gradCamGpu(subject, { layer })).map);
  const redrawn = createGpuNetwork(newHead(gpu.network, record.number, record.head));
  // A subject keeps its pass: the maps of all layers come from one.
  const [own, other, random] = [ask(gpu, record.asked), ask(gpu, 1 - record.asked), ask(redrawn, record.asked)];
  const maps: View["maps"][number][] = [];
  for (const { id } of view.maps) {
    const depth = truth.order.indexOf(id);
    const cells = depth >= 0 ? mapOf(own, DEPTHS[truth.depths[depth]]) : mapOf(id === truth.other ? other : random, DEPTHS[LAST]);
    maps.push({ id, cells: await cells });
  }
  for (const subject of [own, other, random]) subject.dispose();
  redrawn.dispose();
  const answer = expert({ ...view, maps });
  return { said: answer, expected: { order: truth.order, other: truth.other, random: truth.random }, answer };
}
