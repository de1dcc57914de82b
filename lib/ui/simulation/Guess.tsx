"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { Button } from "../components/Button";
import type { Locale, Text } from "@/lib/challenges/text";
import { Slider, type SliderProps } from "../components/Slider";

const REVEAL: Text = { ko: "확인하기", en: "Reveal" };

interface Answered {
  /** What came of the guess: stands where the guess was made, and the focus goes there with it. Null or left out: still to be guessed. */
  readonly answer?: ReactNode;
}

/** The place of a guess: first what is asked, then the answer. */
function GuessPlace({ answer, children }: Answered & { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  // An answer that a link brings along takes no focus.
  const guessed = useRef(false);
  const answered = answer !== undefined && answer !== null;
  useEffect(() => {
    if (answered && guessed.current) place.current?.focus();
    guessed.current = false;
  }, [answered]);
  // The buttons inside are what is pressed, by whichever hand.
  if (!answered) return <div onClickCapture={() => (guessed.current = true)}>{children}</div>;
  return (
    <div
      ref={place}
      tabIndex={-1}
      data-testid="guess-answer"
      className="rounded-[var(--radius)] bg-brand-wash px-3 py-2 text-sm text-ink outline-none"
    >
      {answer}
    </div>
  );
}

export interface GuessChoiceProps<T extends string | number> extends Answered {
  readonly question: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onGuess: (value: T) => void;
  /** Small buttons side by side, for many short answers. Default: one below the other. */
  readonly small?: boolean;
}

/** Guess first, by one tap: shown instead of what the simulation would give away. Then its answer in the same place. */
export function GuessChoice<T extends string | number>({ question, options, onGuess, small = false, answer }: GuessChoiceProps<T>) {
  return (
    <GuessPlace answer={answer}>
      <div className={small ? "flex flex-col gap-2" : "flex flex-col gap-3"}>
        <p className={`m-0 text-ink ${small ? "font-semibold" : "font-medium"}`}>{question}</p>
        <div className={small ? "flex flex-wrap gap-2" : "contents"}>
          {options.map(({ value, label }) => (
            <Button key={value} variant="secondary" size={small ? "sm" : "md"} onClick={() => onGuess(value)}>
              {label}
            </Button>
          ))}
        </div>
      </div>
    </GuessPlace>
  );
}

export interface GuessNumberProps extends Omit<SliderProps, "disabled">, Answered {
  /** Why to guess, above the slider. */
  readonly question: string;
  readonly onReveal: () => void;
  readonly locale: Locale;
}

/** Guess first, with a slider and a button that reveals. Then the answer in the same place. */
export function GuessNumber({ question, onReveal, locale, answer, ...slider }: GuessNumberProps) {
  return (
    <GuessPlace answer={answer}>
      <div className="flex flex-col gap-3">
        <p className="m-0 text-ink">{question}</p>
        <Slider {...slider} locale={locale} />
        <Button onClick={onReveal}>{REVEAL[locale]}</Button>
      </div>
    </GuessPlace>
  );
}
