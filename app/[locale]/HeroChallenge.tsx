"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import type { Locale } from "@/lib/challenges";
import { FIRST_ROUND } from "@/lib/challenges/firstRound";
import { Boki } from "@/lib/ui/brand";
import { BoardSkeleton } from "./play/BoardSkeleton";

const { kind: KIND, ...FIRST } = FIRST_ROUND;

const Game = lazy(async () => {
  const [{ playables }, { ChallengePlayer }, { issueRound }] = await Promise.all([
    import("@/content/_generated/playables"),
    import("./play/ChallengePlayer"),
    import("./play/issueRound"),
  ]);
  const playable = await playables[KIND]?.();
  return {
    default: function Game({ locale }: { readonly locale: Locale }) {
      const t = useTranslations("home");
      if (!playable) return <p className="text-ink-2">{t("boardMissing")}</p>;
      return <ChallengePlayer kind={KIND} issue={issueRound} locale={locale} compact preload={{ playable, ...FIRST }} />;
    },
  };
});

/** The board in the hero: a real instance, playable before anything is asked of anyone. Its place is kept from the start. */
export function HeroChallenge({ locale }: { readonly locale: Locale }) {
  const t = useTranslations("home");
  return (
    <div
      className="relative rounded-[var(--radius-lg)] border border-line bg-sheet p-4 shadow-2 sm:p-5"
      role="region"
      aria-label={t("board")}
    >
      <Boki mood="curious" className="absolute -top-16 right-5 size-20 sm:right-8" />
      <div className="min-h-[38rem] md:min-h-[47rem] lg:min-h-[42.5rem] xl:min-h-[46rem]">
        <Suspense fallback={<BoardSkeleton label={t("board")} />}>
          <Game locale={locale} />
        </Suspense>
      </div>
    </div>
  );
}
