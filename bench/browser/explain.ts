/** The explainers on every backend of the browser: each method as a multiple of that backend's forward pass. */
import { networkInput } from "@/lib/engine/detectors/input";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { emojiScene, readAtlas } from "@/lib/engine/scenes/emoji";
import { BACKENDS } from "@/lib/engine/tensor/backends";
import { demandAgreement, EXPLAIN_GOAL, explainContestants } from "../explain-methods";
import { demand } from "../timing";
import type { BrowserBenchmark } from "./benchmark";

const TOLERANCES = { webgpu: 1e-3, webgl: 1e-3, wasm: 1e-4, cpu: 1e-4 } as const;

export async function bytesOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  demand(response.ok, `${url} is served`);
  return new Uint8Array(await response.arrayBuffer());
}

export const benchmarks: readonly BrowserBenchmark[] = BACKENDS.map((name) => ({
  name: `explaining a picture with the classifier, ${name} in Chromium: multiples of one forward pass`,
  goal: EXPLAIN_GOAL,
  rounds: name === "wasm" ? 31 : 7,
  async prepare(backends) {
    const backend = backends.find((started) => started.name === name);
    if (!backend) return { contestants: [], checked: "not measured: the browser lacks this backend" };
    const file = JSON.parse(new TextDecoder().decode(await bytesOf("/models/classifier/model.json"))) as ModelFile;
    const { network } = unpackModel(file, await bytesOf("/models/classifier/weights.bin")).networks.main;
    const { pixels } = emojiScene("bench/0", { atlases: [await readAtlas(await bytesOf("/emojivoc/noto.bin"))] });
    const image = networkInput(pixels, network.inputShape[1]);
    await backend.select();
    await demandAgreement(network, image, name, TOLERANCES[name]);
    const { contestants, release } = explainContestants(network, image);
    const [first, ...others] = contestants;
    return {
      contestants: [{ ...first, label: `${first.label} (${backend.label})` }, ...others],
      checked: `saliency, guided backpropagation and Grad-CAM agree with the plain code to ${TOLERANCES[name]} of the largest value`,
      release,
    };
  },
}));
