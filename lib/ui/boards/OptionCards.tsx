"use client";

import { Check, X } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { useId, type ReactNode } from "react";
import { classNames } from "../components/classNames";

export interface OptionCard<T extends string | number> {
  readonly value: T;
  readonly title: string;
  /** A line below the title. */
  readonly detail?: string;
  readonly picture?: ReactNode;
  /** Once it is known: what choosing this was. */
  readonly verdict?: "right" | "wrong";
}

export interface OptionCardsProps<T extends string | number> {
  readonly label: string;
  readonly options: readonly OptionCard<T>[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Cards side by side where there is room. Default 2. */
  readonly columns?: 1 | 2 | 3;
  readonly locked?: boolean;
}

/** How a card is painted: by its verdict, or while that is open by whether it is chosen. */
const LOOKS = {
  right: "border-good bg-good-wash",
  wrong: "border-bad bg-bad-wash",
  open: "border-line-strong bg-sheet data-[state=checked]:border-brand data-[state=checked]:bg-brand-wash",
} as const;
const MARKS = { right: <Check size={20} className="text-good" />, wrong: <X size={20} className="text-bad" /> } as const;

const COLUMNS = { 1: "", 2: "@md:grid-cols-2", 3: "@md:grid-cols-3" } as const;

/** One of a few, each with a picture or a line that says what it is: a radio group of cards. */
export function OptionCards<T extends string | number>({ label, options, value, onChange, columns = 2, locked }: OptionCardsProps<T>) {
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find((o) => String(o.value) === chosen);
    if (option) onChange(option.value);
  };
  return (
    <div className="@container flex min-w-0 flex-col gap-1.5">
      <span id={id} className="text-sm font-medium text-ink">
        {label}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        disabled={locked}
        value={value === null ? "" : String(value)}
        onValueChange={choose}
        className={classNames("grid gap-2", COLUMNS[columns])}
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={String(option.value)}
            value={String(option.value)}
            aria-label={option.detail ? `${option.title}. ${option.detail}` : option.title}
            data-verdict={option.verdict}
            className={classNames(
              "group flex min-h-11 cursor-pointer items-center gap-3 rounded-[var(--radius)] border-2 p-3 text-left transition-colors duration-150 disabled:cursor-default",
              LOOKS[option.verdict ?? "open"],
            )}
          >
            {option.verdict ? (
              <span aria-hidden="true" className="shrink-0">
                {MARKS[option.verdict]}
              </span>
            ) : (
              <span
                aria-hidden="true"
                className="flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-line-strong group-data-[state=checked]:border-brand"
              >
                <RadioGroup.Indicator className="size-2.5 rounded-full bg-brand" />
              </span>
            )}
            {option.picture ? <span className="shrink-0">{option.picture}</span> : null}
            <span className="flex min-w-0 flex-col">
              <span className="font-semibold text-ink">{option.title}</span>
              {option.detail ? <span className="text-sm text-ink-2">{option.detail}</span> : null}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
