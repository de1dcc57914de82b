"use client";

import { Share2, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState, type ReactElement, type ReactNode } from "react";
import { starsOf, XP_FROM, type Level, type Locale, type Misconception } from "@/lib/challenges";
import { Button, copyText, useReducedMotion } from "@/lib/ui/components";
import { Link } from "@/i18n/navigation";
import { particle, unbroken } from "@/lib/words";
import type { AttemptResult } from "@/lib/wire/play";
import { EngineNote } from "./EngineNote";
import { countsOf, type RoundVerdict } from "./roundVerdict";

const AskGroup = lazy(async () => ({ default: (await import("./AskGroup")).AskGroup }));

export interface VerdictProps {
  readonly kind: string;
  readonly topic: string;
  /** Those of the topic; the verdict shows the ones that this answer reveals. */
  readonly misconceptions: readonly Misconception[];
  readonly locale: Locale;
  /** Without a seed there is nothing to share. */
  readonly place: { readonly seed?: string; readonly level: Level };
  readonly verdict: RoundVerdict;
  readonly replay: ReactElement;
  readonly compact: boolean;
  readonly after?: ReactNode;
  readonly onAgain: () => void;
  readonly onLevel: (level: Level) => void;
}

/** The line in place of XP. */
function whyNoXp({ duplicate, credited, chosen, score }: AttemptResult): "sameAnswer" | "chosenSeed" | "afterSolution" | "lowXp" | "noXp" {
  if (duplicate) return "sameAnswer";
  if (chosen) return "chosenSeed";
  if (!credited) return "afterSolution";
  return score < XP_FROM ? "lowXp" : "noXp";
}

/** Stars, what was right, what was not, the misstep replayed, one line on the misconception, and where to go from here. */
export function Verdict({ kind, topic, misconceptions, locale, place, verdict, replay, compact, after, onAgain, onLevel }: VerdictProps) {
  const t = useTranslations("play");
  const { settlement } = verdict;
  const { grade, score: graded } = verdict.reveal;
  const { score, hints } = countsOf(verdict);
  const stars = starsOf(score);
  const settled = settlement.status === "settled" ? settlement.result : null;
  const reduced = useReducedMotion();

  useEffect(() => {
    if (stars !== 3 || reduced || settled === null || verdict.again) return;
    void import("canvas-confetti").then(({ default: confetti }) =>
      confetti({ particleCount: 60, spread: 55, origin: { y: 0.7 }, disableForReducedMotion: true }),
    );
  }, [stars, reduced, settled, verdict.again]);

  const revealed = misconceptions.filter((x) => grade.misconceptions.includes(x.id));
  const wrong = grade.parts.filter((part) => !part.correct && part.note);

  return (
    <div
      className="flex animate-rise flex-col gap-5 rounded-(--radius) border border-line bg-paper-2 p-4 shadow-(--shadow-2) sm:p-6"
      data-testid="verdict"
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Stars stars={stars} label={t("stars", { stars })} />
        <p className="text-3xl font-bold tabular-nums text-ink">{t("score", { score })}</p>
        <div
          role="status"
          className="min-h-8 text-sm font-semibold tabular-nums text-ink-2"
          data-testid="settlement"
          data-status={settlement.status}
        >
          {settlement.status === "sending" && t("sending")}
          {settlement.status === "kept" && t("kept")}
          {settled &&
            (settled.xp > 0 ? (
              <span className="rounded-full bg-good-wash px-3 py-1 text-good">{t("xp", { xp: settled.xp })}</span>
            ) : (
              t(whyNoXp(settled), { score: XP_FROM })
            ))}
        </div>
      </div>

      {score < graded && (
        <p className="m-0 text-sm text-ink-2" data-testid="counted">
          {t("counted", { graded, score, hints })}
        </p>
      )}

      {settlement.status === "unsent" && (
        <div role="alert" className="rounded-(--radius) border border-warn p-3 text-sm text-ink">
          {settlement.problem[locale]}
        </div>
      )}

      <p className="text-ink" data-testid="summary">
        {unbroken(grade.summary[locale])}
      </p>

      {after ?? (
        <div className="flex flex-wrap gap-2">
          <Button size="lg" onClick={onAgain} data-testid="again">
            {t("again")}
          </Button>
          {place.level < 5 && stars >= 2 && (
            <Button size="lg" variant="secondary" onClick={() => onLevel((place.level + 1) as Level)}>
              {t("harder", { level: place.level + 1, josa: particle(place.level + 1, "으로/로") })}
            </Button>
          )}
          {place.level > 1 && stars === 0 && (
            <Button size="lg" variant="secondary" onClick={() => onLevel((place.level - 1) as Level)} data-testid="easier">
              {t("easier", { level: place.level - 1, josa: particle(place.level - 1, "으로/로") })}
            </Button>
          )}
          {/* What leads away wraps as one, from the left edge of the buttons on. */}
          <div className="flex flex-wrap items-center">
            {!compact && place.seed !== undefined && <ShareButton kind={kind} locale={locale} level={place.level} seed={place.seed} />}
            {!compact && settled && (
              <Suspense fallback={null}>
                <AskGroup attempt={settled.id} locale={locale} />
              </Suspense>
            )}
            <Link
              href={`/learn/${topic}`}
              className="inline-flex min-h-11 items-center rounded-(--radius) px-4 font-semibold text-ink underline-offset-4 hover:underline"
            >
              {t("toLesson")}
            </Link>
          </div>
        </div>
      )}

      {revealed.map((x) => (
        <div key={x.id} className="rounded-(--radius) border-l-4 border-brand bg-paper p-3 text-sm">
          <p className="text-ink-2">
            {t("maybeYouThought")} <q>{unbroken(x.claim[locale])}</q>
          </p>
          <p className="mt-1 font-medium text-ink">{unbroken(x.correction[locale])}</p>
        </div>
      ))}

      {wrong.length > 0 && (
        <details className="text-sm">
          <summary className="cursor-pointer py-1 font-semibold text-ink">{t("details", { count: wrong.length })}</summary>
          <ul className="mt-2 flex flex-col gap-1 text-ink-2">
            {wrong.map((part) => (
              <li key={part.id}>
                <b className="text-ink">{unbroken(part.label[locale])}</b> · {unbroken(part.note?.[locale] ?? "")}
              </li>
            ))}
          </ul>
        </details>
      )}

      <div>
        <h3 className="mb-2 font-bold text-ink">{t("replay")}</h3>
        {replay}
      </div>

      <EngineNote verdict={verdict} />
    </div>
  );
}

