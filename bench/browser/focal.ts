import * as tf from "@tensorflow/tfjs-core";
import { sigmoidFocalLoss } from "@/lib/engine/losses";
import { sigmoidFocalLossTensor } from "@/lib/engine/losses/focal-loss.gpu";
import { uniform } from "../scenes";
import { demand } from "../timing";
import type { BrowserBenchmark } from "./benchmark";

const N = 100_000;
const OPTIONS = { alpha: 0.25, gamma: 2, reduction: "sum" } as const;

export const benchmarks: readonly BrowserBenchmark[] = [
  {
    name: "focal loss forward + backward, 100,000 anchors, in Chromium",
    rounds: 15,
    async prepare(backends) {
      const logits = uniform(N, -6, 2, "focal/logits");
      const targets = uniform(N, 0, 1, "focal/targets").map((v) => (v < 0.002 ? 1 : 0));
      const own = sigmoidFocalLoss(logits, targets, OPTIONS);
      const twin = async (): Promise<ArrayLike<number>> => {
        const x = tf.tensor1d(logits);
        const t = tf.tensor1d(targets);
        const { value, grad } = tf.valueAndGrad((z) => sigmoidFocalLossTensor(z, t, OPTIONS) as tf.Scalar)(x);
        await value.data();
        const gradient = await grad.data();
        tf.dispose([x, t, value, grad]);
        return gradient;
      };
      for (const { name, select } of backends) {
        await select();
        const gradient = await twin();
        demand(
          own.gradient.every((g, i) => Math.abs(g - gradient[i]) < 1e-5 + 1e-3 * Math.abs(g)),
          `the ${name} twin's gradient agrees`,
        );
      }
      return {
        contestants: [
          { label: "engine, plain TypeScript", run: () => sigmoidFocalLoss(logits, targets, OPTIONS) },
          ...backends.map(({ label, select }) => ({
            label: `TF.js twin (${label})`,
            async run() {
              await select();
              await twin();
            },
          })),
        ],
        checked: `the gradient agrees to 1e-3 on ${backends.map(({ name }) => name).join(", ")}`,
      };
    },
  },
];
