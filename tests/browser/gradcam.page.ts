/** The page of grad-cam.spec.ts: scenes of the bank reckoned anew in a browser, in plain TypeScript and on a backend. */
import * as tf from "@tensorflow/tfjs-core";
import { SCENES } from "@/content/topics/grad-cam/challenges/gradcam-regions/bank";
import { packScene, type SceneSet } from "@/content/topics/grad-cam/challenges/gradcam-regions/recording";
import { SCENES as LAYER_SCENES } from "@/content/topics/grad-cam/challenges/gradcam-layer/bank";
import { shownOf } from "@/content/topics/grad-cam/challenges/gradcam-layer/draw";
import { scoreOfAnswer } from "@/content/topics/grad-cam/challenges/gradcam-layer/instance";
import { DEPTHS, LAST, packLayers } from "@/content/topics/grad-cam/challenges/gradcam-layer/recording";
import { expert } from "@/content/topics/grad-cam/challenges/gradcam-layer/rivals";
import { averagedMap, layerScene, layersAgain, newHead } from "@/content/topics/grad-cam/layerRecord";
import { recordAgain, wholeMap } from "@/content/topics/grad-cam/record";
import { networkInput } from "@/lib/engine/detectors/input";
import { camGpu, gpuSubject, gradCamGpu } from "@/lib/engine/explain/gpu";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { Backend } from "@/lib/engine/tensor/backends";
import { classifier, learntDrawings, start } from "./onBackend";

const material = async () => ({ network: await classifier(), atlases: await learntDrawings() });

/** The places, of every `each`-th scene, whose record differs from the bank in any number, gradients left out; and how many were looked at. */
async function plainlyAgain(each: number): Promise<{ readonly seen: number; readonly differ: readonly string[] }> {
  const { network, atlases } = await material();
  const differ: string[] = [];
  let seen = 0;
  for (const [set, records] of Object.entries(SCENES) as [SceneSet, (typeof SCENES)[SceneSet]][]) {
    for (let place = 0; place < records.length; place += each, seen++) {
      const { record } = recordAgain(network, set, records[place], atlases);
      const again = packScene({ ...record, grads: records[place].grads });
      if (again.join() !== packScene(records[place]).join()) differ.push(`${set} ${place}`);
    }
  }
  return { seen, differ };
}

/** The places, of every `each`-th scene of the bank of layers, whose record differs in any number; and how many were looked at. */
async function layersPlainly(each: number): Promise<{ readonly seen: number; readonly differ: readonly number[] }> {
  const { network, atlases } = await material();
  const differ: number[] = [];
  let seen = 0;
  for (let place = 0; place < LAYER_SCENES.length; place += each, seen++) {
    const again = layersAgain(network, LAYER_SCENES[place], atlases);
    if (packLayers(again).join() !== packLayers(LAYER_SCENES[place]).join()) differ.push(place);
  }
  return { seen, differ };
}

/**
 * The maps of every `each`-th scene of the bank of layers, on a backend: the largest distance of a cell from the bank's, in 15ths, and the
 * places where who knows answers otherwise from these maps than from the bank's.
 */
async function layersOnBackend(
  backend: Backend,
  each: number,
): Promise<{ readonly backend: string; readonly seen: number; readonly most: number; readonly otherwise: readonly number[] }> {
  await start(backend);
  const { network, atlases } = await material();
  const gpu = createGpuNetwork(network);
  const otherwise: number[] = [];
  let [seen, most] = [0, 0];
  for (let place = 0; place < LAYER_SCENES.length; place += each, seen++) {
    const record = LAYER_SCENES[place];
    const image = networkInput(layerScene(record.number, atlases).pixels, SCENE_SIDE);
    const ask = async (of: typeof gpu, object: number, layers: readonly string[]) => {
      const subject = gpuSubject({ gpu: of, image, target: { logit: record.objects[object].label } });
      const maps: number[][] = [];
      for (const layer of layers) maps.push(averagedMap((await gradCamGpu(subject, { layer })).map));
      subject.dispose();
      return maps;
    };
    const redrawn = createGpuNetwork(newHead(network, record.number, record.head));
    const own = await ask(gpu, record.asked, DEPTHS);
    const [other] = await ask(gpu, 1 - record.asked, [DEPTHS[LAST]]);
    const [random] = await ask(redrawn, record.asked, [DEPTHS[LAST]]);
    redrawn.dispose();
    [...own, other, random].forEach((map, i) => {
      const recorded = [...record.own, record.other, record.random][i];
      map.forEach((v, cell) => (most = Math.max(most, Math.abs(v - recorded[cell]))));
    });
    const { view, truth } = shownOf(place, { ...record, own, other, random }, [1, 2, 3, 4], ["other", "random"], (list) => list);
    if (scoreOfAnswer(view, truth, expert(view)) < 100) otherwise.push(place);
  }
  return { backend: tf.getBackend(), seen, most, otherwise };
}

/** The largest distance of a cell, in 999ths of the map's largest, between the backend's map and the bank's over every `each`-th scene. */
async function onBackend(
  backend: Backend,
  each: number,
): Promise<{ readonly backend: string; readonly seen: number; readonly most: number }> {
  await start(backend);
  const { network, atlases } = await material();
  const gpu = createGpuNetwork(network);
  let [seen, most] = [0, 0];
  for (const [set, records] of Object.entries(SCENES) as [SceneSet, (typeof SCENES)[SceneSet]][]) {
    for (let place = 0; place < records.length; place += each, seen++) {
      const record = records[place];
      const { label } = record.objects[record.asked];
      const subject = gpuSubject({ gpu, image: recordAgain(network, set, record, atlases).image, target: { logit: label } });
      const map = wholeMap((await camGpu(subject, { classIndex: label })).map);
      subject.dispose();
      map.forEach((v, cell) => (most = Math.max(most, Math.abs(v - record.map[cell]))));
    }
  }
  return { backend: tf.getBackend(), seen, most };
}

declare global {
  interface Window {
    plainlyAgain: typeof plainlyAgain;
    onBackend: typeof onBackend;
    layersPlainly: typeof layersPlainly;
    layersOnBackend: typeof layersOnBackend;
  }
}
Object.assign(window, { plainlyAgain, onBackend, layersPlainly, layersOnBackend });