function Stars({ stars, label }: { stars: number; label: string }) {
  return (
    <span role="img" aria-label={label} className="flex gap-1">
      {[1, 2, 3].map((n) => (
        <span key={n} className="animate-pop" style={{ animationDelay: `${0.08 * n}s` }}>
          <Star aria-hidden size={34} strokeWidth={1.8} className={n <= stars ? "fill-brand text-brand" : "text-ink-3"} />
        </span>
      ))}
    </span>
  );
}

interface ShareProps {
  readonly kind: string;
  readonly locale: Locale;
  readonly level: Level;
  readonly seed: string;
}

function ShareButton({ kind, locale, level, seed }: ShareProps) {
  const t = useTranslations("play");
  const [busy, setBusy] = useState(false);
  const [shared, setShared] = useState<{ readonly url: string; readonly copied: boolean } | null>(null);
  const share = async () => {
    setBusy(true);
    const url = `${window.location.origin}/${locale}/play/${kind}?level=${level}&seed=${seed}`;
    setShared({ url, copied: await copyText(url) });
    setBusy(false);
  };
  return (
    <>
      <Button variant="ghost" onClick={() => void share()} disabled={busy}>
        <Share2 aria-hidden size={18} /> {t("share")}
      </Button>
      <span role="status" className="self-center text-sm font-semibold text-good">
        {shared?.copied ? t("copied") : ""}
      </span>
      {/* Refused: the link is shown, so that it can be copied by hand. */}
      {shared && !shared.copied && (
        <code
          tabIndex={0}
          className="w-full select-all break-all rounded-(--radius) border border-line-strong bg-paper p-3 text-sm text-ink"
        >
          {shared.url}
        </code>
      )}
    </>
  );
}
