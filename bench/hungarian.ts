import { assign } from "@/lib/engine/match";
import { uniform } from "./scenes";
import { demand, type Benchmark } from "./timing";

/** One call is too short to time alone: so many entries at once. */
const ENTRIES = 400_000;

function square(rows: number, columns: number): Benchmark {
  const calls = ENTRIES / (rows * columns);
  return {
    name: `Hungarian ${rows}×${columns}`,
    rounds: 31,
    prepare() {
      const cost = Float64Array.from(uniform(rows * columns, 0, 1, `cost/${rows}/${columns}`));
      const { total, rows: pairs } = assign(cost, rows, columns);
      demand(pairs.length === Math.min(rows, columns) && total > 0, "every row or column is assigned");
      return {
        contestants: [
          {
            label: "engine assign",
            run() {
              for (let i = 0; i < calls; i++) assign(cost, rows, columns);
            },
          },
        ],
        per: calls,
        peer: { call: "linear_sum_assignment", arrays: { cost: { shape: [rows, columns], data: cost } }, params: { total } },
        checked: `total cost ${total.toFixed(6)} (the peer must find the same)`,
      };
    },
  };
}

export const benchmarks: readonly Benchmark[] = [square(100, 100), square(100, 20)];
