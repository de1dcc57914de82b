"use client";

import { useId } from "react";

export interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** On or off, at once. The knob's place and its tick tell the state, not its colour alone. */
export function Switch({ label, checked, onChange, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex min-h-9 items-center pointer-coarse:min-h-11 justify-between gap-3">
      <label htmlFor={id} className="cursor-pointer text-sm font-medium text-ink">
        {label}
      </label>
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={checked}
        data-state={checked ? "checked" : "unchecked"}
        disabled={disabled}
        onClick={() => onChange(!checked)}
        className="finger group inline-flex h-7 w-12 shrink-0 cursor-pointer items-center rounded-[10px] border-2 border-line-strong bg-paper-2 px-0.5 transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-60 data-[state=checked]:border-brand data-[state=checked]:bg-brand"
      >
        <span className="block size-5 rounded-[7px] bg-line-strong transition-transform duration-150 group-data-[state=checked]:translate-x-5 group-data-[state=checked]:bg-brand-ink" />
      </button>
    </div>
  );
}
