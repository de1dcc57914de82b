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

/** What has changed from one text to another, line by line. */
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
        return (
          <Tag
            key={i}
            className={`block whitespace-pre-wrap break-words px-3 py-0.5 no-underline ${added ? "bg-good-wash text-ink" : removed ? "bg-bad-wash text-ink" : "text-ink-2"}`}
          >
            {value
              .replace(/\n$/, "")
              .split("\n")
              .map((line, n) => (
                <span key={n} className="block">
                  <span aria-hidden className="mr-2 inline-block w-3 select-none text-center font-bold">
                    {added ? "+" : removed ? "−" : ""}
                  </span>
                  {line}
                </span>
              ))}
          </Tag>
        );
      })}
    </div>
  );
}
