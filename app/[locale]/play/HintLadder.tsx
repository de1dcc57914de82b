"use client";

import { Lightbulb, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { flushSync } from "react-dom";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { hintsOf, mostAfter, RUNGS, type Locale, type Rung } from "@/lib/challenges";
import { Button } from "@/lib/ui/components";
import { useKeys } from "@/lib/ui/keys/useKeys";
import type { OpenHints } from "./useHints";

const NAMES: Readonly<Record<Rung, "hintAsked" | "hintRule" | "hintStep">> = { asked: "hintAsked", rule: "hintRule", step: "hintStep" };

interface Props {
  readonly hints: OpenHints;
  readonly busy: boolean;
  readonly locale: Locale;
  readonly onTake: () => Promise<void>;
  /** What else helps, below the ladder. */
  readonly children: ReactNode;
}

/** Three hints, one after the other. Before the next is opened it says what it costs and what is left; the key h leads to it. */
export function HintLadder({ hints: { count, texts, late }, busy, locale, onTake, children }: Props) {
  const t = useTranslations("play");
  // Until the learner opens or closes it: open where something was opened before.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? count > 0;
  const next = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const stars = RUNGS.length - count;
  const rung = RUNGS.at(count);

  useKeys({
    hint: () => {
      // Closed, the button could not take the focus.
      flushSync(() => setChosen(true));
      (next.current ?? list.current)?.focus();
    },
  });
  const shown = useRef(texts.length);
  useEffect(() => {
    const grown = texts.length > shown.current;
    shown.current = texts.length;
    // The button that was pressed is gone with the last hint.
    if (grown && stars === 0) list.current?.focus();
  }, [texts.length, stars]);

  return (
    <details open={open} data-testid="help" data-hints={count}>
      <summary
        className="flex min-h-8 w-fit cursor-pointer items-center gap-1.5 py-1 font-semibold text-ink-2 hover:text-ink"
        onClick={(event) => {
          event.preventDefault();
          setChosen(!open);
        }}
      >
        <Lightbulb aria-hidden size={16} /> {t("stuck")}
        <span className="key-name">(h)</span>
      </summary>
      <div className="flex flex-col gap-3 py-2">
        <ol ref={list} tabIndex={-1} aria-live="polite" className="m-0 flex list-none flex-col gap-2 p-0 outline-none">
          {texts.map((text, i) => (
            <li key={RUNGS[i]} className="rounded-(--radius) border-l-4 border-brand bg-paper-2 p-3 text-ink" data-testid={`hint-${i + 1}`}>
              <b>{t(NAMES[RUNGS[i]])}</b> {text[locale]}
            </li>
          ))}
        </ol>
        {rung ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button
              ref={next}
              variant="secondary"
              size="sm"
              aria-disabled={busy}
              onClick={() => busy || void onTake()}
              data-testid="take-hint"
            >
              {t("openHint", { number: count + 1, name: t(NAMES[rung]) })}
            </Button>
            <span className="flex gap-0.5" aria-hidden>
              {RUNGS.map((each, i) => (
                <Star key={each} size={16} className={i < stars ? "fill-brand text-brand" : "text-ink-3"} />
              ))}
            </span>
            <span className="text-ink-2" data-testid="hint-cost">
              {late
                ? t("hintLater")
                : t(stars === 1 ? "hintCostLast" : "hintCost", {
                    now: stars,
                    after: stars - 1,
                    most: mostAfter(count),
                    points: mostAfter(hintsOf(count + 1)),
                  })}
            </span>
          </div>
        ) : (
          <p className="m-0 text-ink-2" data-testid="hint-cost">
            {t("hintsAll")}
          </p>
        )}
        {children}
      </div>
    </details>
  );
}
