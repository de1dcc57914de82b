"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { starsOf, type Locale } from "@/lib/challenges";
import { useTopic } from "@/lib/client/content";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { Button, classNames, Fields, LiveRegion } from "@/lib/ui/components";
import { useKeys } from "@/lib/ui/keys/useKeys";
import { CrashBoundary } from "@/lib/ui/play/CrashBoundary";
import { unbroken } from "@/lib/words";
import { BoardSkeleton } from "./BoardSkeleton";
import { countsOf } from "./roundVerdict";
import { RoundBar } from "./RoundBar";
import { RoundHelp } from "./RoundHelp";
import { useRound, type RoundOptions } from "./useRound";
import { useSteadyFocus } from "./useSteadyFocus";
import { Verdict } from "./Verdict";

// For those who give up.
const Solution = lazy(async () => ({ default: (await import("./Solution")).Solution }));

export interface ChallengePlayerProps extends RoundOptions {
  readonly locale: Locale;
  /** Without level, title and share row: for the hero and for review cards. */
  readonly compact?: boolean;
  /** What is coming, in the board's place until the first round is there. */
  readonly about?: string;
  /** Replaces "again" and "next" under the verdict (the review page rates there instead; an assignment leads on to what is next in it). */
  readonly after?: React.ReactNode;
}

/** Plays any challenge kind: board, one sticky primary button that says what is missing, verdict with replay. */
export function ChallengePlayer({ locale, compact = false, about, after, ...options }: ChallengePlayerProps) {
  const { kind, level, seed } = options;
  const t = useTranslations("play");
  const game = useRound(options);
  const [unfit, setUnfit] = useState(false);
  const steady = useSteadyFocus();
  const { phase, round, place } = game;
  const topic = game.playable?.topic ?? "";
  // While the learner plays, so that the verdict has it at hand.
  const { data: facts } = useTopic(topic);
  const verdictRef = useRef<HTMLDivElement>(null);
  const judged = phase.name === "verdict";
  const counts = judged ? countsOf(phase.verdict) : null;

  useEffect(() => {
    if (!judged || !verdictRef.current) return;
    verdictRef.current.focus({ preventScroll: true });
    // Wherever the board ended: stars and the first words come to the top, and the next thing to do with them.
    verdictRef.current.scrollIntoView({ block: "start" });
  }, [judged]);
  // The learner asked for another round: what they pressed is gone, and the new puzzle may lie above what is seen.
  const wished = useRef(false);
  const promptRef = useRef<HTMLParagraphElement>(null);
  const begin = (wish: Parameters<typeof game.begin>[0]) => {
    wished.current = true;
    game.begin(wish);
  };
  const stands = phase.name === "playing";
  useEffect(() => {
    if (!stands || !wished.current || !promptRef.current) return;
    wished.current = false;
    promptRef.current.focus({ preventScroll: true });
    promptRef.current.scrollIntoView({ block: "start" });
  }, [stands]);
  useKeys(phase.name === "playing" ? { "undo-step": game.undo } : {});

  if (phase.name === "failed") {
    return (
      <div role="alert" className="rounded-(--radius) border border-line bg-paper-2 p-6 text-center">
        <p className="mb-4 text-ink">{phase.problem[locale]}</p>
        <Button onClick={() => begin({ level, seed })}>{t("retry")}</Button>
      </div>
    );
  }
  if (phase.name === "broken") {
    return (
      <div role="alert" data-testid="broken" className="rounded-(--radius) border border-line bg-paper-2 p-6 text-center">
        <p className="mb-1 font-semibold text-ink">{t("broken")}</p>
        <p className="mb-4 text-ink-2">{t("brokenFree")}</p>
        <Button onClick={() => begin({ level: place?.level ?? level })}>{t("fresh")}</Button>
      </div>
    );
  }
  if (phase.name === "loading" || !round || !place)
    return <BoardSkeleton label={t("loading")} about={place === null ? about : undefined} />;

  const playing = phase.name === "playing" || phase.name === "grading";

  return (
    <section
      aria-label={game.playable?.title[locale]}
      className={classNames(
        "flex flex-col gap-4", // Title, level and task stand above the picture, the bar below it: all of it fits the first screen.
        !compact && "[--stage:calc(100vh-29rem)]",
      )}
      data-kind={kind}
      data-seed={place.drawn?.seed}
      data-level={place.level}
      data-phase={phase.name}
      {...steady}
    >
      <CrashBoundary key={game.number} fallback={null} onCrash={game.onCrash("board")}>
        <p
          ref={promptRef}
          tabIndex={-1}
          data-testid="prompt"
          className="scroll-mt-[calc(-1*var(--pinned))] text-balance text-lg font-semibold text-ink outline-none"
        >
          {unbroken(round.prompt[locale])}
        </p>
        <Fields onUnfit={setUnfit}>
          {round.board({ answer: game.answer, onChange: game.setAnswer, locale, locked: phase.name !== "playing", runners: topicRunner })}
        </Fields>
        {playing && <RoundBar game={game} round={round} unfit={unfit} locale={locale} />}
      </CrashBoundary>
      {phase.name === "kept" && (
        <p role="status" className="m-0 text-sm font-semibold text-ink-2" data-testid="settlement" data-status="kept">
          {t("kept")}
        </p>
      )}
      {phase.name === "taken" && (
        <div className="flex flex-col gap-4 rounded-(--radius) border border-line bg-paper-2 p-4" data-testid="taken">
          <p role="status" className="m-0 font-semibold text-ink">
            {t("taken")}
          </p>
          {after}
        </div>
      )}
      <LiveRegion message={counts ? t("announce", { score: counts.score, stars: starsOf(counts.score) }) : ""} />
      {judged && (
        <div
          ref={verdictRef}
          tabIndex={-1}
          // What a board holds in sight has scrolled away with it.
          className="scroll-mt-[calc(-1*var(--pinned))] outline-none"
        >
          <Verdict
            kind={kind}
            locale={locale}
            place={{ level: place.level, seed: place.drawn?.seed }}
            verdict={phase.verdict}
            topic={topic}
            misconceptions={facts?.misconceptions ?? []}
            compact={compact}
            replay={
              <CrashBoundary fallback={<p className="text-ink-2">{t("noReplay")}</p>} onCrash={game.onCrash("replay")}>
                {phase.verdict.reveal.replay({ locale, runners: topicRunner })}
              </CrashBoundary>
            }
            after={after}
            onAgain={() => begin({ level: place.level })}
            onLevel={(next) => begin({ level: next })}
          />
        </div>
      )}
      {phase.name === "shown" && (
        <Suspense>
          {" "}
          <Solution
            reveal={phase.reveal}
            topic={topic}
            locale={locale}
            onCrash={game.onCrash("replay")}
            onAgain={() => begin({ level: place.level })}
          />
        </Suspense>
      )}
      {/* A review card's answer is always sent; the hero gives nothing away. */}
      <RoundHelp
        // Not the board's key: two siblings of one key are taken for each other.
        key={`help-${game.number}`}
        locale={locale}
        report={game.report}
        hints={playing ? game.hints : undefined}
        takeHint={game.takeHint}
        showSolution={playing && !compact ? game.showSolution : undefined}
      />
    </section>
  );
}
