import type { Locale, Text } from "@/lib/challenges/text";
import { NumberGrid, type CellLook } from "@/lib/ui/boards";
import { letter, num } from "@/lib/words";
import { levelName, parentOf, topName, type View } from "./instance";
import { mapTitle } from "./words";

const WORDS = {
  top: { ko: "위", en: "above" },
  channel: { ko: "채널", en: "channel" },
  weight: { ko: "무게", en: "weight" },
} satisfies Record<string, Text>;

export interface MapsProps {
  readonly view: View;
  /** A cell of the finest map, whose sources are ringed in the maps above; null: none. */
  readonly lit: number | null;
  readonly locale: Locale;
}

/** The top map and the lateral ones, coarsest first: what the merged map is made of. */
export function Maps({ view, lit, locale }: MapsProps) {
  const { top, laterals, weights } = view;
  /** The lit cell on each lateral map, coarsest first, and on the top. */
  const places = laterals.map((_, i) => {
    let at = lit;
    for (let fine = laterals.length - 1; fine > i && at !== null; fine--) at = parentOf(at, laterals[fine].side);
    return at;
  });
  const first = places[0] === null ? null : parentOf(places[0], laterals[0].side);
  const look =
    (place: number | null) =>
    (cell: number): CellLook =>
      cell === place ? "open" : "plain";
  const format = (value: number) => num(value);
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
      <NumberGrid
        compact
        columns={top.side}
        values={top.channels[0]}
        title={`${topName(view)} (${WORDS.top[locale]})`}
        look={look(first)}
        format={format}
      />
      {laterals.map((own, i) =>
        own.channels.map((values, channel) => (
          <NumberGrid
            key={`${i} ${channel}`}
            compact
            columns={own.side}
            values={values}
            title={`${mapTitle(view, i)[locale]}${weights === null ? "" : `, ${WORDS.channel[locale]} ${channel + 1}, ${WORDS.weight[locale]} ${num(weights[channel])}`}`}
            look={look(places[i])}
            format={format}
          />
        )),
      )}
    </div>
  );
}

export interface MergedMapProps {
  readonly view: View;
  readonly look: (asked: number) => CellLook;
  /** What stands in an asked cell. */
  readonly mark: (asked: number) => string;
  readonly locale: Locale;
}

/** The finest merged map: letters or numbers in the asked cells, nothing in the others. */
export function MergedMap({ view, look, mark, locale }: MergedMapProps) {
  const { side } = view.laterals[view.laterals.length - 1];
  const name = levelName(view, view.laterals.length - 1);
  const at = (cell: number) => view.asked.indexOf(cell);
  return (
    <NumberGrid
      compact
      columns={side}
      // No value of the map is handed on: a positive one would be drawn warm, which tells its sign.
      values={Array.from({ length: side * side }, () => 0)}
      title={locale === "ko" ? `${name} (합)` : `${name} (the sum)`}
      look={(cell) => (at(cell) < 0 ? "closed" : look(at(cell)))}
      format={(_, cell) => (at(cell) < 0 ? "" : mark(at(cell)))}
    />
  );
}

export const askedLetter = (i: number): string => letter(i);
