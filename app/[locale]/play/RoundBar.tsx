"use client";

import { RotateCcw, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Locale, Readiness, Text } from "@/lib/challenges";
import { Button, classNames } from "@/lib/ui/components";
import type { Round } from "@/lib/ui/play/playable";
import type { useRound } from "./useRound";

const UNFIT: Text = { ko: "적은 수를 고쳐 주세요", en: "Correct the numbers first" };

interface Props {
  readonly game: Pick<ReturnType<typeof useRound>, "phase" | "answer" | "setAnswer" | "undo" | "canUndo" | "submit">;
  readonly round: Round;
  /** Some field of the board holds what is no answer. */
  readonly unfit: boolean;
  readonly locale: Locale;
}

/**
 * Undo, the one primary button, start over. On a phone, once the learner has begun, at the bottom of what is seen, whatever the board's
 * length; where there is more room it stays below the board, so that no choice lies under it.
 */
export function RoundBar({ game, round, unfit, locale }: Props) {
  const t = useTranslations("play");
  const readiness: Readiness = unfit ? { ready: false, missing: UNFIT } : round.check(game.answer);
  const locked = game.phase.name !== "playing";
  return (
    <div
      data-bar="round"
      className={classNames(
        "bottom-[calc(var(--bottom-bar)+0.5rem)] z-10 flex flex-wrap items-center justify-between gap-2 rounded-(--radius) border border-line bg-paper/95 p-2 shadow-(--shadow-1) backdrop-blur",
        // Before anything was done there is nothing to hand in: until then the bar lies under the board, and never over it.
        game.canUndo && "tall:max-lg:sticky",
      )}
    >
      <Button
        variant="ghost"
        aria-label={t("undo")}
        title={t("undo")}
        // Not disabled: with nothing left to take back the focus stays where it is.
        aria-disabled={!game.canUndo || locked}
        onClick={() => game.canUndo && !locked && game.undo()}
      >
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
