import type { Locale } from "@/lib/challenges/text";
import { Sum } from "@/lib/ui/simulation";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { ColourBins } from "./ColourBins";
import { CHANNELS, MEASURES, type Grown, type Measure, type PairRow, type SPACES } from "./question";
import { around, channelBins, totalOf, valueOf } from "./simulationModel";

const MEASURE_WORDS: Readonly<Record<Measure, { readonly ko: string; readonly en: string }>> = {
  colour: { ko: "색", en: "colour" },
  texture: { ko: "질감", en: "texture" },
  size: { ko: "크기", en: "size" },
  fill: { ko: "채움", en: "fill" },
};

// A lesson's own tables are wider than what fits beside a picture.
const HEAD = "min-w-0! bg-transparent! py-1! font-semibold!";
const CELL = "min-w-0! py-1.5! pr-0! pl-1.5!";

export interface PairTableProps {
  readonly rows: readonly PairRow[];
  readonly measures: readonly Measure[];
  readonly locale: Locale;
}

/** The touching pairs that are most alike, with their four numbers. Those that are not added stand in brackets. */
export function PairTable({ rows, measures, locale }: PairTableProps) {
  const ko = locale === "ko";
  return (
    <table className="w-full border-collapse text-right text-sm tabular-nums" data-testid="pair-table">
      <caption className="pb-1 text-left text-ink-2">
        {ko ? "다음에 합쳐질 짝과 그 뒤를 잇는 짝" : "The pair that merges next, and the runners-up"}
      </caption>
      <thead>
        <tr className="border-b border-line text-ink-2">
          <th scope="col" className={`${HEAD} pl-0! text-left!`}>
            {ko ? "영역" : "Regions"}
          </th>
          {MEASURES.map((name) => (
            <th key={name} scope="col" className={`${HEAD} pr-0! pl-1.5! text-right!`}>
              {MEASURE_WORDS[name][locale]}
            </th>
          ))}
          <th scope="col" className={`${HEAD} pr-0! pl-1.5! text-right!`}>
            {ko ? "합" : "Sum"}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i} className={i === 0 ? "font-bold text-ink" : "text-ink-2"}>
            <th scope="row" className="min-w-0! bg-transparent! px-0! py-1.5! text-left! font-inherit!">
              {row[0]}–{row[1]}
            </th>
            {MEASURES.map((name) => (
              <td key={name} className={CELL}>
                {measures.includes(name) ? valueOf(row, name).toFixed(2) : `(${valueOf(row, name).toFixed(2)})`}
              </td>
            ))}
            <td className={CELL}>{totalOf(row, measures).toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The arithmetic of the pair that merges next. */
export function PairArithmetic({
  grown,
  row,
  space,
  measures,
  locale,
}: { readonly grown: Grown; readonly row: PairRow; readonly space: (typeof SPACES)[number] } & Omit<PairTableProps, "rows">) {
  const channels = channelBins(grown, row[0], row[1]);
  const all = SCENE_SIDE * SCENE_SIDE;
  const [a, b] = [grown.sizes[row[0]], grown.sizes[row[1]]];
  const [x1, y1, x2, y2] = around(grown.boxes[row[0]], grown.boxes[row[1]]);
  const two = (name: Measure) => valueOf(row, name).toFixed(2);
  const sums: Readonly<Record<Measure, string>> = {
    colour: `${channels.length > 1 ? channels.map(({ overlap }) => overlap.toFixed(2)).join(" + ") : "Σ min"} = ${two("colour")}`,
    texture: `Σ min(t${row[0]}, t${row[1]}) = ${two("texture")}`,
    size: `1 − (${a} + ${b}) / ${all} = ${two("size")}`,
    fill: `1 − (${x2 - x1}×${y2 - y1} − ${a} − ${b}) / ${all} = ${two("fill")}`,
  };
  return (
    <div className="flex flex-col gap-3" data-testid="pair-sum">
      {measures.includes("colour") ? <ColourBins channels={channels} names={CHANNELS[space]} pair={row} locale={locale} /> : null}
      <Sum
        lines={[
          ...measures.map((name) => ({ name: MEASURE_WORDS[name][locale], sum: sums[name] })),
          { name: locale === "ko" ? "합" : "sum", sum: totalOf(row, measures).toFixed(2), result: true },
        ]}
      />
    </div>
  );
}
