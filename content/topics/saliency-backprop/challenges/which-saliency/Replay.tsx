"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { ScrollFrame } from "@/lib/ui/components";
import { josa, num } from "@/lib/words";
import type { Answer, Step, Truth, View } from "./challenge";
import { levelOf } from "./instance";
import { MapPair } from "./MapTile";
import { askedName, NAME, numbersOf, otherName, reasonOf } from "./words";

const WORDS = {
  table: { ko: "맵에서 읽은 값", en: "What is read off the maps" },
  map: { ko: "맵", en: "Map" },
  method: { ko: "방법", en: "Method" },
  mine: { ko: "내 답", en: "Yours" },
  said: { ko: "답", en: "Answer" },
  rough: { ko: "거칠기", en: "Roughness" },
  half: { ko: "열기의 절반", en: "Half the heat" },
  numbers: { ko: "수", en: "Numbers" },
  twin: { ko: "두 맵의 닮음", en: "Likeness" },
} satisfies Record<string, Text>;

/** Each map with its name and why, one a step; the readings of all of them below. */
export function Replay({ instance: { view }, grade, own, locale }: ReplayProps<View, Truth, Answer, Step>) {
  const { steps } = grade;
  const level = levelOf(view);
  const mapOf = (i: number) => view.maps[i];
  const captions = steps.map(({ id, name }, i) => {
    const said = reasonOf(view, mapOf(i), name)[locale];
    return locale === "ko"
      ? `맵 ${josa(id, "은/는")} ${josa(NAME[name].ko, "이에요/예요")}. ${said}`
      : `Map ${id} is ${NAME[name].en}. ${said}`;
  });
  const missteps = steps.flatMap(({ id, name, said }, at): Misstep[] =>
    name === said ? [] : [{ id, at, label: `✗ ${id}`, spoken: said ? NAME[said][locale] : "–" }],
  );
  const heads = [
    WORDS.map,
    WORDS.method,
    own ? WORDS.mine : WORDS.said,
    ...(level > 3 ? [WORDS.numbers] : [WORDS.rough, WORDS.half, askedName(view), otherName(view), ...(level === 3 ? [WORDS.twin] : [])]),
  ];
  return (
    <ReplayFrame
      captions={captions}
      missteps={missteps}
      locale={locale}
      picture={(at) => (
        <div className={`mx-auto w-full ${level === 3 ? "max-w-[34rem]" : "max-w-[22rem]"}`} data-shown={steps[at].id}>
          <MapPair view={view} map={mapOf(at)} locale={locale} />
        </div>
      )}
      below={(at) => (
        <ScrollFrame label={WORDS.table[locale]}>
          <table className="w-full border-collapse text-sm" data-testid="readings">
            <thead>
              <tr className="text-left text-ink-2">
                {heads.map((head, i) => (
                  <th key={i} scope="col" className="whitespace-nowrap px-2 py-1 font-medium">
                    {head[locale]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {steps.map(({ id, name, said }, i) => {
                const map = mapOf(i);
                const cells =
                  level > 3
                    ? [
                        numbersOf(map)
                          .map((text) => text[locale])
                          .join(" · "),
                      ]
                    : [
                        num(map.rough),
                        `${num(map.spread / 10, 1)}%`,
                        `${map.own}%`,
                        `${map.other}%`,
                        ...(map.twin ? [num(map.twin.likeness / 100, 2)] : []),
                      ];
                return (
                  <tr key={id} data-row={id} className={`border-t border-line tabular-nums ${i === at ? "bg-brand-wash" : ""}`}>
                    <th scope="row" className="px-2 py-1 text-left font-bold text-ink">
                      {id}
                    </th>
                    <td className="px-2 py-1 text-ink">{NAME[name][locale]}</td>
                    <td className={`px-2 py-1 ${name === said ? "text-ink-2" : "font-semibold text-bad"}`}>
                      {name === said ? "✓" : "✗"} {said ? NAME[said][locale] : "–"}
                    </td>
                    {cells.map((cell, k) => (
                      <td key={k} className="whitespace-nowrap px-2 py-1 text-ink-2">
                        {cell}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollFrame>
      )}
    />
  );
}
