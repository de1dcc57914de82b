"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import useSWR from "swr";
import { playables } from "@/content/_generated/playables";
import type { Locale, SealedInstance } from "@/lib/challenges";
import { call } from "@/lib/client/api";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { CrashBoundary } from "@/lib/ui/play/CrashBoundary";
import { readItem, type ItemSeen } from "@/lib/wire/assignments";
import { unbroken } from "@/lib/words";
import { Problem } from "../../../shell/Problem";
import { useViewer } from "../../../shell/useViewer";
import { useWords } from "./words";

/** The rules of questions come with the first answer that is opened. */
const QuestionReplay = lazy(async () => ({ default: (await import("../../../questions/QuestionReplay")).QuestionReplay }));

/** What a student answered, as they saw it: on the board of its kind with the replay, or on the question's own card. */
export function AnswerReplay({ cohort, id }: { readonly cohort: string; readonly id: string }) {
  const t = useTranslations("insight");
  const { locale } = useWords();
  const who = useViewer();
  const { data, error } = useSWR(who && ["answer", who, cohort, id], async () => {
    const seen = await call(readItem, { params: { id: cohort, item: id } });
    const [type, kind] = seen.item.split(":");
    return { seen, game: type === "kind" && Object.hasOwn(playables, kind) ? await playables[kind]() : null };
  });
  if (error !== undefined) return <Problem error={error} />;
  const waiting = (
    <p role="status" className="m-0 text-ink-2">
      {t("loading")}
    </p>
  );
  if (!data) return waiting;
  const sorry = <p className="m-0 text-ink-2">{t("noReplay")}</p>;
  const { seen, game } = data;
  return (
    <div data-testid="answer" className="min-w-0 rounded-(--radius) border border-line bg-sheet p-4">
      <CrashBoundary fallback={sorry} onCrash={() => undefined}>
        {game !== null ? (
          <Board seen={seen} game={game} locale={locale} />
        ) : seen.instance === null ? (
          sorry
        ) : (
          <Suspense fallback={waiting}>
            <QuestionReplay answered={seen} locale={locale} waiting={waiting} />
          </Suspense>
        )}
      </CrashBoundary>
    </div>
  );
}

type Game = Awaited<ReturnType<(typeof playables)[string]>>;

function Board({ seen, game, locale }: { readonly seen: ItemSeen; readonly game: Game; readonly locale: Locale }) {
  const t = useTranslations("insight");
  // Judged by other rules it would say what nobody was told.
  if (seen.version !== game.version) return <p className="m-0 text-ink-2">{t("replayOld")}</p>;
  const reveal = game.reveal(seen.instance as SealedInstance, seen.answer);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="m-0 text-ink">{unbroken(reveal.grade.summary[locale])}</p>
      {reveal.replay({ locale, runners: topicRunner })}
    </div>
  );
}
