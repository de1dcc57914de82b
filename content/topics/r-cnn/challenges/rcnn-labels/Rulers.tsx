"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { ScrollFrame } from "@/lib/ui/components";
import { letter } from "@/lib/words";
import { NEAR, NEGATIVE, POSITIVE, type Label, type Overlap, type Stage, type View } from "./instance";
import { labelName, shown, STAGE_NAMES } from "./words";

/** The end of a true box's stretch on the ruler: it stands at 1 alone, and has to be seen. */
const TRUE_FROM = 0.95;

interface Zone {
  readonly from: number;
  readonly to: number;
  readonly label: Label;
}
const ZONES: Readonly<Record<Stage, readonly Zone[]>> = {
  tuning: [
    { from: 0, to: POSITIVE, label: "background" },
    { from: POSITIVE, to: 1, label: "positive" },
  ],
  svm: [
    { from: 0, to: NEGATIVE, label: "background" },
    { from: NEGATIVE, to: TRUE_FROM, label: "out" },
    { from: TRUE_FROM, to: 1, label: "positive" },
  ],
  regressor: [
    { from: 0, to: NEAR, label: "out" },
    { from: NEAR, to: 1, label: "positive" },
  ],
};
const GROUND: Readonly<Record<Label, string>> = {
  positive: "bg-good-wash text-ink",
  other: "bg-good-wash text-ink",
  background: "bg-paper-3 text-ink",
  out: "bg-sheet text-ink-2",
};

const WORDS = {
  rulers: { ko: "IoU 자 위의 이름표", en: "Labels on the IoU rulers" },
  iou: { ko: "IoU", en: "IoU" },
} satisfies Record<string, Text>;

const percent = (share: number) => `${100 * share}%`;

/** Where each of these letters stands, in rows, so that none covers another. */
function rowsOf(overlaps: readonly Overlap[], boxes: readonly number[]): number[] {
  const ends: number[] = [];
  const rows = overlaps.map(() => 0);
  for (const box of [...boxes].sort((a, b) => overlaps[a].own - overlaps[b].own)) {
    const free = ends.findIndex((end) => end <= overlaps[box].own);
    const row = free < 0 ? ends.length : free;
    ends[row] = overlaps[box].own + 0.085;
    rows[box] = row;
  }
  return rows;
}

export interface RulersProps {
  readonly view: View;
  readonly overlaps: readonly Overlap[];
  readonly truth: readonly (readonly Label[])[];
  readonly said: readonly (readonly (Label | null)[])[];
  /** The boxes that stand on the rulers already; the last one is looked at. */
  readonly placed: readonly number[];
  /** All of them have been placed: none is looked at. */
  readonly done: boolean;
  readonly locale: Locale;
}

/** The boxes along one IoU ruler, and below it a ruler for each training with its cuts; what was said of a box stands at the end. */
export function Rulers({ view, overlaps, truth, said, placed, done, locale }: RulersProps) {
  const rows = rowsOf(overlaps, placed);
  const height = 1 + Math.max(0, ...placed.map((box) => rows[box]));
  const now = done ? null : (placed.at(-1) ?? null);
  const wrongIn = (s: number) => placed.filter((box) => said[s]?.[box] !== truth[s][box]);
  return (
    <ScrollFrame label={WORDS.rulers[locale]}>
      <div className="flex min-w-64 flex-col gap-2 px-3 pt-1 text-sm">
        <div className="relative" style={{ height: `${height * 1.75 + 1.4}rem` }}>
          {placed.map((box) => (
            <span
              key={box}
              className={`absolute -translate-x-1/2 rounded-[6px] border px-1.5 font-mono leading-6 transition-[left,top] duration-300 motion-reduce:transition-none ${box === now ? "border-brand bg-brand-wash font-bold text-ink" : "border-line bg-sheet text-ink"}`}
              style={{ left: percent(overlaps[box].own), top: `${rows[box] * 1.75}rem` }}
            >
              {letter(box)}
            </span>
          ))}
          <span className="absolute inset-x-0 bottom-5 h-px bg-line-strong" />
          {[0, NEGATIVE, POSITIVE, NEAR, 1].map((tick) => (
            <span
              key={tick}
              className="absolute bottom-0 -translate-x-1/2 font-mono text-xs leading-5 text-ink-2"
              style={{ left: percent(tick) }}
            >
              {tick}
            </span>
          ))}
        </div>
        {view.stages.map((stage, s) => (
          <div key={stage} className="flex flex-col gap-0.5">
            <span className="flex flex-wrap gap-x-2 text-ink">
              <b className="font-semibold">{STAGE_NAMES[stage][locale]}</b>
              {now === null ? (
                wrongIn(s).length > 0 ? (
                  <span className="font-mono text-bad">
                    {wrongIn(s)
                      .map((box) => `✗ ${letter(box)}`)
                      .join("  ")}
                  </span>
                ) : (
                  <span className="text-good">✓</span>
                )
              ) : (
                <Verdict view={view} stage={stage} right={truth[s][now]} said={said[s]?.[now] ?? null} locale={locale} />
              )}
            </span>
            <div className="relative h-7 overflow-hidden rounded-[6px] border border-line">
              {ZONES[stage].map(({ from, to, label }) => (
                <span
                  key={label}
                  className={`absolute inset-y-0 flex items-center justify-center overflow-hidden border-r border-line-strong text-xs whitespace-nowrap last:border-r-0 ${GROUND[label]}`}
                  style={{ left: percent(from), width: percent(to - from) }}
                >
                  {to - from > 0.2 ? labelName({ cls: view.cls, other: view.other }, stage, label)[locale] : null}
                </span>
              ))}
              {now === null ? null : (
                <span
                  className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-brand transition-[left] duration-300 motion-reduce:transition-none"
                  style={{ left: percent(Math.min(overlaps[now].own, 0.99)) }}
                />
              )}
            </div>
          </div>
        ))}
        <span className="sr-only">{placed.map((box) => `${letter(box)} ${WORDS.iou[locale]} ${shown(overlaps[box].own)}`).join(", ")}</span>
      </div>
    </ScrollFrame>
  );
}

/** "✓ positive", or "✗ background → positive". */
function Verdict({
  view,
  stage,
  right,
  said,
  locale,
}: {
  readonly view: View;
  readonly stage: Stage;
  readonly right: Label;
  readonly said: Label | null;
  readonly locale: Locale;
}) {
  const name = (label: Label | null) => (label === null ? "–" : labelName(view, stage, label)[locale]);
  if (said === right) return <span className="text-good">{`✓ ${name(right)}`}</span>;
  return (
    <span>
      <span className="text-bad">{`✗ ${name(said)}`}</span>
      <span className="text-ink">{` → ${name(right)}`}</span>
    </span>
  );
}
