"use client";

import { ArrowLeft, ArrowRight, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Link } from "@/i18n/navigation";
import { ApiError, call, useProgress } from "@/lib/client/api";
import { useOutbox } from "@/lib/client/outbox";
import { NEW_CARDS_A_DAY } from "@/lib/review/queue";
import { Boki } from "@/lib/ui/brand";
import { Button, buttonStyle } from "@/lib/ui/components";
import { finishLesson } from "@/lib/wire/learn";
import type { BodyOf } from "@/lib/wire/route";
import { Challenge } from "./parts/Challenge";
import { useLesson } from "./parts/LessonContext";

type Finished = BodyOf<typeof finishLesson>;
type Neighbour = { readonly id: string; readonly title: string } | null;

/** Mark it finished (its questions become cards), play its challenges, go on. */
export function LessonClose({ previous, next }: { readonly previous: Neighbour; readonly next: Neighbour }) {
  const t = useTranslations("lesson");
  const { topic, kinds, locale } = useLesson();
  const { data: progress } = useProgress();
  const [saving, setSaving] = useState(false);
  const [cards, setCards] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  // Also one of an earlier visit, which is still to be sent.
  const kept = useOutbox().some(
    ({ path, state, problem, body }) =>
      path === finishLesson.path && state === "waiting" && problem !== null && (body as Finished).topic === topic.id,
  );
  const done = progress?.topics.find((x) => x.topic === topic.id)?.lessonDone ?? false;

  // The button that was pressed goes, and what there is to do next takes its place: the focus goes with it.
  const pressed = useRef(false);
  const toReview = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (done && pressed.current) toReview.current?.focus();
    if (done) pressed.current = false;
  }, [done]);

  const finish = async () => {
    if (saving || kept) return;
    pressed.current = true;
    setSaving(true);
    setProblem(null);
    try {
      const reply = await call(finishLesson, { body: { topic: topic.id } });
      setCards(reply.cards);
    } catch (error) {
      if (error instanceof ApiError) setProblem(error.text[locale]);
      else throw error;
    } finally {
      setSaving(false);
    }
  };

  return (
    <div className="mx-auto mt-12 max-w-[var(--measure)]">
      <div className="flex min-h-32 flex-wrap items-center gap-x-5 gap-y-3 rounded-[var(--radius-lg)] border border-line bg-paper-2 p-5">
        <Boki mood={done ? "delighted" : "curious"} className="size-20 shrink-0" />
        <p role="status" className="min-w-48 flex-1 text-ink">
          {done ? t("finished") : kept ? t("kept") : t("finishHint")}
          {done && cards > 0 && ` ${t("cardsAdded", { cards, daily: NEW_CARDS_A_DAY })}`}
          {problem !== null && <span className="block font-semibold text-bad">{problem}</span>}
        </p>
        {done ? (
          <Link ref={toReview} href="/review" className={buttonStyle()}>
            {t("toReview")}
          </Link>
        ) : (
          <Button aria-disabled={saving || kept} onClick={() => void finish()}>
            <Check aria-hidden="true" className="size-5" />
            {saving && !kept ? t("finishing") : t("finish")}
          </Button>
        )}
      </div>
      <section aria-labelledby="challenges" className="mt-12">
        <h2 id="challenges" className="text-xl font-bold text-ink">
          {t("challenges")}
        </h2>
        {kinds.map(({ kind }) => (
          <Challenge key={kind} kind={kind} />
        ))}
      </section>
      <nav aria-label={t("neighbours")} className="mt-10 grid grid-cols-2 gap-4">
        {previous ? (
          <Link
            href={`/learn/${previous.id}`}
            className="flex flex-col gap-1 rounded-[var(--radius)] border border-line p-4 hover:bg-paper-2"
          >
            <span className="flex items-center gap-1 text-sm text-ink-2">
              <ArrowLeft aria-hidden="true" className="size-4" />
              {t("previous")}
            </span>
            <span className="font-bold text-ink">{previous.title}</span>
          </Link>
        ) : (
          <span />
        )}
        {next ? (
          <Link
            href={`/learn/${next.id}`}
            className="flex flex-col items-end gap-1 rounded-[var(--radius)] border border-line p-4 text-right hover:bg-paper-2"
          >
            <span className="flex items-center gap-1 text-sm text-ink-2">
              {t("next")}
              <ArrowRight aria-hidden="true" className="size-4" />
            </span>
            <span className="font-bold text-ink">{next.title}</span>
          </Link>
        ) : null}
      </nav>
    </div>
  );
}
