"use client";

import { selection } from "@/lib/challenges/answers";
import type { BoardProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { Beside, CellGrid, NumberGrid } from "@/lib/ui/boards";
import { ScrollFrame, Slider, ToggleChip } from "@/lib/ui/components";
import { letter } from "@/lib/words";
import type { tasks } from "../../tasks";
import type { Answer, View } from "./challenge";
import { DesignPicture, HiddenPicture } from "./HiddenPicture";
import { cellsOf, columnsOf, LEAST_STRIDE, MOST_STRIDE, PAIRS, PATCH_STEP, PIECE, STRIDE_STEP, type PlacesView } from "./instance";
import { GRID, logit } from "./words";

const WORDS = {
  piece: { ko: "로짓: 조각 아홉 곳", en: "Logits: nine places" },
  mark: { ko: "함께 가릴 셋", en: "Three to hide together" },
  drops: { ko: "감소: 하나(대각선)와 둘", en: "Drops: one (diagonal), two" },
  patch: { ko: "조각의 크기", en: "Patch" },
  stride: { ko: "보폭", en: "Stride" },
} satisfies Record<string, Text>;

/** Scores to read beside the picture, and places to mark; at level 4 two knobs and the row of patches they make. */
export function Board({ view, answer, onChange, locale, locked, engine }: BoardProps<View, Answer, typeof tasks>) {
  if (view.task === "design") {
    const { patch, stride } = answer;
    const knob = { step: PATCH_STEP, locale, disabled: locked, format: (value: number) => `${value} px` };
    return (
      <Beside picture={<DesignPicture view={view} patch={patch} stride={stride} locale={locale} />}>
        <Slider
          {...knob}
          label={WORDS.patch[locale]}
          symbol="p"
          open={patch === null}
          value={patch ?? view.smallest}
          min={view.smallest}
          max={view.largest}
          onChange={(next) => onChange({ ...answer, patch: next })}
        />
        <Slider
          {...knob}
          label={WORDS.stride[locale]}
          symbol="s"
          step={STRIDE_STEP}
          open={stride === null}
          value={stride ?? LEAST_STRIDE}
          min={LEAST_STRIDE}
          max={MOST_STRIDE}
          onChange={(next) => onChange({ ...answer, stride: next })}
        />
      </Beside>
    );
  }
  const { places } = answer;
  const put = (next: readonly number[]) => onChange({ ...answer, places: next });
  return (
    <Beside manyChoices={view.task !== "mean"} picture={<HiddenPicture view={view} hidden={places} engine={engine} locale={locale} />}>
      {view.task === "joint" ? (
        <>
          <div className="flex flex-wrap gap-2" role="group" aria-label={WORDS.mark[locale]}>
            {cellsOf(view).map((place) => (
              <ToggleChip
                key={place}
                on={places.includes(place)}
                label={locale === "ko" ? `조각 ${letter(place)}` : `Patch ${letter(place)}`}
                onToggle={() => put(selection.toggle(cellsOf(view), places, place))}
                locked={locked}
              >
                {letter(place)}
              </ToggleChip>
            ))}
          </div>
          <PairTable view={view} locale={locale} />
        </>
      ) : (
        <>
          {view.task === "mean" ? <NumberGrid columns={PIECE} values={view.scores} title={WORDS.piece[locale]} format={logit} /> : null}
          <CellGrid
            rows={columnsOf(view)}
            columns={columnsOf(view)}
            marked={places}
            onChange={put}
            label={GRID[view.task][locale]}
            locale={locale}
            locked={locked}
            content={view.task === "mean" ? undefined : (cell) => <Scores view={view} cell={cell} />}
            say={view.task === "mean" ? undefined : (cell) => saidScores(view, cell)}
          />
        </>
      )}
    </Beside>
  );
}

const saidScores = ({ scores, second }: PlacesView, cell: number) =>
  [scores, second].flatMap((list) => (list.length > 0 ? [logit(list[cell])] : [])).join(", ");

function Scores({ view: { scores, second }, cell }: { readonly view: PlacesView; readonly cell: number }) {
  return (
    <span className="flex flex-col font-mono text-xs leading-tight tabular-nums text-ink">
      <span>{logit(scores[cell])}</span>
      {second.length > 0 ? <span className="border-t border-line font-normal text-ink-2">{logit(second[cell])}</span> : null}
    </span>
  );
}

/** Single drops on the diagonal, the drop of two where their row and column meet. */
function PairTable({ view, locale }: { readonly view: PlacesView; readonly locale: Locale }) {
  const { value, scores, pairs } = view;
  const cells = cellsOf(view);
  return (
    <ScrollFrame label={WORDS.drops[locale]}>
      <table
        className="w-full max-w-md border-separate border-spacing-0.5 text-center font-mono text-xs tabular-nums sm:text-sm"
        data-testid="pairs"
      >
        <caption className="pb-1 text-left font-sans text-sm font-medium text-ink">{WORDS.drops[locale]}</caption>
        <thead>
          <tr>
            <td />
            {cells.map((column) => (
              <th key={column} scope="col">
                {letter(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row) => (
            <tr key={row}>
              <th scope="row">{letter(row)}</th>
              {cells.map((column) => (
                <td
                  key={column}
                  className={`!min-w-0 rounded-[6px] !border !px-0 !py-1.5 ${row === column ? "border-line-strong bg-brand-wash font-bold text-ink" : "border-line bg-sheet text-ink"}`}
                >
                  {row === column
                    ? logit(value - scores[row])
                    : column > row
                      ? logit(value - pairs[PAIRS.findIndex(([a, b]) => a === row && b === column)])
                      : ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}
