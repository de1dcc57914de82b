"use client";

import { RotateCcw, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { Button } from "@/lib/ui/components";
import type { Round } from "@/lib/ui/play/playable";
import type { useRound } from "./useRound";

interface Props {
  readonly game: Pick<ReturnType<typeof useRound>, "phase" | "answer" | "setAnswer" | "undo" | "canUndo" | "submit">;
  readonly round: Round;
  readonly locale: Locale;
}

/** Undo, the one primary button, start over: at the bottom of what is seen, whatever the board's length. */
export function RoundBar({ game, round, locale }: Props) {
  const t = useTranslations("play");
  const readiness = round.check(game.answer);
  const locked = game.phase.name !== "playing";
  return (
    <div
      data-bar="round"
      className="bottom-[calc(var(--bottom-bar)+0.5rem)] z-10 flex items-center gap-2 rounded-(--radius) border border-line bg-paper/95 p-2 shadow-(--shadow-1) backdrop-blur tall:sticky"
    >
      <Button variant="ghost" aria-label={t("undo")} title={t("undo")} disabled={!game.canUndo || locked} onClick={game.undo}>
        <Undo2 aria-hidden size={18} />
      </Button>
      <Button
        className="flex-1"
        size="lg"
        aria-disabled={!readiness.ready || locked}
        onClick={() => readiness.ready && !locked && void game.submit()}
        data-testid="submit"
      >
        {locked ? t("grading") : readiness.ready ? t("submit") : readiness.missing[locale]}
      </Button>
      <Button variant="ghost" aria-label={t("clear")} title={t("clear")} disabled={locked} onClick={() => game.setAnswer(round.empty)}>
        <RotateCcw aria-hidden size={18} />
      </Button>
    </div>
  );
}
