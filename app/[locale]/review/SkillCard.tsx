"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChallengePlayer } from "../play/ChallengePlayer";
import { issueWork } from "../play/issueWork";
import { PASS_SCORE, type Locale } from "@/lib/challenges";
import type { AttemptResult } from "@/lib/wire/play";
import type { ReviewQueue } from "@/lib/wire/review";
import { RatingBar } from "./RatingBar";
import type { CardAnswer } from "./answer";

interface Props {
  readonly card: ReviewQueue["cards"][number];
  readonly skill: string | undefined;
  readonly locale: Locale;
  readonly busy: boolean;
  readonly onRate: (answer: CardAnswer, rating: number) => void;
}

/** A skill: each review draws a fresh instance, so an answer cannot be memorised. */
export function SkillCard({ card, skill, locale, busy, onRate }: Props) {
  const t = useTranslations("review");
  const [result, setResult] = useState<AttemptResult | null>(null);
  return (
    <div className="flex flex-col gap-3">
      <h2 className="text-balance text-lg font-bold text-ink">{skill}</h2>
      <ChallengePlayer
        issue={issueWork}
        kind={card.item}
        locale={locale}
        level={card.level ?? undefined}
        cardId={card.id}
        compact
        onSettled={setResult}
        after={
          result ? (
            <RatingBar
              previews={card.previews}
              correct={result.score >= PASS_SCORE}
              busy={busy}
              onRate={(rating) => onRate({ attemptId: result.id }, rating)}
            />
          ) : (
            <p className="text-sm text-ink-2">{t("settling")}</p>
          )
        }
      />
    </div>
  );
}
