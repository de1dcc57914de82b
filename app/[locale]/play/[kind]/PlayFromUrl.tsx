"use client";

import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { LEVELS, type Level, type Locale } from "@/lib/challenges";
import { useProgress } from "@/lib/client/api";
import { Segmented } from "@/lib/ui/components";
import { ChallengePlayer } from "../ChallengePlayer";
import { readIssued } from "../roundStore";

const SEED = /^[A-Za-z0-9_-]{1,32}$/;

/** Names the round on the board in the address: a reload, the other language and a step back bring it back, draft and all. */
function nameInAddress({ seed, level }: { readonly seed: string; readonly level: Level }): void {
  const search = new URLSearchParams(window.location.search);
  search.set("level", String(level));
  search.set("seed", seed);
  window.history.replaceState(null, "", `?${search}`);
}

/** `?level=3&seed=abc` is one's own round come back, or an exact instance that somebody shared; without a seed the server draws a fresh one at the learner's level. */
export function PlayFromUrl({ kind, locale }: { kind: string; locale: Locale }) {
  const t = useTranslations("play");
  const search = useSearchParams();
  const progress = useProgress();
  const asked = Number(search.get("level"));
  const shared = search.get("seed") ?? undefined;
  const [level, setLevel] = useState<Level | undefined>(LEVELS.find((l) => l === asked));
  const [seed, setSeed] = useState(shared && SEED.test(shared) ? shared : undefined);
  // Somebody else's, unless it was issued here.
  const [foreign, setForeign] = useState(() => seed !== undefined && readIssued({ kind, level: level ?? 1, seed }) === null);
  const opened = useCallback(
    (round: { readonly seed: string; readonly level: Level }) => {
      nameInAddress(round);
      if (round.seed !== seed) setForeign(false);
    },
    [seed],
  );
  const suggested = progress.data?.topics.flatMap((x) => x.kinds).find((x) => x.kind === kind)?.nextLevel;

  return (
    <div className="flex flex-col gap-4">
      <Segmented
        label={t("level")}
        value={String(level ?? suggested ?? 1)}
        options={LEVELS.map((l) => ({ value: String(l), label: String(l) }))}
        onChange={(value) => {
          setSeed(undefined);
          setForeign(false);
          setLevel(LEVELS.find((l) => String(l) === value));
        }}
      />
      {foreign && <p className="m-0 text-sm text-ink-2">{t("sharedInstance")}</p>}
      <ChallengePlayer
        key={`${level ?? "auto"}/${seed ?? "fresh"}`}
        kind={kind}
        locale={locale}
        level={level ?? (seed ? 1 : undefined)}
        seed={seed}
        onOpened={opened}
      />
    </div>
  );
}
