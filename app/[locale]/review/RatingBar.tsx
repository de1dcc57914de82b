"use client";

import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/challenges";
import { Button } from "@/lib/ui/components";
import { useKeys } from "@/lib/ui/keys/useKeys";
import type { ReviewQueue } from "@/lib/wire/review";

const NAMES = ["again", "hard", "good", "easy"] as const;

/** Four buttons, each with what it would do. After a wrong answer only "again" is offered: the server would refuse the rest. */
export function RatingBar({
  previews,
  correct,
  busy,
  locale,
  onRate,
}: {
  previews: ReviewQueue["cards"][number]["previews"];
  correct: boolean;
  busy: boolean;
  locale: Locale;
  onRate: (rating: number) => void;
}) {
  const t = useTranslations("review");
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
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <div className="mt-4">
      <p className="mb-2 text-sm font-semibold text-ink">{correct ? t("howWasIt") : t("againOnly")}</p>
      <div role="group" aria-label={t("howWasIt")} className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {NAMES.map((name, i) => {
          const days = previews.find((p) => p.rating === i + 1)?.days ?? 0;
          return (
            <Button
              key={name}
              variant={(correct ? 3 : 1) === i + 1 ? "primary" : "secondary"}
              disabled={busy || (!correct && i > 0)}
              onClick={() => pick(i + 1)}
              data-testid={`rate-${i + 1}`}
            >
              <span className="flex flex-col items-center leading-tight">
                <span>
                  <kbd className="mr-1 text-xs">{i + 1}</kbd>
                  {t(name)}
                </span>
                <span className="text-xs tabular-nums">
                  {days < 1 ? t("minutes", { minutes: Math.max(1, Math.round(days * 1440)) }) : t("days", { days: format.format(days) })}
                </span>
              </span>
            </Button>
          );
        })}
      </div>
    </div>
  );
}
