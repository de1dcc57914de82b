"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

interface Piece {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
}

/** Texts that have less in common than this are shown one after the other: to compare them would take long and say little. */
const MOST_EDITS = 4_000;

async function compared(before: string, after: string): Promise<readonly Piece[]> {
  const { diffLines } = await import("diff");
  return (
    diffLines(before, after, { maxEditLength: MOST_EDITS, ignoreNewlineAtEof: true }) ?? [
      { value: before, added: false, removed: true },
      { value: after, added: true, removed: false },
    ]
  );
}

/** Lines that stay the same and are shown beside a change. */
const BESIDE = 2;

/** Of lines that have not changed those beside a change, and how many stand between. */
function folded(
  lines: readonly string[],
  first: boolean,
  last: boolean,
): { head: readonly string[]; count: number; tail: readonly string[] } {
  const head = first ? 0 : BESIDE;
  const tail = last ? 0 : BESIDE;
  // A single line is as short as the word for it.
  if (lines.length <= head + tail + 1) return { head: lines, count: 0, tail: [] };
  return { head: lines.slice(0, head), count: lines.length - head - tail, tail: lines.slice(lines.length - tail) };
}

/** What has changed from one text to another, line by line; what is the same in between is counted. */
export function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useTranslations("note");
  const [pieces, setPieces] = useState<readonly Piece[]>([]);
  useEffect(() => {
    let gone = false;
    void compared(before, after).then((next) => {
      if (!gone) setPieces(next);
    });
    return () => {
      gone = true;
    };
  }, [before, after]);
  return (
    <div
      className="max-h-96 overflow-auto rounded-(--radius) border border-line text-sm"
      data-testid="difference"
      role="group"
      aria-label={t("difference")}
    >
      {pieces.map(({ value, added, removed }, i) => {
        const Tag = added ? "ins" : removed ? "del" : "div";
        const lines = value.replace(/\n$/, "").split("\n");
        const { head, count, tail } =
          added || removed ? { head: lines, count: 0, tail: [] } : folded(lines, i === 0, i === pieces.length - 1);
        const line = (text: string, n: number) => (
          <span key={n} className="block">
            <span aria-hidden className="mr-2 inline-block w-3 select-none text-center font-bold">
              {added ? "+" : removed ? "−" : ""}
            </span>
            {text}
          </span>
        );
        return (
          <Tag
            key={i}
            className={`block whitespace-pre-wrap break-words px-3 py-0.5 no-underline ${added ? "bg-good-wash text-ink" : removed ? "bg-bad-wash text-ink" : "text-ink-2"}`}
          >
            {head.map(line)}
            {count > 0 && (
              <span className="block py-1 text-center text-xs" data-same={count}>
                {t("sameLines", { count })}
              </span>
            )}
            {tail.map(line)}
          </Tag>
        );
      })}
    </div>
  );
}
