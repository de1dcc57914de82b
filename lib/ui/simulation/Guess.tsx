"use client";

import { Button } from "../components/Button";
import type { Locale, Text } from "@/lib/challenges/text";
import { Slider, type SliderProps } from "../components/Slider";

const REVEAL: Text = { ko: "확인하기", en: "Reveal" };

export interface GuessChoiceProps<T extends string | number> {
  readonly question: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onGuess: (value: T) => void;
  /** Small buttons side by side, for many short answers. Default: one below the other. */
  readonly small?: boolean;
}

/** Guess first, by one tap: shown instead of what the simulation would give away. */
export function GuessChoice<T extends string | number>({ question, options, onGuess, small = false }: GuessChoiceProps<T>) {
  return (
    <div className={small ? "flex min-h-32 flex-col gap-2" : "flex flex-col gap-3"}>
      <p className={`m-0 text-ink ${small ? "font-semibold" : "font-medium"}`}>{question}</p>
      <div className={small ? "flex flex-wrap gap-2" : "contents"}>
        {options.map(({ value, label }) => (
          <Button key={value} variant="secondary" size={small ? "sm" : "md"} onClick={() => onGuess(value)}>
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

export interface GuessNumberProps extends Omit<SliderProps, "disabled"> {
  /** Why to guess, above the slider. */
  readonly question: string;
  readonly onReveal: () => void;
  readonly locale: Locale;
}

/** Guess first, with a slider and a button that reveals. */
export function GuessNumber({ question, onReveal, locale, ...slider }: GuessNumberProps) {
  return (
    <>
      <p className="m-0 text-ink">{question}</p>
      <Slider {...slider} locale={locale} />
      <Button onClick={onReveal}>{REVEAL[locale]}</Button>
    </>
  );
}
