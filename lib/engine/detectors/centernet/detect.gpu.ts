import { multiplications } from "../../nets/cost";
import { createGpuNetwork } from "../../nets/network.gpu";
import { INPUT_SHAPE } from "../backbone";
import { CENTERNET_OUTPUTS, CENTERNET_STRIDE } from "./layers";
import { decodeCenterNet } from "./maps";
import { layerOutputs } from "../outputs.gpu";
import type { DetectorKind } from "../loaded.gpu";

/** CenterNet (arXiv:1904.07850). Parts: heatmap [20, 28, 28] logits, offset and size [2, 28, 28] in cells (size as logarithm). */
export const CENTERNET: DetectorKind = {
  name: "centernet",
  shown: 0.3,
  evaluated: 0.01,
  load({ networks }) {
    const main = createGpuNetwork(networks.main.network);
    return {
      networks: { main },
      cost: { fixed: multiplications(networks.main.network), each: 0, candidates: (INPUT_SHAPE[1] / CENTERNET_STRIDE) ** 2 },
      dispose: () => main.dispose(),
      async detect(pictures, { score = CENTERNET.shown } = {}) {
        const [heatmap, offset, size] = await layerOutputs(main, pictures, CENTERNET_OUTPUTS);
        return pictures.map((_, i) => {
          const parts = { heatmap: heatmap[i], offset: offset[i], size: size[i] };
          return { detections: decodeCenterNet(parts, { score, topK: 100 }), passes: 1, parts };
        });
      },
    };
  },
};
