import type { Locale, Text } from "@/lib/challenges/text";
import { NumberGrid } from "@/lib/ui/boards";
import { num } from "@/lib/words";
import { HILL, type Hills } from "./instance";

const WORDS = {
  map: { ko: "두 언덕의 꼭대기 A, B와 값을 적을 칸 1, 2, 3", en: "The tops A and B of two hills, and the cells 1, 2, 3" },
  table: { ko: "꼭대기에서의 거리²와 언덕의 값", en: "A hill's value by its squared distance from the top" },
  distance: { ko: "거리²", en: "distance²" },
  note: {
    ko: "거리²은 가로 칸 수의 제곱과 세로 칸 수의 제곱을 더한 값이에요. A를 먼저, B를 나중에 그려요.",
    en: "Squared distance: columns apart squared plus rows apart squared. A is drawn first, then B.",
  },
} satisfies Record<string, Text>;

/** The cells of a map with two tops and three cells that are asked, and the table of what the hills give. */
export function HillsMap({ hills, lit = null, locale }: { readonly hills: Hills; readonly lit?: number | null; readonly locale: Locale }) {
  const { side, asked } = hills;
  const tops = hills.hills.map(({ cell }) => cell);
  const rows = [...new Set(hills.hills.flatMap(({ radius }) => Object.keys(HILL[radius]).map(Number)))].sort((a, b) => a - b);
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <NumberGrid
        columns={side}
        values={Array.from({ length: side * side }, () => 0)}
        title={WORDS.map[locale]}
        compact
        look={(cell) => (asked[lit ?? -1] === cell ? "right" : tops.includes(cell) || asked.includes(cell) ? "open" : "plain")}
        mark={(cell) => (tops.includes(cell) ? "AB"[tops.indexOf(cell)] : asked.includes(cell) ? String(asked.indexOf(cell) + 1) : "")}
      />
      <div className="flex max-w-sm flex-col gap-1">
        <table className="w-fit border-collapse text-center text-sm tabular-nums text-ink">
          <caption className="pb-1 text-left text-sm font-medium text-ink">{WORDS.table[locale]}</caption>
          <thead>
            <tr className="text-ink-2">
              <th scope="col" className="!min-w-0 !px-3 !py-0.5 font-medium">
                {WORDS.distance[locale]}
              </th>
              {hills.hills.map(({ radius }, i) => (
                <th key={i} scope="col" className="!min-w-0 !px-3 !py-0.5 font-medium">
                  {`${"AB"[i]} (R = ${radius})`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((distance) => (
              <tr key={distance}>
                <th scope="row" className="!min-w-0 !px-3 !py-0.5 font-mono font-medium">
                  {distance}
                </th>
                {hills.hills.map(({ radius }, i) => (
                  <td key={i} className="!min-w-0 !px-3 !py-0.5 font-mono">
                    {num((HILL[radius][distance] ?? 0) / 100, 2)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="m-0 text-xs text-ink-2">{WORDS.note[locale]}</p>
      </div>
    </div>
  );
}
