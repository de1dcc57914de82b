"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { num, percent } from "@/lib/words";
import { fillOf, type Look } from "../../BudgetBar";
import { GROUPS, isEasy, type GroupId } from "./groups";
import type { Group } from "./instance";

/** How each group looks in rows and bars. */
export const LOOKS: Readonly<Record<GroupId, Look>> = {
  flat: { tone: 0, strength: 0.3, hatched: false },
  texture: { tone: 0, strength: 0.55, hatched: false },
  beside: { tone: 0, strength: 0.8, hatched: false },
  alike: { tone: 5, strength: 0.85, hatched: false },
  trap: { tone: 7, strength: 0.85, hatched: false },
  clear: { tone: 4, strength: 0.55, hatched: true },
  unsure: { tone: 2, strength: 0.9, hatched: true },
  hard: { tone: 1, strength: 0.9, hatched: true },
  wrong: { tone: 3, strength: 0.9, hatched: true },
};

const WORDS = {
  background: { ko: "배경", en: "background" },
  object: { ko: "물체", en: "object" },
  easy: { ko: "쉬운 배경", en: "easy" },
} satisfies Record<string, Text>;

const kindOf = (group: Group, locale: Locale): string =>
  WORDS[GROUPS[group.id].object ? "object" : isEasy(group) ? "easy" : "background"][locale];

const ptText = (pt: number) => num(pt / 1000, 3);

/** With large text on a phone a row's parts lie below each other. */
const LARGE_TEXT = "@max-3xs:grid-cols-[auto_minmax(0,1fr)] @max-3xs:[&>:not(:first-child)]:col-start-2";

/** A count on a logarithmic line from 1 to a million, in percent. */
const length = (count: number) => (100 * Math.log10(1 + count)) / 6;

interface Props {
  readonly groups: readonly Group[];
  readonly locale: Locale;
  readonly label: string;
  /** The group that is being weighed, and how to weigh another. Absent: rows are only read. */
  readonly chosen?: GroupId;
  readonly onChoose?: (id: GroupId) => void;
  /** What the places of a weighed group add up to; null for one that was not weighed. */
  readonly sumOf?: (group: Group) => string | null;
  /** Shares of the whole, in place of the counts' bars. */
  readonly shares?: readonly number[];
}

/** The population: a row a group with its count and where it stands between pₜ 0 and 1. */
export function GroupRows({ groups, locale, label, chosen, onChoose, sumOf, shares }: Props) {
  return (
    <ul aria-label={label} className="@container m-0 flex list-none flex-col gap-1 p-0">
      {groups.map((group, i) => {
        const { id, count, pt } = group;
        const name = GROUPS[id].name[locale];
        const sum = sumOf?.(group) ?? null;
        const row = (
          <>
            <span aria-hidden="true" className="size-4 shrink-0 rounded-[4px] border border-line-strong" style={fillOf(LOOKS[id])} />
            <span className="min-w-0 text-left text-sm leading-tight font-medium text-ink">{name}</span>
            <span className="flex min-w-0 flex-col gap-1">
              <span className="text-right font-mono text-sm tabular-nums text-ink">
                {shares ? percent(shares[i], 1) : `× ${num(count)}`}
              </span>
              <span aria-hidden="true" className="h-1.5 rounded-full bg-paper-3">
                <span
                  className="block h-1.5 rounded-full bg-ink-3 transition-[width] duration-200 motion-reduce:transition-none"
                  style={{ width: `${shares ? 100 * shares[i] : length(count)}%` }}
                />
              </span>
            </span>
            <span className="flex min-w-0 flex-col gap-1">
              <span className="text-right font-mono text-sm tabular-nums text-ink">
                <span className="text-ink-2">pₜ </span>
                {ptText(pt)}
              </span>
              <span aria-hidden="true" className="relative h-1.5 rounded-full bg-paper-3">
                <span
                  className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink"
                  style={{ left: `${pt / 10}%` }}
                />
              </span>
            </span>
            <span className="col-span-3 col-start-2 @max-3xs:col-span-1 flex min-h-4 flex-wrap items-baseline justify-between gap-x-3 text-xs text-ink-2">
              {kindOf(group, locale)}
              {sum === null ? null : <b className="font-mono tabular-nums text-ink">Σ {sum}</b>}
            </span>
          </>
        );
        const shape = `grid w-full grid-cols-[auto_minmax(0,1fr)_minmax(4.5rem,0.9fr)_minmax(5.2rem,0.9fr)] items-center gap-x-2.5 ${LARGE_TEXT} rounded-[10px] px-2 py-1.5`;
        return (
          <li key={id}>
            {onChoose ? (
              <button
                type="button"
                aria-pressed={id === chosen}
                onClick={() => onChoose(id)}
                className={`${shape} cursor-pointer border ${id === chosen ? "border-brand bg-brand-wash" : "border-transparent hover:bg-paper-2"}`}
              >
                {row}
              </button>
            ) : (
              <div className={`${shape} border border-transparent`}>{row}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
