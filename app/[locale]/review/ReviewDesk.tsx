"use client";

import { Flame, Keyboard, Target, Undo2, Users } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { ApiError, call, newKey, useMe, useReviewQueue } from "@/lib/client/api";
import { useOutbox } from "@/lib/client/outbox";
import { Boki } from "@/lib/ui/brand";
import { Button, LiveRegion } from "@/lib/ui/components";
import { useKeys } from "@/lib/ui/keys/useKeys";
import { Link } from "@/i18n/navigation";
import { fetchCards } from "@/lib/questions/cards";
import * as review from "@/lib/wire/review";
import { DayCount } from "./DayCount";
import { QuestionCard } from "./QuestionCard";
import { SkillCard } from "./SkillCard";
import type { CardAnswer } from "./answer";
import { showWhole } from "./showWhole";
import { useCardInHand } from "./useCardInHand";

type Card = review.ReviewQueue["cards"][number];
type Rated = Pick<review.ReviewAnswer, "cardId">;

interface Props {
  readonly locale: Locale;
  /** Of the topics, by id. */
  readonly titles: Readonly<Record<string, string>>;
  /** What each challenge kind trains, by kind. */
  readonly skills: Readonly<Record<string, string>>;
}

/** Today's due cards, one at a time: answer, see why, say how it felt. Keys: 1–4, space, u. */
export function ReviewDesk({ locale, titles, skills }: Props) {
  const t = useTranslations("review");
  const queue = useReviewQueue();
  const me = useMe();
  const [help, setHelp] = useState(false);
  const [asking, setAsking] = useState(false);
  /** What came of the last rating or undo. */
  const [note, setNote] = useState<{ readonly text: string; readonly failed: boolean } | null>(null);
  const data = queue.data;
  const waiting = useOutbox().filter(({ state, path }) => state === "waiting" && (path === review.grade.path || path === review.undo.path));
  // What the server has not heard yet is done for the learner all the same: the next card is on.
  const rated = waiting
    .filter(({ problem, path }) => problem !== null && path === review.grade.path)
    .map(({ body }) => (body as Rated).cardId);
  const { card, takeUp } = useCardInHand(
    data?.cards.filter(({ id }) => !rated.includes(id)),
    data,
  );
  const busy = asking || waiting.some(({ problem }) => problem === null);
  const canUndo = data?.canUndo === true && waiting.length === 0;

  useEffect(() => void fetchCards(), []);

  // The next card begins at its beginning, wherever the last one ended.
  const desk = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  const at = card?.seed ?? null;
  useEffect(() => {
    const first = shown.current === null;
    shown.current = at;
    if (first || at === null || !desk.current || !article.current) return;
    article.current.focus({ preventScroll: true });
    return showWhole(desk.current, article.current);
  }, [at]);

  // What the last card brought has been read by whoever does the next thing.
  const told = note !== null && !note.failed;
  useEffect(() => {
    if (!told) return;
    const clear = () => setNote(null);
    const acts = ["pointerdown", "keydown"] as const;
    for (const act of acts) window.addEventListener(act, clear, { capture: true });
    return () => {
      for (const act of acts) window.removeEventListener(act, clear, { capture: true });
    };
  }, [told]);

  /** Waits for the server's answer, or for the word that it comes later. */
  const ask = async <T,>(write: (onKept: () => void) => Promise<T>, done: (reply: T) => void) => {
    setAsking(true);
    setNote(null);
    try {
      done(await write(() => setAsking(false)));
    } catch (error) {
      setNote({ text: error instanceof ApiError ? error.text[locale] : t("offline"), failed: true });
    } finally {
      setAsking(false);
    }
  };

  const rate = (answer: CardAnswer, rating: number) => {
    if (!card || !data || busy) return;
    const body = { cardId: card.id, ...answer, rating, stamp: data.stamp };
    void ask(
      (onKept) => call(review.grade, { body, key: newKey(), onKept }),
      ({ xp }) => {
        if (xp > 0) setNote({ text: t("xp", { xp }), failed: false });
      },
    );
  };

  const undo = () => {
    if (!canUndo || busy) return;
    const query = { review: data.lastReview ?? undefined };
    void ask(
      (onKept) => call(review.undo, { query, key: newKey(), onKept }),
      ({ cardId }) => {
        takeUp(cardId);
        setNote({ text: t("undone"), failed: false });
      },
    );
  };

  useKeys({ undo, help: () => setHelp(!help) });

  if (queue.error && !data) {
    return (
      <div role="alert" className="flex flex-col items-center gap-4 py-16 text-center">
        <p className="text-ink">{queue.error instanceof ApiError ? queue.error.text[locale] : t("offline")}</p>
        <Button onClick={() => void queue.refresh()}>{t("retry")}</Button>
      </div>
    );
  }
  if (!data)
    return (
      <p role="status" className="py-24 text-center text-ink-2">
        {t("loading")}
      </p>
    );

  return (
    <div ref={desk} className="flex flex-col gap-5">
      <LiveRegion message={note && !note.failed ? note.text : ""} />
      <div className="flex items-center gap-3">
        <DayCount queue={data} />
        {/* Of the card that was rated, so it stands with the day's count and not on the next card. */}
        {note && !note.failed && (
          <span aria-hidden="true" className="text-sm font-semibold text-good" data-testid="note">
            {note.text}
          </span>
        )}
        <Button variant="ghost" size="sm" aria-label={t("undo")} title={t("undo")} aria-disabled={!canUndo || busy} onClick={undo}>
          <Undo2 aria-hidden size={18} />
        </Button>
        <Button variant="ghost" size="sm" aria-label={t("keys")} title={t("keys")} aria-expanded={help} onClick={() => setHelp(!help)}>
          <Keyboard aria-hidden size={18} />
        </Button>
      </div>
      {me.data?.user && (
        <p className="m-0 flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums text-ink-2" data-testid="today">
          <span className="inline-flex items-center gap-1.5">
            <Flame aria-hidden size={16} className={me.data.streakToday ? "text-brand" : ""} />
            {t("streak", { days: me.data.streak })}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <Target aria-hidden size={16} />
            {t("goal", { today: me.data.xpToday, goal: me.data.dailyGoal })}
          </span>
        </p>
      )}
      {note?.failed && (
        <p role="alert" className="m-0 rounded-(--radius) border border-bad bg-bad-wash p-3 text-sm text-ink">
          {note.text}
        </p>
      )}
      {help && <p className="rounded-(--radius) bg-paper-2 p-3 text-sm text-ink-2">{t("keysHelp")}</p>}

      {rated.length > 0 && (
        <p role="status" className="m-0 text-sm text-ink-2" data-testid="kept">
          {t("kept", { count: rated.length })}
        </p>
      )}
      {card ? (
        <article
          key={at}
          ref={article}
          tabIndex={-1}
          className="outline-none rounded-(--radius) border border-line bg-paper-2 p-4 shadow-(--shadow-1) sm:p-6"
          data-testid="card"
          data-type={card.type}
        >
          <p className="mb-3 flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
            <span>
              {titles[card.topic]}
              {card.from && <From from={card.from} />}
            </span>
          </p>
          {card.type === "question" ? (
            <QuestionCard card={card} locale={locale} busy={busy} onRate={rate} />
          ) : (
            <SkillCard card={card} skill={skills[card.item]} locale={locale} busy={busy} onRate={rate} />
          )}
        </article>
      ) : (
        <Finished locale={locale} nextDue={data.nextDue} done={data.doneToday} />
      )}
    </div>
  );
}

