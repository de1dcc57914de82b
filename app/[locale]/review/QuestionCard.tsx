"use client";

import { useTranslations } from "next-intl";
import { Suspense, useMemo, useState } from "react";
import type { Locale, Misconception } from "@/lib/challenges";
import { useQuestions, useTopic } from "@/lib/client/content";
import { drawQuestion, known, versionOf, type Question } from "@/lib/questions";
import type { ReviewQueue } from "@/lib/wire/review";
import { readStanding, writeStanding } from "../questions/draft";
import { QuestionFrame } from "../questions/QuestionFrame";
import { RatingBar } from "./RatingBar";
import type { CardAnswer } from "./answer";

interface Props {
  readonly card: ReviewQueue["cards"][number];
  readonly locale: Locale;
  readonly busy: boolean;
  readonly onRate: (answer: CardAnswer, rating: number) => void;
}

/** One question, which comes with the questions of its own topic only. */
export function QuestionCard(props: Props) {
  const t = useTranslations("review");
  const { card } = props;
  const questions = useQuestions(card.topic);
  const topic = useTopic(card.topic);
  const question = questions.data?.find((q) => q.id === card.item);
  if (questions.gone || (questions.data && !question)) return <p role="alert">{t("gone")}</p>;
  if (questions.failed || topic.failed) return <p role="alert">{t("offline")}</p>;
  if (!question || !topic.data) return <p role="status">{t("loading")}</p>;
  return (
    <Suspense fallback={<p role="status">{t("loading")}</p>}>
      <OpenQuestion {...props} question={question} misconceptions={topic.data.misconceptions} />
    </Suspense>
  );
}

interface OpenProps extends Props {
  readonly question: Question;
  readonly misconceptions: readonly Misconception[];
}

/** Answer, see why, rate. The server draws the same instance and decides right or wrong again. */
function OpenQuestion({ card, locale, busy, onRate, question, misconceptions }: OpenProps) {
  const drawn = useMemo(() => drawQuestion(question, card.seed), [question, card.seed]);
  const [kept] = useState(() => readStanding(card.seed));
  return (
    <QuestionFrame
      drawn={drawn}
      misconceptions={misconceptions}
      locale={locale}
      kept={kept}
      onKeep={(standing) => writeStanding(card.seed, standing)}
      keys
      after={(grade, answer) => (
        <RatingBar
          previews={card.previews}
          correct={known(grade)}
          busy={busy}
          onRate={(rating) => {
            // Once it is rated the card starts afresh: when the rating is taken back it is asked anew.
            writeStanding(card.seed, undefined);
            onRate({ answer, draw: card.draw, version: versionOf(question) }, rating);
          }}
        />
      )}
    />
  );
}
