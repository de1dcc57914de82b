"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { ScrollFrame } from "@/lib/ui/components";
import { num, unbroken } from "@/lib/words";
import type { Runner } from "./instance";
import { RUNNERS, titleOf } from "./runners";
import { inUnits } from "./words";

const WORDS = {
  caption: { ko: "경주하는 검출기와 그 곱셈", en: "Who races, and what it multiplies" },
  runner: { ko: "검출기", en: "Detector" },
  fixed: { ko: "기본", en: "Fixed" },
  each: { ko: "후보마다", en: "Per proposal" },
  boxes: { ko: "보는 상자", en: "Boxes looked at" },
} satisfies Record<string, Text>;

/** Who runs, how each looks for objects, and the figures that its cost is made of. */
export function RunnerTable({ runners, locale }: { readonly runners: readonly Runner[]; readonly locale: Locale }) {
  const head = "!min-w-0 !px-1.5 py-1 text-right font-medium";
  const cell = "px-1.5 py-1 text-right align-top font-mono tabular-nums";
  return (
    <ScrollFrame label={WORDS.caption[locale]}>
      <table className="w-full text-left text-sm text-ink">
        <caption className="sr-only">{WORDS.caption[locale]}</caption>
        <thead>
          <tr className="text-ink-2">
            <th scope="col" className="!min-w-0 py-1 font-medium">
              {WORDS.runner[locale]}
            </th>
            <th scope="col" className={head}>
              {WORDS.fixed[locale]}
            </th>
            <th scope="col" className={head}>
              {WORDS.each[locale]}
            </th>
            <th scope="col" className={head}>
              {WORDS.boxes[locale]}
            </th>
          </tr>
        </thead>
        <tbody>
          {runners.map(({ name, fixed, each, boxes }) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="!min-w-0 py-1 font-normal">
                <span className="block font-semibold">{unbroken(titleOf(name))}</span>
                <span className="block text-xs text-ink-2">{unbroken(RUNNERS[name].how[locale])}</span>
              </th>
              <td className={cell}>{fixed > 0 ? inUnits(fixed, locale) : "0"}</td>
              <td className={cell}>{each > 0 ? inUnits(each, locale, "each") : "–"}</td>
              <td className={cell}>{num(boxes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
