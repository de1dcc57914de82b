"use client";

import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { LEVELS, type Level, type Locale } from "@/lib/challenges";
import { useProgress } from "@/lib/client/api";
import { Segmented } from "@/lib/ui/components";
import { ChallengePlayer } from "../ChallengePlayer";

const SEED = /^[A-Za-z0-9_-]{1,32}$/;

/** `?level=3&seed=abc` is a shared, exact instance; without a seed the server draws a fresh one at the learner's level. */
export function PlayFromUrl({ kind, locale }: { kind: string; locale: Locale }) {
  const t = useTranslations("play");
  const search = useSearchParams();
  const progress = useProgress();
  const asked = Number(search.get("level"));
  const shared = search.get("seed") ?? undefined;
  const [level, setLevel] = useState<Level | undefined>(LEVELS.find((l) => l === asked));
  const [seed, setSeed] = useState(shared && SEED.test(shared) ? shared : undefined);
  const suggested = progress.data?.topics.flatMap((x) => x.kinds).find((x) => x.kind === kind)?.nextLevel;

  return (
    <div className="flex flex-col gap-4">
      <Segmented
        label={t("level")}
        value={String(level ?? suggested ?? 1)}
        options={LEVELS.map((l) => ({ value: String(l), label: String(l) }))}
        onChange={(value) => {
          setSeed(undefined);
          setLevel(LEVELS.find((l) => String(l) === value));
        }}
      />
      {seed && <p className="rounded-(--radius) bg-paper-2 p-3 text-sm text-ink-2">{t("sharedInstance")}</p>}
      <ChallengePlayer
        key={`${level ?? "auto"}/${seed ?? "fresh"}`}
        kind={kind}
        locale={locale}
        level={level ?? (seed ? 1 : undefined)}
        seed={seed}
      />
    </div>
  );
}
