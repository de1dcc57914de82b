import type { Locale, Text } from "@/lib/challenges/text";
import { PART_NAMES, type Part } from "../../pipeline";
import type { Label, View } from "./instance";
import { columnName, labelName, piecesOf } from "./words";

/** A part that stands in one of the lanes. */
export interface Placed {
  readonly part: Part;
  readonly label: Label;
  /** Whether it was put there rightly; null: not judged. */
  readonly right: boolean | null;
  /** It is what the step is about. */
  readonly lit?: boolean;
}

const LANES: readonly { readonly labels: readonly Label[]; readonly name: Text }[] = [
  { labels: ["one", "picture"], name: { ko: "그림마다 한 번", en: "Once a picture" } },
  { labels: ["each", "proposal"], name: { ko: "후보마다 한 번", en: "Once a proposal" } },
  { labels: ["none"], name: { ko: "없는 부품", en: "Not there" } },
];
const EMPTY: Text = { ko: "아직 없어요", en: "Nothing yet" };

export interface LanesProps {
  readonly view: View;
  readonly column: number;
  readonly placed: readonly Placed[];
  readonly locale: Locale;
}

/** A pipeline as lanes: its name or pieces on top, below it the parts by how often they work. */
export function Lanes({ view, column, placed, locale }: LanesProps) {
  const { name, pipeline } = view.columns[column];
  return (
    <figure className="m-0 flex flex-col gap-2 rounded-[var(--radius)] border-2 border-line bg-sheet p-3">
      <figcaption className="flex flex-col gap-1 text-sm text-ink">
        <span className="text-base font-semibold">{columnName(view, column)[locale]}</span>
        {name ? null : (
          <span className="flex flex-wrap gap-x-3 gap-y-0.5">
            {piecesOf(pipeline).map(({ place, piece }) => (
              <span key={place.en}>
                <span className="text-ink-2">{place[locale]}</span> {piece[locale]}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      {LANES.map(({ labels, name: lane }) => {
        const here = placed.filter(({ label }) => labels.includes(label));
        return (
          <div key={lane.en} className="flex flex-wrap items-start gap-x-2 gap-y-1 text-sm">
            <span className="w-26 pt-1 font-medium text-ink-2">{lane[locale]}</span>
            <ul className="m-0 flex min-h-7 min-w-0 grow basis-48 list-none flex-wrap gap-1 p-0">
              {here.length === 0 ? <li className="!m-0 pt-1 text-ink-2">{EMPTY[locale]}</li> : null}
              {here.map(({ part, label, right, lit }) => (
                <li
                  key={part}
                  className={`!m-0 rounded-[8px] border px-2 py-1 leading-none ${lit ? "border-brand bg-brand-wash font-semibold text-ink" : right === false ? "border-bad text-bad" : "border-line-strong bg-paper text-ink"}`}
                >
                  {right === false ? "✗ " : null}
                  {PART_NAMES[part][locale]}
                  {view.batch && label !== "none" ? (
                    <span className="ml-1 font-mono tabular-nums">{`×${labelName(view, label)[locale]}`}</span>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </figure>
  );
}
