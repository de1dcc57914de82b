"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Locale, Misconception, Question } from "@/lib/challenges";
import { useQuestions, useTopic } from "@/lib/client/content";
import { seeded } from "@/lib/engine/random";
import { LiveRegion } from "@/lib/ui/components";
import { useKeys } from "@/lib/ui/keys/useKeys";
import type { ReviewQueue } from "@/lib/wire/review";
import { unbroken } from "@/lib/words";
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
  return <OpenQuestion {...props} question={question} misconceptions={topic.data.misconceptions} />;
}

interface OpenProps extends Props {
  readonly question: Question;
  readonly misconceptions: readonly Misconception[];
}

/** Choose (keys 1–4), see why, rate. The server decides right or wrong again. */
function OpenQuestion({ card, locale, busy, onRate, question, misconceptions }: OpenProps) {
  const t = useTranslations("review");
  const [chosen, setChosen] = useState<string | null>(null);
  const options = useMemo(() => seeded(card.seed).shuffle(question.options), [question, card.seed]);

  const pick = (place: number) => () => {
    if (place < options.length) setChosen(options[place].id);
  };
  useKeys(chosen === null ? { 1: pick(0), 2: pick(1), 3: pick(2), 4: pick(3) } : {});

  const feedback = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== null) feedback.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  const choice = options.find((o) => o.id === chosen);
  const correct = choice?.correct === true;
  const misconception = misconceptions.find((x) => x.id === choice?.misconception);

  return (
    <div>
      <h2 className="mb-4 text-balance text-lg font-bold text-ink">{unbroken(question.prompt[locale])}</h2>
      <ul className="flex flex-col gap-2">
        {options.map((option, i) => {
          const shown = chosen !== null && (option.correct === true || option.id === chosen);
          const tone = !shown ? "border-line" : option.correct ? "border-good bg-good-wash" : "border-bad bg-bad-wash";
          return (
            <li key={option.id}>
              <button
                type="button"
                aria-pressed={option.id === chosen}
                aria-disabled={chosen !== null}
                onClick={() => chosen === null && setChosen(option.id)}
                data-correct={option.correct === true}
                className={`flex min-h-12 w-full items-center gap-3 rounded-(--radius) border bg-paper px-4 py-2 text-left text-ink transition-colors duration-150 ${tone}`}
              >
                <kbd aria-hidden className="text-sm text-ink-2">
                  {i + 1}
                </kbd>
                <span className="flex-1">{unbroken(option.text[locale])}</span>
                {shown &&
                  (option.correct ? (
                    <Check aria-label={t("right")} size={18} className="text-good" />
                  ) : (
                    <X aria-label={t("wrong")} size={18} className="text-bad" />
                  ))}
              </button>
            </li>
          );
        })}
      </ul>
      <LiveRegion message={chosen === null ? "" : correct ? t("right") : t("wrong")} />
      {chosen !== null && (
        <div ref={feedback}>
          <div className="mt-4 rounded-(--radius) border-l-4 border-brand bg-paper p-3 text-sm text-ink">
            {misconception && <p className="mb-2">{unbroken(misconception.correction[locale])}</p>}
            <p>{unbroken(question.explanation[locale])}</p>
          </div>
          <RatingBar previews={card.previews} correct={correct} busy={busy} onRate={(rating) => onRate({ optionId: chosen }, rating)} />
        </div>
      )}
    </div>
  );
}
