"use client";

import { Slider as Radix } from "radix-ui";
import { useId } from "react";
import type { Locale } from "@/lib/challenges/text";
import { KnobLabel } from "./KnobLabel";
import { localNumber } from "./localNumber";

export interface SliderProps {
  readonly label: string;
  readonly symbol?: string;
  readonly unit?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  readonly format?: (value: number) => string;
  readonly locale: Locale;
  readonly disabled?: boolean;
  /** Nothing was chosen yet, and `value` is only where the thumb rests: a tap on it, Space or Enter takes that value. */
  readonly open?: boolean;
}

/** A knob on a line, with its symbol and unit. Arrow keys move one step, Page keys ten, Home and End to the ends. */
export function Slider({ label, symbol, unit, value, min, max, step, onChange, format, locale, disabled, open = false }: SliderProps) {
  const id = useId();
  const shown = format ? format(value) : localNumber(value, step, locale);
  const spoken = unit ? `${shown} ${unit}` : shown;
  const take = () => {
    if (open && !disabled) onChange(value);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span id={id} className="font-medium text-ink">
          <KnobLabel label={label} symbol={symbol} />
        </span>
        <output className="font-mono tabular-nums text-ink" aria-hidden="true">
          {spoken}
        </output>
      </div>
      <Radix.Root
        // A finger meets it from 8 pixels off: 44 in all, without a taller line.
        className="relative flex h-7 w-full touch-none select-none items-center before:absolute before:-inset-y-2 before:inset-x-0 data-[disabled]:opacity-60"
        value={[value]}
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        onValueChange={([next]) => onChange(next)}
        // A press that ends where the thumb rests changes no value, so that nothing else tells of it.
        onPointerUp={take}
      >
        <Radix.Track className="relative h-1.5 grow rounded-full bg-line-strong">
          <Radix.Range className="absolute h-full rounded-full bg-brand" />
        </Radix.Track>
        <Radix.Thumb
          aria-labelledby={id}
          aria-valuetext={spoken}
          onKeyDown={(event) => {
            if (!open || (event.key !== " " && event.key !== "Enter")) return;
            event.preventDefault();
            take();
          }}
          className="block size-6 cursor-grab rounded-[8px] border-2 border-brand bg-sheet shadow-1 transition-transform duration-150 active:scale-110 active:cursor-grabbing"
        />
      </Radix.Root>
    </div>
  );
}
