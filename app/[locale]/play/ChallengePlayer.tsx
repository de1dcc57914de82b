"use client";

import { RotateCcw, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import type { Level, Locale } from "@/lib/challenges";
import { useTopic } from "@/lib/client/content";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { Button, LiveRegion } from "@/lib/ui/components";
import type { Playable } from "@/lib/ui/play/playable";
import type { AttemptResult } from "@/lib/wire/play";
import { BoardSkeleton } from "./BoardSkeleton";
import { useRound } from "./useRound";
import { Verdict } from "./Verdict";

export interface ChallengePlayerProps {
  readonly kind: string;
  readonly locale: Locale;
  readonly level?: Level;
  readonly seed?: string;
  readonly cardId?: string;
  /** Without level, title and share row: for the hero and for review cards. */
  readonly compact?: boolean;
  readonly preload?: { readonly playable: Playable; readonly seed: string; readonly level: Level };
  readonly onSettled?: (result: AttemptResult) => void;
  /** Replaces "again" and "next" under the verdict (the review page rates there instead). */
  readonly after?: React.ReactNode;
}

/** Plays any challenge kind: board, one sticky primary button that says what is missing, verdict with replay. */
export function ChallengePlayer({ kind, locale, level, seed, cardId, compact = false, preload, onSettled, after }: ChallengePlayerProps) {
  const t = useTranslations("play");
  const game = useRound({ kind, level, seed, cardId, preload, onSettled });
  const { phase, round, place } = game;
  const topic = game.playable?.topic ?? "";
  // While the learner plays, so that the verdict has it at hand.
  const { data: facts } = useTopic(topic);
  const verdictRef = useRef<HTMLDivElement>(null);
  const judged = phase.name === "verdict";

  useEffect(() => {
    if (judged) verdictRef.current?.focus({ preventScroll: compact });
  }, [judged, compact]);
  useHotkeys("mod+z", () => phase.name === "playing" && game.undo(), { preventDefault: true }, [phase, game.undo]);

  if (phase.name === "failed") {
    return (
      <div role="alert" className="rounded-(--radius) border border-line bg-paper-2 p-6 text-center">
        <p className="mb-4 text-ink">{phase.problem[locale]}</p>
        <Button onClick={() => game.begin({ level, seed })}>{t("retry")}</Button>
      </div>
    );
  }
  if (phase.name === "loading" || !round || !place) return <BoardSkeleton label={t("loading")} />;

  const readiness = round.check(game.answer);
  const locked = phase.name !== "playing";

  return (
    <section
      aria-label={game.playable?.title[locale]}
      className="flex flex-col gap-4"
      data-kind={kind}
      data-seed={place.seed}
      data-level={place.level}
      data-phase={phase.name}
    >
      <p className="text-balance text-lg font-semibold text-ink">{round.prompt[locale]}</p>
      <div>{round.board({ answer: game.answer, onChange: game.setAnswer, locale, locked, runners: topicRunner })}</div>
      {!judged && (
        <div className="sticky bottom-[calc(var(--bottom-bar,0px)+0.5rem)] z-10 flex items-center gap-2 rounded-(--radius) border border-line bg-paper/95 p-2 shadow-(--shadow-1) backdrop-blur">
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
            {phase.name === "grading" ? t("grading") : readiness.ready ? t("submit") : readiness.missing[locale]}
          </Button>
          <Button variant="ghost" aria-label={t("clear")} title={t("clear")} disabled={locked} onClick={() => game.setAnswer(round.empty)}>
            <RotateCcw aria-hidden size={18} />
          </Button>
        </div>
      )}
      <LiveRegion message={judged ? t("announce", { score: phase.verdict.score, stars: phase.verdict.stars }) : ""} />
      {judged && (
        <div ref={verdictRef} tabIndex={-1} className="outline-none">
          <Verdict
            kind={kind}
            locale={locale}
            place={place}
            verdict={phase.verdict}
            topic={topic}
            misconceptions={facts?.misconceptions ?? []}
            compact={compact}
            replay={phase.verdict.reveal.replay({ locale, runners: topicRunner })}
            after={after}
            onAgain={() => game.begin({ level: place.level })}
            onLevel={(next) => game.begin({ level: next })}
          />
        </div>
      )}
    </section>
  );
}