/** The peer session whose note a card came with. */
function From({ from: { date, yesterday, session } }: { readonly from: NonNullable<Card["from"]> }) {
  const t = useTranslations("review");
  const locale = useLocale();
  const on = new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { month: "long", day: "numeric", timeZone: "UTC" });
  const words = yesterday ? t("fromYesterday") : t("fromSession", { date: on });
  return (
    <span
      className="ml-2 inline-flex items-center gap-1.5 rounded-full bg-paper-3 px-2.5 py-0.5 text-xs font-semibold text-ink"
      data-testid="from"
    >
      <Users aria-hidden size={14} />
      {session === null ? (
        words
      ) : (
        <Link
          href={`/groups/${session.group}/sessions/${session.id}`}
          title={session.name}
          className="text-ink underline underline-offset-4"
        >
          {words}
        </Link>
      )}
    </span>
  );
}

function Finished({ locale, nextDue, done }: { locale: Locale; nextDue: string | null; done: number }) {
  const t = useTranslations("review");
  const fresh = done === 0 && nextDue === null;
  return (
    <div className="flex flex-col items-center gap-4 py-10 text-center" data-testid="all-done">
      <Boki mood={fresh ? "curious" : "asleep"} className="size-36" />
      <p className="text-xl font-bold text-ink">{fresh ? t("empty") : t("allDone")}</p>
      <p className="max-w-prose text-ink-2">
        {fresh
          ? t("emptyHint")
          : nextDue
            ? t("nextDue", { when: new Date(nextDue).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" }) })
            : t("noneScheduled")}
      </p>
      <Link href="/learn" className="inline-flex min-h-11 items-center rounded-(--radius) bg-brand px-5 font-semibold text-brand-ink">
        {t("toLearn")}
      </Link>
    </div>
  );
}
