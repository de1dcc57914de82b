import { pairwiseIou, pairwiseIouInto } from "@/lib/engine/boxes";
import { pairwiseIouTensor } from "@/lib/engine/boxes/pairwise.gpu";
import { NODE_BACKENDS, tf, switchBackend } from "./backends";
import { boxScene } from "./scenes";
import { demand, type Benchmark } from "./timing";

const N = 8732;
const M = 50;

export const benchmarks: readonly Benchmark[] = [
  {
    name: "pairwise IoU, 8732 × 50",
    rounds: 15,
    async prepare() {
      const a = boxScene(N, "spread").boxes;
      const b = boxScene(M, "clustered").boxes;
      const out = new Float32Array(N * M);
      await switchBackend("wasm");
      const twin = tf.tidy(() => pairwiseIouTensor(tf.tensor2d(a, [N, 4]), tf.tensor2d(b, [M, 4])).dataSync());
      demand(
        pairwiseIou(a, b).every((v, i) => Math.abs(v - twin[i]) < 1e-5),
        "the TF.js twin agrees to 1e-5",
      );
      return {
        contestants: [
          { label: "engine pairwiseIouInto", run: () => pairwiseIouInto(a, b, out) },
          ...NODE_BACKENDS.map((backend) => ({
            label: `TF.js twin (${backend})`,
            async run() {
              await switchBackend(backend);
              const tensors = [tf.tensor2d(a, [N, 4]), tf.tensor2d(b, [M, 4])] as const;
              const matrix = pairwiseIouTensor(...tensors);
              await matrix.data();
              tf.dispose([...tensors, matrix]);
            },
          })),
        ],
        peer: { call: "box_iou", arrays: { a: { shape: [N, 4], data: a }, b: { shape: [M, 4], data: b } } },
        checked: "TF.js twin agrees to 1e-5",
      };
    },
  },
];
