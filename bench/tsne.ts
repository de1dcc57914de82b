import { startTsne, type TsneOptions } from "@/lib/engine/embed";
import { clusteredPoints } from "./scenes";
import { demand, type Benchmark } from "./timing";

const DIMENSIONS = 50;
const PERPLEXITY = 30;
/** scikit-learn's least number; affinities are part of the run on both sides. */
const ITERATIONS = 250;

function benchmark(n: number, method: "exact" | "barnes-hut", goal: string | undefined): Benchmark {
  return {
    name: `t-SNE ${n} points × ${DIMENSIONS}, ${method === "exact" ? "exact" : "Barnes–Hut θ .5"}, per iteration`,
    goal,
    rounds: 7,
    warmUps: 0,
    prepare() {
      const data = clusteredPoints(n, DIMENSIONS);
      const options: TsneOptions = { perplexity: PERPLEXITY, method, theta: 0.5, init: "random", learningRate: 200, seed: "bench" };
      const whole = () => {
        const run = startTsne({ shape: [n, DIMENSIONS], data }, options);
        run.step(ITERATIONS);
        return run.kl();
      };
      const start = startTsne({ shape: [n, DIMENSIONS], data }, options).kl();
      const end = whole();
      demand(end < start, "the divergence falls");
      return {
        contestants: [{ label: `engine, ${ITERATIONS} iterations with affinities, per iteration`, run: whole }],
        per: ITERATIONS,
        peer: {
          call: method === "exact" ? "tsne_exact" : "tsne_barnes_hut",
          arrays: { points: { shape: [n, DIMENSIONS], data } },
          params: { perplexity: PERPLEXITY, angle: 0.5 },
        },
        checked: `KL falls from ${start.toFixed(2)} to ${end.toFixed(2)}`,
      };
    },
  };
}

export const benchmarks: readonly Benchmark[] = [
  benchmark(1000, "exact", "5 ms an iteration or less"),
  benchmark(5000, "barnes-hut", undefined),
];
