import { decodeYolo } from "../../match";
import { multiplications } from "../../nets/cost";
import { createGpuNetwork } from "../../nets/network.gpu";
import { layerOutputs } from "../outputs.gpu";
import type { DetectorKind } from "../loaded.gpu";
import { yoloGrid } from "./grid";
import { YOLO_HEAD } from "./layers";

/** IoU above which the weaker of two boxes of one class is dropped. */
const OVERLAP = 0.5;

/** YOLOv1 (arXiv:1506.02640). Parts: grid [30, 7, 7]: two boxes (x, y, w, h, confidence) and twenty classes a cell. */
export const YOLO: DetectorKind = {
  name: "yolo",
  shown: 0.15,
  evaluated: 0.005,
  load({ networks }) {
    const main = createGpuNetwork(networks.main.network);
    return {
      networks: { main },
      cost: { fixed: multiplications(networks.main.network), each: 0, candidates: YOLO_HEAD.S ** 2 * YOLO_HEAD.B },
      dispose: () => main.dispose(),
      async detect(pictures, { score = YOLO.shown } = {}) {
        const [grids] = await layerOutputs(main, pictures, ["grid"]);
        return grids.map((grid) => {
          const { detections } = decodeYolo(yoloGrid(grid), YOLO_HEAD, { score, nms: OVERLAP });
          return { detections, passes: 1, parts: { grid } };
        });
      },
    };
  },
};
