/** The explainers' TF.js twins on the shipped classifier: each method as a multiple of one forward pass, per backend. */
import { readFileSync } from "node:fs";
import { networkInput } from "@/lib/engine/detectors/input";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { loadSources } from "@/scripts/training/data";
import { NODE_BACKENDS, switchBackend } from "./backends";
import { demandAgreement, EXPLAIN_GOAL, explainContestants } from "./explain-methods";
import type { Benchmark } from "./timing";

const FOLDER = "public/models/classifier";
const TOLERANCE = 1e-4;

export const benchmarks: readonly Benchmark[] = NODE_BACKENDS.map((backend) => ({
  name: `explaining a picture with the classifier, TF.js ${backend}: multiples of one forward pass`,
  goal: EXPLAIN_GOAL,
  // A few milliseconds each: more of them, so that one disturbance does not decide.
  rounds: backend === "wasm" ? 31 : 7,
  async prepare() {
    const stored = unpackModel(
      JSON.parse(readFileSync(`${FOLDER}/model.json`, "utf8")) as ModelFile,
      readFileSync(`${FOLDER}/weights.bin`),
    );
    const { network } = stored.networks.main;
    const { pixels } = emojiScene("bench/0", { atlases: (await loadSources()).train });
    const image = networkInput(pixels, network.inputShape[1]);
    await switchBackend(backend);
    await demandAgreement(network, image, backend, TOLERANCE);
    return {
      ...explainContestants(network, image),
      checked: `saliency, guided backpropagation and Grad-CAM agree with the plain code to ${TOLERANCE} of the largest value`,
    };
  },
}));
