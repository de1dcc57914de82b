"use client";

import { useId, type ComponentProps } from "react";

export interface TextFieldProps extends ComponentProps<"input"> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what stands there. */
  readonly problem?: string;
}

/** A labelled text field with its rule and its error, tied together for screen readers. */
export function TextField({ label, hint, problem, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold text-ink">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : hint ? `${id}-hint` : undefined}
        className="min-h-11 rounded-(--radius) border border-ink-3 bg-paper px-3 text-ink aria-invalid:border-bad"
        {...input}
      />
      {hint && !problem && (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-sm font-medium text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
