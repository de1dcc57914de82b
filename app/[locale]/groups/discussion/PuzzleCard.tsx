"use client";

import { Play, RotateCcw } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/challenges";
import { Button } from "@/lib/ui/components";
import type { Subject } from "@/lib/wire/discussionParts";

// Board, replay and engine come once somebody wants to see them.
const Replay = dynamic(() => import("./Replay").then((module) => module.Replay), { ssr: false });
const Player = dynamic(() => import("../../play/PracticePlayer").then((module) => module.PracticePlayer), { ssr: false });

interface Props {
  readonly group: string;
  readonly thread: string;
  readonly puzzle: Extract<Subject, { type: "puzzle" }>;
  readonly locale: Locale;
  /** Of the kind; undefined where the site has it no more. */
  readonly title: string | undefined;
}

/** A puzzle that somebody brought along: closed at first, then replayed as it was answered, or played anew in its place. */
export function PuzzleCard({ group, thread, puzzle, locale, title }: Props) {
  const t = useTranslations("discussion");
  const [open, setOpen] = useState<"replay" | "play" | null>(null);
  const { kind, level, seed, answered } = puzzle;
  const toggle = (which: "replay" | "play") => setOpen(open === which ? null : which);
  return (
    <div data-testid="puzzle" className="flex flex-col gap-2 rounded-(--radius) border border-line bg-paper p-3">
      <p className="m-0 break-words font-semibold text-ink">
        {title === undefined ? t("puzzleOther", { level }) : t("puzzle", { title, level })}
      </p>
      {title !== undefined && (
        <div className="flex flex-wrap gap-2">
          {answered && (
            <Button size="sm" variant="secondary" aria-expanded={open === "replay"} onClick={() => toggle("replay")}>
              <RotateCcw aria-hidden className="size-4" />
              {t(open === "replay" ? "replayClose" : "replay")}
            </Button>
          )}
          {seed !== null && (
            <Button size="sm" variant="ghost" aria-expanded={open === "play"} onClick={() => toggle("play")}>
              <Play aria-hidden className="size-4" />
              {t(open === "play" ? "tryClose" : "tryIt")}
            </Button>
          )}
        </div>
      )}
      {open === "replay" && <Replay group={group} thread={thread} locale={locale} />}
      {open === "play" && seed !== null && <Player compact kind={kind} level={level} seed={seed} locale={locale} />}
    </div>
  );
}
