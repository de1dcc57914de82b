"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { playables } from "@/content/_generated/playables";
import type { Locale } from "@/lib/challenges";
import { FIRST_ROUND } from "@/lib/challenges/firstRound";
import { Boki } from "@/lib/ui/brand";
import { BoardSkeleton } from "./play/BoardSkeleton";
import { ChallengePlayer } from "./play/ChallengePlayer";

const { kind: KIND, ...FIRST } = FIRST_ROUND;

const load: (typeof playables)[string] | undefined = playables[KIND];
const Game = lazy(async () => {
  if (!load) throw new Error(`no challenge kind "${KIND}"`);
  const playable = await load();
  return {
    default: function Game({ locale }: { readonly locale: Locale }) {
      return <ChallengePlayer kind={KIND} locale={locale} compact preload={{ playable, ...FIRST }} />;
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
        {load ? (
          <Suspense fallback={<BoardSkeleton label={t("board")} />}>
            <Game locale={locale} />
          </Suspense>
        ) : (
          <p className="text-ink-2">{t("boardMissing")}</p>
        )}
      </div>
    </div>
  );
}
