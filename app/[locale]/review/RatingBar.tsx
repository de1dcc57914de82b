"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/lib/ui/components";
import { useKeys } from "@/lib/ui/keys/useKeys";
import type { ReviewQueue } from "@/lib/wire/review";

const NAMES = ["again", "hard", "good", "easy"] as const;

/**
 * Four buttons, each with what it would do. After a wrong answer "again" stands alone, since the server would take nothing else: it is
 * the way to the next card, and says so.
 */
export function RatingBar({
  previews,
  correct,
  busy,
  onRate,
}: {
  previews: ReviewQueue["cards"][number]["previews"];
  correct: boolean;
  busy: boolean;
  onRate: (rating: number) => void;
}) {
  const t = useTranslations("review");
  const said = useId();
  const pick = (rating: number) => {
    if (!busy && (correct || rating === 1)) onRate(rating);
  };
  useKeys({
    1: () => pick(1),
    2: () => pick(2),
    3: () => pick(3),
    4: () => pick(4),
    // The natural rating: good after a right answer, again after a wrong one.
    space: () => pick(correct ? 3 : 1),
  });
  return (
    <div className="mt-4">
      <p className="mb-2 text-sm font-semibold text-ink" id={said}>
        {correct ? t("howWasIt") : t("againOnly")}
      </p>
      <div role="group" aria-labelledby={said} className={`grid gap-2 ${correct ? "grid-cols-2 sm:grid-cols-4" : "grid-cols-1"}`}>
        {NAMES.slice(0, correct ? 4 : 1).map((name, i) => {
          const days = previews.find((p) => p.rating === i + 1)?.days ?? 0;
          const when =
            days < 1 ? t("minutes", { minutes: Math.max(1, Math.round(days * 1440)) }) : t("days", { days: Math.round(days * 10) / 10 });
          return (
            <Button
              key={name}
              variant={(correct ? 3 : 1) === i + 1 ? "primary" : "secondary"}
              disabled={busy}
              onClick={() => pick(i + 1)}
              data-testid={`rate-${i + 1}`}
            >
              <span className="flex flex-col items-center leading-tight">
                <span>
                  <kbd className="key-name mr-1 text-xs">{i + 1}</kbd>
                  {correct ? t(name) : t("onward")}
                </span>
                <span className="text-xs tabular-nums">{correct ? when : t("comesBack", { when })}</span>
              </span>
            </Button>
          );
        })}
      </div>
    </div>
  );
}
