import { sigmoidFocalLoss } from "@/lib/engine/losses";
import { sigmoidFocalLossTensor } from "@/lib/engine/losses/focal-loss.gpu";
import { NODE_BACKENDS, switchBackend, tf } from "./backends";
import { uniform } from "./scenes";
import { demand, type Benchmark } from "./timing";

const N = 100_000;
const OPTIONS = { alpha: 0.25, gamma: 2, reduction: "sum" } as const;

export const benchmarks: readonly Benchmark[] = [
  {
    name: "focal loss forward + backward, 100,000 anchors",
    rounds: 15,
    async prepare() {
      const logits = uniform(N, -6, 2, "focal/logits");
      const targets = uniform(N, 0, 1, "focal/targets").map((v) => (v < 0.002 ? 1 : 0));
      const own = sigmoidFocalLoss(logits, targets, OPTIONS);
      const twin = async (backend: (typeof NODE_BACKENDS)[number]) => {
        await switchBackend(backend);
        const x = tf.tensor1d(logits);
        const t = tf.tensor1d(targets);
        const { value, grad } = tf.valueAndGrad((z) => sigmoidFocalLossTensor(z, t, OPTIONS) as tf.Scalar)(x);
        const answer = { value: (await value.data())[0], gradient: await grad.data() };
        tf.dispose([x, t, value, grad]);
        return answer;
      };
      for (const backend of NODE_BACKENDS) {
        const { gradient } = await twin(backend);
        demand(
          own.gradient.every((g, i) => Math.abs(g - gradient[i]) < 1e-5 + 1e-3 * Math.abs(g)),
          `the ${backend} twin's gradient agrees`,
        );
      }
      return {
        contestants: [
          { label: "engine sigmoidFocalLoss", run: () => sigmoidFocalLoss(logits, targets, OPTIONS) },
          ...NODE_BACKENDS.map((backend) => ({ label: `TF.js twin (${backend})`, run: () => twin(backend) })),
        ],
        peer: {
          call: "focal_loss",
          arrays: { logits: { shape: [N], data: logits }, targets: { shape: [N], data: targets } },
          params: { alpha: OPTIONS.alpha, gamma: OPTIONS.gamma },
        },
        checked: "every gradient agrees with the twins to 1e-3",
      };
    },
  },
];
