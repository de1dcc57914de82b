"use client";

import { useId, type ComponentProps } from "react";

export interface TextAreaProps extends ComponentProps<"textarea"> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what stands there. */
  readonly problem?: string;
}

/** A labelled field of several lines with its rule and its error, tied together for screen readers; grows with what stands in it where the browser can. */
export function TextArea({ label, hint, problem, ...area }: TextAreaProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold text-ink">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : hint ? `${id}-hint` : undefined}
        className="field-sizing-content min-h-22 rounded-(--radius) border border-ink-3 bg-paper px-3 py-2 text-ink aria-invalid:border-bad"
        {...area}
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
