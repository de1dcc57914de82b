"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { View } from "./instance";
import { hundredths, placeOf } from "./words";

const WORDS = {
  caption: { ko: "칸이 낸 수", en: "What the cells give" },
  box: { ko: "상자", en: "Box" },
  confidence: { ko: "확신값", en: "conf." },
} satisfies Record<string, Text>;

/** The numbers of every cell: a row a box, and the class values that the boxes of a cell share. */
export function NumberTable({ view, lit = null, locale }: { readonly view: View; readonly lit?: string | null; readonly locale: Locale }) {
  const scored = view.classes.length > 0;
  const heads = ["x", "y", "w", "h", ...(scored ? [WORDS.confidence[locale]] : [])];
  return (
    <table className="w-full table-fixed border-collapse text-center text-sm tabular-nums text-ink">
      <caption className="pb-1 text-left text-sm font-medium text-ink">{WORDS.caption[locale]}</caption>
      <thead>
        <tr className="text-ink-2">
          <th scope="col" className="!min-w-0 !p-0 !py-1 text-left font-medium">
            {WORDS.box[locale]}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="!min-w-0 !p-0 !py-1 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {view.cells.map((cell, c) => (
        <tbody key={c}>
          <tr>
            <th
              scope="rowgroup"
              colSpan={heads.length + 1}
              className="!min-w-0 border-t-2 border-line-strong !p-0 !pt-1.5 text-left font-semibold"
            >
              {placeOf(cell)[locale]}
              {scored ? (
                <span className="block font-normal text-ink-2">
                  {view.classes.map((cls, k) => `${CLASS_NAMES[cls][locale]}\u00a0${hundredths(cell.values[k])}`).join(" · ")}
                </span>
              ) : null}
            </th>
          </tr>
          {cell.boxes.map(({ x, y, w, h, confidence }, b) => (
            <tr key={b} className={lit === `${c} ${b}` ? "bg-brand-wash font-semibold" : ""}>
              <th scope="row" className="!min-w-0 !p-0 !py-1 text-left font-medium">
                {b + 1}
              </th>
              {[x, y, w, h, ...(scored ? [confidence] : [])].map((value, i) => (
                <td key={i} className="!min-w-0 !p-0 !py-1 font-mono">
                  {hundredths(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
