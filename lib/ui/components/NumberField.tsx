"use client";

import { NumberField as Field } from "@base-ui/react/number-field";
import { useId, useRef, useState, type ComponentProps, type CompositionEvent, type KeyboardEvent } from "react";
import type { Locale, Text } from "@/lib/challenges/text";
import { classNames } from "./classNames";
import { useFit } from "./fields";
import { KnobLabel } from "./KnobLabel";
import { isTyped, plainNumber, typedThousand } from "./numberText";

export interface NumberFieldProps {
  readonly label: string;
  readonly symbol?: string;
  readonly unit?: string;
  /** Null: nothing has been typed yet. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  readonly locale: Locale;
  readonly disabled?: boolean;
  /** Small and without a visible label or words of its own: for tables, whose heads show the label and which explain. */
  readonly compact?: boolean;
  /** Why the value does not fit, where that is known outside; it stands as it was typed. */
  readonly problem?: string;
}

/** What was typed and does not fit (null: nothing at all) or what is no number, as it stands, and the value it was entered over. */
interface Unfit {
  readonly typed: number | null;
  readonly unread?: string;
  readonly over: number | null;
}
type InputProps = ComponentProps<typeof Field.Input>;
type Change = Parameters<NonNullable<InputProps["onChange"]>>[0];

const rangeProblem = (min: number, max: number): Text => ({
  ko: `${min}부터 ${max}까지의 수를 적어 주세요.`,
  en: `Enter a number from ${min} to ${max}.`,
});

const unreadProblem = (text: string): Text => ({
  ko: `수로 읽지 못했어요: “${text}”.`,
  en: `“${text}” could not be read as a number.`,
});

/** Puts a text where the caret is, as if it had been typed: the field's own handlers follow. */
function type(field: HTMLInputElement, text: string): void {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}

/**
 * A number typed by hand. It is handed on whenever it lies in [min, max]. What does not fit is kept as it was typed, marked and
 * explained, and never changed to something else, typed or pasted; the wheel scrolls the page.
 */
export function NumberField({
  label,
  symbol,
  unit,
  value,
  min,
  max,
  step,
  onChange,
  locale,
  disabled,
  compact = false,
  problem,
}: NumberFieldProps) {
  const id = useId();
  const [unfit, setUnfit] = useState<Unfit | null>(null);
  // A value from outside (a drag, a reset) takes the place of what was typed.
  const kept = unfit?.over === value ? unfit : null;
  const edit = (typed: number | null) => {
    const fits = typed !== null && typed >= min && typed <= max;
    setUnfit(fits ? null : { typed, over: value });
    if (fits) onChange(typed);
  };
  const unread = kept?.unread;
  // The point that stands there was typed as a comma.
  const comma = useRef(false);
  const keys = (event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler: () => void }) => {
    const { key, currentTarget: field } = event;
    if (key === ".") comma.current = false;
    if (key === ",") {
      // Half of the world writes 12,5 where the other half writes 12.5; nobody means 125.
      event.preventDefault();
      comma.current = true;
      if (!field.value.includes(".")) type(field, ".");
    } else if (key === "Home" || key === "End") {
      // In a text they move the caret; the field would put its least or largest number in.
      event.preventBaseUIHandler();
    } else if (key.length === 1 && !isTyped(key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // The field would swallow it and make 13 of "1e3": it is put in, and what stands there then is read.
      event.preventBaseUIHandler();
    }
  };
  // A text that came at once is read whole: the field would leave out what it does not know and read the rest.
  const take = (event: Change) => {
    const field = event.currentTarget;
    // What an input method has not finished is left to it.
    if ((event.nativeEvent as InputEvent).isComposing) {
      event.preventBaseUIHandler();
      return setUnfit({ typed: null, unread: field.value, over: value });
    }
    const thousand = comma.current ? typedThousand(field.value) : null;
    if (thousand !== null) {
      event.preventBaseUIHandler();
      return setUnfit({ typed: null, unread: thousand, over: value });
    }
    if (isTyped(field.value)) {
      if (unread !== undefined) setUnfit(null);
      return;
    }
    event.preventBaseUIHandler();
    const plain = plainNumber(field.value, unit);
    if (plain === null) return setUnfit({ typed: null, unread: field.value, over: value });
    field.select();
    type(field, plain);
  };
  // The last change of an input method comes before its end, and nothing after it.
  const composed = ({ currentTarget: field }: CompositionEvent<HTMLInputElement>) => {
    const plain = plainNumber(field.value, unit);
    if (plain !== null) edit(Number(plain));
  };
  const range = rangeProblem(min, max)[locale];
  const said = unread === undefined ? (kept ? range : problem) : `${unreadProblem(unread)[locale]} ${range}`;
  useFit(id, said === undefined);
  return (
    <Field.Root
      id={id}
      value={kept ? kept.typed : value}
      onValueChange={edit}
      min={min}
      max={max}
      step={step}
      allowOutOfRange
      disabled={disabled}
      locale="en"
      format={{ useGrouping: false, maximumFractionDigits: 6 }}
      className="flex min-w-0 flex-col gap-1"
    >
      <label htmlFor={id} className={compact ? "sr-only" : "text-sm font-medium text-ink"}>
        <KnobLabel label={label} symbol={symbol} />
      </label>
      <div className="flex items-center gap-1.5">
        <Field.Input
          onKeyDown={keys}
          // The browser puts it in, and what stands there then is read.
          onPaste={(event) => event.preventBaseUIHandler()}
          onChange={take}
          onCompositionEnd={composed}
          onBlur={(event) => unread !== undefined && event.preventBaseUIHandler()}
          {...(unread === undefined ? {} : { value: unread })}
          inputMode={min < 0 ? "text" : "decimal"}
          aria-roledescription={locale === "ko" ? "숫자 칸" : "number field"}
          aria-invalid={said !== undefined || undefined}
          aria-describedby={said === undefined ? undefined : `${id}-problem`}
          className={classNames(
            "min-h-10 pointer-coarse:min-h-11 w-full min-w-0 rounded-[var(--radius)] border border-line-strong bg-sheet font-mono tabular-nums text-ink aria-invalid:border-bad disabled:bg-paper-2 disabled:text-ink-3",
            compact ? "px-0.5 text-center text-sm" : "px-3",
          )}
        />
        {unit ? <span className="shrink-0 text-sm text-ink-2">{unit}</span> : null}
      </div>
      {said === undefined ? null : (
        <p id={`${id}-problem`} role="alert" className={compact ? "sr-only" : "m-0 text-sm text-bad"}>
          {said}
        </p>
      )}
    </Field.Root>
  );
}
