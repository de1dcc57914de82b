"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { area, intersectionArea, iou, unionArea, type BoxXYXY } from "@/lib/engine/boxes";
import { Boki } from "@/lib/ui/brand";
import { Button, classNames, LiveRegion } from "@/lib/ui/components";
import { num, particle } from "@/lib/words";
import { OverlapPicture } from "./OverlapPicture";

const A: BoxXYXY = [2, 2, 14, 14];
const B: BoxXYXY = [8, 2, 20, 14];
const GUESSES = ["1/2", "1/3", "1/4"] as const;

/** Predict, reveal, explain: the rhythm of every lesson, tried on the smallest example there is. */
export function Rhythm() {
  const t = useTranslations("home");
  const [guess, setGuess] = useState<number | null>(null);
  const truth = iou(A, B);
  const shared = intersectionArea(A, B);
  const union = unionArea(A, B);
  const value = num(truth, 3);
  const correct = (index: number) => Math.abs(1 / Number(GUESSES[index].slice(2)) - truth) < 1e-6;
  const verdict = guess === null ? "" : t(correct(guess) ? "right" : "wrong", { value, josa: particle(value, "이에요/예요") });
  const open = guess !== null;

  return (
    <>
      <ol className="grid list-none gap-5 p-0 md:grid-cols-3">
        <Step index={1} name={t("steps.predict")} hint={t("steps.predictText")} live>
          <p className="font-medium text-ink" id="overlap-question">
            {t("question")}
          </p>
          <Boki mood={!open ? "curious" : correct(guess) ? "delighted" : "puzzled"} className="mx-auto my-auto size-28" />
          <div role="group" aria-labelledby="overlap-question" className=" grid grid-cols-3 gap-2">
            {GUESSES.map((text, i) => (
              <Button
                key={text}
                variant="secondary"
                aria-pressed={guess === i}
                onClick={() => setGuess(i)}
                className={classNames(
                  "font-mono",
                  open && correct(i) && "!border-good !bg-good-wash",
                  guess === i && !correct(i) && "!border-bad !bg-bad-wash",
                )}
              >
                {text}
                {open && correct(i) ? <Check aria-hidden="true" className="size-4 text-good" /> : null}
                {guess === i && !correct(i) ? <X aria-hidden="true" className="size-4 text-bad" /> : null}
              </Button>
            ))}
          </div>
        </Step>
        <Step index={2} name={t("steps.reveal")} hint={t("steps.revealText")} live={open}>
          <OverlapPicture a={A} b={B} lit={open} label={t("picture", { area: num(area(A)) })} />
          <p className={classNames("min-h-12 text-center", open ? "font-semibold text-ink" : "text-ink-2")}>
            {open ? verdict : t("waiting")}
          </p>
        </Step>
        <Step index={3} name={t("steps.explain")} hint={t("steps.explainText")} live={open}>
          <p className="rounded-[var(--radius)] bg-paper-2 px-1 py-3 text-center font-mono text-sm leading-8 text-ink">
            IoU ={" "}
            <Fraction
              top={open ? num(shared) : "A ∩ B"}
              bottom={open ? `${num(area(A))} + ${num(area(B))} − ${num(shared)}` : "A + B − A ∩ B"}
            />{" "}
            = {open ? value : "?"}
          </p>
          <p
            aria-hidden={!open}
            className={classNames(
              "text-ink transition-[opacity,translate] duration-200",
              open ? "opacity-100" : "translate-y-1.5 opacity-0",
            )}
          >
            {t("because", { union: num(union), josa: particle(num(union), "으로/로") })}
          </p>
          <Button
            variant="ghost"
            size="sm"
            className={classNames("mt-auto self-start", !open && "invisible")}
            onClick={() => setGuess(null)}
          >
            {t("again")}
          </Button>
        </Step>
      </ol>
      <LiveRegion message={verdict} />
    </>
  );
}

function Fraction({ top, bottom }: { readonly top: string; readonly bottom: string }) {
  return (
    <span className="mx-1 inline-flex flex-col items-center align-middle leading-6">
      <span>{top}</span>
      <span className="sr-only">/</span>
      <span className="whitespace-nowrap border-t border-ink px-1">{bottom}</span>
    </span>
  );
}

interface StepProps {
  readonly index: number;
  readonly name: string;
  readonly hint: string;
  readonly live: boolean;
  readonly children: React.ReactNode;
}

function Step({ index, name, hint, live, children }: StepProps) {
  return (
    <li className="flex min-h-72 flex-col gap-3 rounded-[var(--radius-lg)] border border-line bg-sheet p-5 shadow-1">
      <div className="flex items-center gap-3">
        <span
          aria-hidden="true"
          className={classNames(
            "flex size-8 items-center justify-center rounded-[10px] border-2 font-mono text-sm font-bold transition-colors duration-200",
            live ? "border-brand bg-brand text-brand-ink" : "border-line-strong text-ink-2",
          )}
        >
          {index}
        </span>
        <h3 className="text-xl font-bold text-ink">{name}</h3>
      </div>
      <p className="text-sm text-ink-2">{hint}</p>
      {children}
    </li>
  );
}
