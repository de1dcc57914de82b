/** The explainers' TF.js twins on the reference files, on the backends that Node has. */
import { startBackend, type Twin } from "../twin";
import { runTwins } from "./twin-cases";

/** Largest difference allowed on WASM and on the CPU, as a share of the largest value of the array compared. */
export const TWIN_TOLERANCE = 1e-4;

const cnnVisualization: Twin = async (file, backend) => {
  await startBackend(backend);
  return runTwins(file, TWIN_TOLERANCE);
};

export const twins: Readonly<Record<string, Twin>> = { cnn_visualization: cnnVisualization };
