"use client";

import { useLocale, useTranslations } from "next-intl";
import useSWRImmutable from "swr/immutable";
import { playables } from "@/content/_generated/playables";
import type { Locale, SealedInstance } from "@/lib/challenges";
import { topicRunner } from "@/lib/client/engine/taskRunner";
import { CrashBoundary } from "@/lib/ui/play/CrashBoundary";
import type { ItemSeen } from "@/lib/wire/assignments";
import { unbroken } from "@/lib/words";
import { QuestionReplay } from "../questions/QuestionReplay";

/** An answer with what it was an answer to. */
type Answered = Pick<ItemSeen, "item" | "version" | "instance" | "answer">;

/** What somebody answered, on the board or card as they saw it, with its verdict. */
export function AnswerReplay({ answered }: { readonly answered: Answered }) {
  const t = useTranslations("work");
  const locale = useLocale() as Locale;
  const [type, of = ""] = answered.item.split(":");
  const { answer } = answered;
  if (answer === null || answer === undefined) return <p className="m-0 text-ink-2">{t("replay.nothing")}</p>;
  const sorry = <p className="m-0 text-ink-2">{t("replay.failed")}</p>;
  switch (type) {
    case "kind":
      return (
        <CrashBoundary fallback={sorry} onCrash={() => undefined}>
          <BoardReplay kind={of} answered={answered} />
        </CrashBoundary>
      );
    case "question":
    case "bank":
      return (
        <CrashBoundary fallback={sorry} onCrash={() => undefined}>
          <QuestionReplay answered={answered} locale={locale} waiting={<p role="status">{t("loading")}</p>} />
        </CrashBoundary>
      );
    case "simulation":
      return (
        <blockquote className="m-0 whitespace-pre-wrap break-words border-l-4 border-line-strong pl-4 text-ink">
          {(answer as { readonly seen?: string }).seen}
        </blockquote>
      );
    default:
      return <p className="m-0 text-ink-2">{t("replay.lesson")}</p>;
  }
}

function BoardReplay({ kind, answered }: { readonly kind: string; readonly answered: Answered }) {
  const t = useTranslations("work");
  const locale = useLocale() as Locale;
  const known = Object.hasOwn(playables, kind);
  const { data: game, error } = useSWRImmutable(known ? `content:playable:${kind}` : null, () => playables[kind]());
  if (error !== undefined || !known) return <p role="alert">{t("replay.failed")}</p>;
  if (!game) return <p role="status">{t("loading")}</p>;
  // Drawn by other rules it would be another puzzle.
  if (game.version !== answered.version) return <p className="m-0 text-ink-2">{t("replay.old")}</p>;
  const reveal = game.reveal(answered.instance as SealedInstance, answered.answer);
  return (
    <div data-testid="board-replay" className="flex min-w-0 flex-col gap-3">
      <p className="m-0 text-ink">{unbroken(reveal.grade.summary[locale])}</p>
      {reveal.replay({ locale, runners: topicRunner })}
    </div>
  );
}
