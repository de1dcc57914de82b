/** The page of grad-cam.spec.ts: scenes of the bank reckoned anew in a browser, in plain TypeScript and on a backend. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgl";
import "@tensorflow/tfjs-backend-webgpu";
import { SCENES } from "@/content/topics/grad-cam/challenges/gradcam-regions/bank";
import { packScene, type SceneSet } from "@/content/topics/grad-cam/challenges/gradcam-regions/recording";
import { recordAgain, wholeMap } from "@/content/topics/grad-cam/record";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { camGpu, gpuSubject } from "@/lib/engine/explain/gpu";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { readAtlas, TRAIN_STYLES } from "@/lib/engine/scenes/emoji";
import type { Backend } from "@/lib/engine/tensor/backends";

const bytesOf = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

async function material() {
  const file = (await (await fetch("/models/classifier/model.json")).json()) as ModelFile;
  const { network } = unpackModel(file, await bytesOf("/models/classifier/weights.bin")).networks.main;
  return { network, atlases: await Promise.all(TRAIN_STYLES.map(async (style) => readAtlas(await bytesOf(`/emojivoc/${style}.bin`)))) };
}

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

/** The largest distance of a cell, in 999ths of the map's largest, between the backend's map and the bank's over every `each`-th scene. */
async function onBackend(
  backend: Backend,
  each: number,
): Promise<{ readonly backend: string; readonly seen: number; readonly most: number }> {
  setWasmPaths("/wasm/");
  // The threaded build breaks once bundled: its helper refers to a name the bundler changed.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await tf.setBackend(backend))) throw new Error(`the backend ${backend} does not start`);
  await tf.ready();
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
  }
}
Object.assign(window, { plainlyAgain, onBackend });
