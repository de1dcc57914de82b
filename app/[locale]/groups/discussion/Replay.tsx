"use client";

import { useTranslations } from "next-intl";
import useSWR from "swr";
import { playables } from "@/content/_generated/playables";
import type { Locale, SealedInstance } from "@/lib/challenges";
import { call } from "@/lib/client/api";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { CrashBoundary } from "@/lib/ui/play/CrashBoundary";
import { readPuzzle } from "@/lib/wire/discussion";
import { num, unbroken } from "@/lib/words";
import { Problem } from "../../shell/Problem";
import { useWho } from "../data";

/** What somebody answered, replayed as they saw it: from the seed of practice, or from the instance that the server kept of graded work. */
export function Replay({ group, thread, locale }: { readonly group: string; readonly thread: string; readonly locale: Locale }) {
  const t = useTranslations("discussion");
  const who = useWho();
  const { data, error } = useSWR(who && ["shared-puzzle", who, group, thread], async () => {
    const shared = await call(readPuzzle, { params: { id: group, thread } });
    return { shared, game: await playables[shared.kind]() };
  });
  if (error !== undefined) return <Problem error={error} />;
  if (!data)
    return (
      <p role="status" className="m-0 text-ink-2">
        {t("loading")}
      </p>
    );
  const { shared, game } = data;
  const { seed, level, version, instance, answer, score } = shared;
  // Drawn by other rules it would be another puzzle.
  if (version !== game.version) return <p className="m-0 text-ink-2">{t("replayOld")}</p>;
  const sorry = <p className="m-0 text-ink-2">{t("noReplay")}</p>;
  const drawn = () => {
    try {
      return game.reveal(seed === null ? (instance as SealedInstance) : game.draw(seed, level), answer);
    } catch {
      return null;
    }
  };
  const reveal = drawn();
  if (reveal === null) return sorry;
  return (
    <div data-testid="shared-replay" className="flex min-w-0 flex-col gap-2">
      <p className="m-0 text-sm text-ink-2">{t("replayScore", { score: num(score) })}</p>
      <p className="m-0 text-ink">{unbroken(reveal.grade.summary[locale])}</p>
      <CrashBoundary fallback={sorry} onCrash={() => undefined}>
        {reveal.replay({ locale, runners: topicRunner })}
      </CrashBoundary>
    </div>
  );
}
