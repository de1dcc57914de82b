import type { Locale, Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import type { View } from "./instance";

const WORDS = {
  caption: { ko: "네 칸의 머리가 낸 수", en: "What the heads give at four cells" },
  heads: {
    ko: ["행, 열", "오프셋 x", "y", "너비", "높이"],
    en: ["row, col.", "offset x", "y", "width", "height"],
  },
  note: { ko: "오프셋과 크기는 칸 단위예요. 두 지도가 함께 써요.", en: "Offsets and sizes are in cells. Both maps share them." },
} satisfies Record<string, Text | { ko: string[]; en: string[] }>;

/** The offset and size of the cells that are listed; rows and columns count from 0. */
export function NumbersTable({ view, lit, locale }: { readonly view: View; readonly lit: number | null; readonly locale: Locale }) {
  return (
    <div className="flex flex-col gap-1">
      <table className="w-full table-fixed border-collapse text-center text-sm tabular-nums text-ink">
        <caption className="pb-1 text-left text-sm font-medium text-ink">{WORDS.caption[locale]}</caption>
        <thead>
          <tr className="text-ink-2">
            {WORDS.heads[locale].map((head) => (
              <th key={head} scope="col" className="!min-w-0 !p-0 !py-1 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.decode?.numbers.map(({ cell, offset, size }) => (
            <tr key={cell} className={cell === lit ? "bg-brand-wash font-semibold" : ""}>
              <th scope="row" className="!min-w-0 !p-0 !py-1 font-mono font-medium">
                {`${Math.floor(cell / view.side)}, ${cell % view.side}`}
              </th>
              {[...offset.map((value) => num(value / 100, 2)), ...size.map((value) => num(value / 10, 1))].map((text, i) => (
                <td key={i} className="!min-w-0 !p-0 !py-1 font-mono">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="m-0 text-xs text-ink-2">{WORDS.note[locale]}</p>
    </div>
  );
}
