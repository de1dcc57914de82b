"use client";

import { useState, type SyntheticEvent } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { Beside, CellGrid } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { SeenSwitch } from "@/lib/ui/scene";
import { list } from "@/lib/words";
import { CELL, inBox, SIDE } from "./cells";
import { ChannelTile } from "./ChannelTile";
import type { Answer, View } from "./challenge";
import { ScenePicture, WIDTH } from "./ScenePicture";
import { askedName, GRIDS, nameOf, WHICH } from "./words";

const WORDS = {
  asked: { ko: "보려는 클래스", en: "Class asked for" },
  decoy: { ko: "장면은 배경일 뿐이에요. 숫자로 답을 정해요.", en: "The scene is only a backdrop. The numbers decide." },
  alphas: { ko: "칸마다 α × 값을 더해요", en: "Add up α × value, cell by cell" },
  on: { ko: "위", en: "on" },
} satisfies Record<string, Text>;
const SIDES = ["hot", "cold"] as const;
type Side = (typeof SIDES)[number];

/** From this share of a cell on, an object is said to stand on it. */
const STANDS = (CELL * CELL) / 4;

/** What stands on a cell, for who does not see the picture. */
function standing({ objects }: View, cell: number, locale: Locale): string {
  const names = objects.filter(({ box }) => inBox(box)[cell] >= STANDS).map(({ label }) => nameOf(label)[locale]);
  if (names.length === 0) return "";
  return locale === "ko" ? `${list(names, locale)} ${WORDS.on.ko}` : `${WORDS.on.en} ${list(names, locale)}`;
}

/** The mark of a chosen cell: a sign as well as a colour, over all of the cell. */
function Mark({ side }: { readonly side: Side }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute inset-0 flex items-center justify-center ${side === "hot" ? "bg-[rgb(226_84_24/0.5)]" : "bg-[rgb(24_92_196/0.6)]"}`}
    >
      <span
        className={`flex size-[62%] items-center justify-center rounded-full text-xl font-bold text-white shadow-1 sm:text-2xl ${side === "hot" ? "bg-[#b83a0c]" : "bg-[#185cc4]"}`}
      >
        {side === "hot" ? "+" : "−"}
      </span>
    </span>
  );
}

/** The scene under a grid of cells to mark; at levels 4 and 5 the channels to reckon with beside it. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [side, setSide] = useState<Side>("hot");
  const [pointed, setPointed] = useState<number | null>(null);
  const other = side === "hot" ? "cold" : "hot";
  const name = askedName(view);
  const reckoned = view.channels.length > 0;
  const mark = (marked: readonly number[]) =>
    onChange({ ...answer, [side]: marked, [other]: answer[other].filter((cell) => !marked.includes(cell)) });
  const point = (event: SyntheticEvent) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-cell]")?.dataset.cell : undefined;
    setPointed(cell === undefined ? null : Number(cell));
  };
  const grid = (
    <div
      className={`mx-auto flex w-full flex-col gap-3 sm:tall:max-w-[max(18rem,min(calc(var(--stage,62vh)-2.5rem),34rem))] ${view.cold > 0 ? "flat:max-w-[calc(100dvh-9.5rem)]" : "flat:max-w-[calc(100dvh-5rem)]"} ${reckoned ? "max-w-[min(19.5rem,40dvh)]" : ""}`}
    >
      {view.cold > 0 && !locked ? (
        <Segmented
          label={WHICH[locale]}
          value={side}
          options={SIDES.map((value) => ({
            value,
            label: `${value === "hot" ? "+" : "−"} ${GRIDS[value][locale]} ${answer[value].length}/${view[value]}`,
          }))}
          onChange={setSide}
        />
      ) : null}
      <div onFocus={point} onPointerOver={point} onPointerLeave={() => setPointed(null)} data-testid="regions">
        <CellGrid
          rows={SIDE}
          columns={SIDE}
          marked={answer[side]}
          onChange={mark}
          label={GRIDS[side][locale]}
          locale={locale}
          locked={locked}
          content={(cell) => SIDES.map((which) => (answer[which].includes(cell) ? <Mark key={which} side={which} /> : null))}
          say={(cell) =>
            [standing(view, cell, locale), answer[other].includes(cell) ? GRIDS[other][locale] : ""].filter(Boolean).join(", ")
          }
          picture={
            // The cells say what stands on them.
            <svg
              viewBox={`0 0 ${WIDTH} ${WIDTH}`}
              aria-hidden="true"
              className={`block size-full ${reckoned ? "opacity-35 saturate-50" : ""}`}
            >
              <ScenePicture set={view.set} place={view.place} />
            </svg>
          }
          aspect={1}
        />
      </div>
    </div>
  );
  if (!reckoned) {
    return (
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-x-6">
          <p className="m-0 text-ink-2">
            {name ? (
              <>
                {WORDS.asked[locale]}: <strong className="text-lg text-ink">{name[locale]}</strong>
              </>
            ) : null}
          </p>
          <SeenSwitch locale={locale} />
        </div>
        {grid}
      </div>
    );
  }
  return (
    <Beside
      picture={
        <div className="flex flex-col gap-1">
          {grid}
          <p className="m-0 text-sm text-ink-2">{WORDS.decoy[locale]}</p>
        </div>
      }
    >
      <p className="m-0 text-sm font-medium text-ink">{WORDS.alphas[locale]}</p>
      <div className="grid grid-cols-2 gap-3">
        {view.channels.map((channel, index) => (
          <ChannelTile key={index} channel={channel} index={index} pointed={pointed} locale={locale} />
        ))}
      </div>
    </Beside>
  );
}
