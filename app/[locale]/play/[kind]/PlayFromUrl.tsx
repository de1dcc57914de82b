"use client";

import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";
import { LEVELS, type Level, type Locale } from "@/lib/challenges";
import { useProgress } from "@/lib/client/api";
import { Segmented } from "@/lib/ui/components";
import { ChallengePlayer } from "../ChallengePlayer";
import type { Wish } from "../issued";
import { askEarly, issueRound } from "../issueRound";
import { readIssued } from "../roundStore";

const SEED = /^[A-Za-z0-9_-]{1,32}$/;

/** What an address asks for: a level, an instance. An instance without a level is one of the first. */
function wishOf(search: Pick<URLSearchParams, "get">): Wish {
  const level = LEVELS.find((l) => l === Number(search.get("level")));
  const seed = search.get("seed") ?? undefined;
  return seed !== undefined && SEED.test(seed) ? { level: level ?? 1, seed } : { level };
}

/** The kind that an address plays, in either language. */
const kindIn = (path: string): string | undefined => /^\/(?:ko|en)\/play\/([\w-]+)$/.exec(path)?.[1];

// As soon as this code is there: the page that it belongs to has yet to come alive.
const opens = typeof window === "undefined" ? undefined : kindIn(window.location.pathname);
if (opens !== undefined) askEarly(opens, wishOf(new URLSearchParams(window.location.search)));

/** Names the round on the board in the address: a reload, the other language and a step back bring it back, draft and all. */
function nameInAddress({ seed, level }: { readonly seed: string; readonly level: Level }): void {
  const search = new URLSearchParams(window.location.search);
  search.set("level", String(level));
  search.set("seed", seed);
  window.history.replaceState(null, "", `?${search}`);
}

/** `?level=3&seed=abc` is one's own round come back, or an exact instance that somebody shared; without a seed the server draws a fresh one at the learner's level. */
export function PlayFromUrl({ kind, locale, about }: { kind: string; locale: Locale; about: string }) {
  const t = useTranslations("play");
  const search = useSearchParams();
  const progress = useProgress();
  const [first] = useState(() => wishOf(search));
  const [wish, setWish] = useState(first);
  const { level, seed } = wish;
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
          setForeign(false);
          setWish({ level: LEVELS.find((l) => String(l) === value) });
        }}
      />
      {foreign && <p className="m-0 text-sm text-ink-2">{t("sharedInstance")}</p>}
      <ChallengePlayer
        key={`${level ?? "auto"}/${seed ?? "fresh"}`}
        kind={kind}
        issue={issueRound}
        locale={locale}
        about={wish === first ? about : undefined}
        level={level}
        seed={seed}
        onOpened={opened}
      />
    </div>
  );
}
