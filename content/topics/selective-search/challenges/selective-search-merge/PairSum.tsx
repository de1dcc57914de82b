import { Sum, type SumLine } from "@/lib/ui/simulation";
import type { Locale } from "@/lib/challenges/text";
import { percent } from "@/lib/words";
import { tableOf, type Measure, type View } from "./instance";
import { paint, PALETTE } from "./palette";
import { MEASURE_NAMES, two } from "./words";

/** What the engine knows of the two regions of a pair. */
function sidesOf(view: View, names: readonly string[], pair: readonly string[]) {
  const table = tableOf(view, names);
  const [a, b] = pair.map((name) => names.indexOf(name));
  const shares = (row: number) => Array.from(table.colour.subarray(row * PALETTE.length, (row + 1) * PALETTE.length));
  const side = (from: 0 | 1, pick: typeof Math.max) => pick(table.boxes[4 * a + from], table.boxes[4 * b + from]);
  const end = (from: 2 | 3) => Math.max(table.boxes[4 * a + from], table.boxes[4 * b + from]);
  return {
    shares: [shares(a), shares(b)] as const,
    sizes: [table.sizes[a], table.sizes[b]] as const,
    box: [end(2) - side(0, Math.min), end(3) - side(1, Math.min)] as const,
    all: table.imageSize,
  };
}

export interface PairSumProps {
  readonly view: View;
  readonly names: readonly string[];
  readonly pair: readonly string[];
  /** Adds them up; without it the sum is the learner's to make. */
  readonly total?: boolean;
  readonly locale: Locale;
}

/** The measures of one pair, from the shares of its colours, its tiles and the box around both. */
export function PairSum({ view, names, pair, total = false, locale }: PairSumProps) {
  const { shares, sizes, box, all } = sidesOf(view, names, pair);
  const ko = locale === "ko";
  const used = PALETTE.flatMap((_, i) => (shares[0][i] + shares[1][i] > 0 ? [i] : []));
  const both = used.map((i) => Math.min(shares[0][i], shares[1][i]));
  const tiles = sizes[0] + sizes[1];
  const area = box[0] * box[1];
  const values: Readonly<Record<Measure, number>> = {
    colour: both.reduce((sum, share) => sum + share, 0),
    size: 1 - tiles / all,
    fill: 1 - (area - tiles) / all,
  };
  const sums: Readonly<Record<Measure, string>> = {
    colour: `${both.map(two).join(" + ")} = ${two(values.colour)}`,
    size: `1 − (${sizes.join("+")})/${all} = ${two(values.size)}`,
    fill: `1 − (${box.join("×")}−${sizes.join("−")})/${all} = ${two(values.fill)}`,
  };
  const lines = view.measures.map((name): SumLine => ({ name: MEASURE_NAMES[name][locale], sum: sums[name] }));
  const sum = view.measures.reduce((so, name) => so + values[name], 0);
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="sr-only">{ko ? "두 영역의 색" : "Colours of the two regions"}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{ko ? "색" : "Colour"}</th>
            {pair.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((i) => (
            <tr key={i}>
              <th scope="row" className="w-px whitespace-nowrap pr-2 text-left font-normal text-ink-2">
                {PALETTE[i].name[locale]}
              </th>
              {pair.map((name, side) => (
                <td key={name} className="w-1/2 py-0.5 pr-2">
                  <span className="flex items-center gap-1.5">
                    <span aria-hidden="true" className="font-mono text-xs font-semibold text-ink-2">
                      {name}
                    </span>
                    <span aria-hidden="true" className="relative h-3.5 flex-1 overflow-hidden rounded-sm bg-paper-3">
                      <span
                        className="absolute inset-y-0 left-0 border border-ink/40"
                        style={{ width: `${100 * shares[side][i]}%`, background: paint(i) }}
                      />
                    </span>
                    <span className="w-9 text-right">{percent(shares[side][i])}</span>
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Sum quiet lines={total && lines.length > 1 ? [...lines, { name: ko ? "합" : "sum", sum: two(sum), result: true }] : lines} />
    </div>
  );
}
