"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import type { ReadLine } from "@/lib/client/notes/reading";
import type { NoteReading } from "@/lib/notes";
import { classNames } from "@/lib/ui/components";
import type { Findings } from "./findings";

/** Beyond this only what was found is shown, with what stands around it. */
const WHOLE = 600;
const AROUND = 2;

type Mark = "slip" | "people" | "item" | "topic";
const MARKS: Readonly<Record<Mark, string>> = {
  slip: "border-bad bg-bad-wash",
  people: "border-warn bg-warn-wash",
  item: "border-brand bg-brand-wash",
  topic: "border-line-strong",
};

/** Which line holds what; of several the weightiest. */
function marksOf({ slips, people, items, topics }: Findings): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const { lines } of topics) for (const line of lines) marks.set(line, "topic");
  for (const { line } of items) marks.set(line, "item");
  for (const { line } of people) marks.set(line, "people");
  for (const { line } of slips) marks.set(line, "slip");
  return marks;
}

/** The words of a line with the names of topics in it marked. */
function words(raw: string, names: readonly string[]): ReactNode {
  const at = names.map((name) => ({ name, from: raw.indexOf(name) })).filter(({ from }) => from >= 0);
  at.sort((one, other) => one.from - other.from);
  let end = 0;
  const parts: ReactNode[] = [];
  for (const { name, from } of at) {
    if (from < end) continue;
    parts.push(
      raw.slice(end, from),
      <mark key={from} className="rounded-sm bg-paper-3 px-0.5 font-semibold text-ink">
        {name}
      </mark>,
    );
    end = from + name.length;
  }
  return [...parts, raw.slice(end)];
}

interface Props {
  readonly lines: readonly ReadLine[];
  readonly reading: NoteReading;
  readonly findings: Findings;
}

/** The note, line by line, with what was found marked in it: beside the cards where there is room, folded away on a phone. */
export function NoteLines({ lines, reading, findings }: Props) {
  const t = useTranslations("reading");
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // Open where it stands beside the cards; on a phone it would push them out of sight.
    if (details.current !== null) details.current.open = window.matchMedia("(min-width: 64rem)").matches;
  }, []);
  const marks = marksOf(findings);
  const names = new Map<number, string[]>();
  for (const { line, matched } of reading.topics) names.set(line, [...(names.get(line) ?? []), matched]);
  const near = (no: number): boolean => {
    for (let by = -AROUND; by <= AROUND; by++) if (marks.has(no + by)) return true;
    return false;
  };
  const numbered = lines.map(({ raw }, i) => ({ no: i + 1, raw }));
  const shown = lines.length <= WHOLE ? numbered : numbered.filter(({ no }) => near(no));
  return (
    <details ref={details} className="group min-w-0 rounded-(--radius) border border-line bg-sheet lg:sticky lg:top-4" data-testid="lines">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 px-4 py-2 font-semibold text-ink [&::-webkit-details-marker]:hidden">
        {t("note", { count: lines.length })}
        <ChevronDown aria-hidden className="size-5 shrink-0 text-ink-2 transition-transform group-open:rotate-180" />
      </summary>
      <div className="flex flex-wrap gap-x-4 gap-y-1 px-4 pb-2 text-xs text-ink-2">
        {(["slip", "people", "item", "topic"] as const).map((mark) => (
          <span key={mark} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={classNames("inline-block h-4 w-3 border-l-4", MARKS[mark])} />
            {t(`mark.${mark}`)}
          </span>
        ))}
      </div>
      <ol
        tabIndex={0}
        aria-label={t("noteLines")}
        className="m-0 max-h-[75vh] list-none overflow-y-auto overscroll-contain p-0 pb-2 text-sm"
      >
        {shown.map(({ no, raw }, i) => {
          const mark = marks.get(no);
          const gap = i > 0 && shown[i - 1].no < no - 1;
          return (
            <li
              key={no}
              id={`line-${no}`}
              data-mark={mark}
              className={classNames(
                "flex gap-2 border-l-4 py-0.5 pr-3 pl-2 target:outline-2 target:-outline-offset-2 target:outline-brand",
                mark === undefined ? "border-transparent" : MARKS[mark],
                gap ? "mt-2 border-t border-t-line pt-2" : "",
              )}
            >
              <span aria-hidden className="w-9 shrink-0 text-right font-mono text-xs leading-5 text-ink-2">
                {no}
              </span>
              <span className="min-w-0 whitespace-pre-wrap break-words text-ink">
                {mark !== undefined && mark !== "topic" && <span className="sr-only">{t(`mark.${mark}`)}: </span>}
                {words(raw, names.get(no) ?? [])}
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
