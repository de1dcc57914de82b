"use client";

export interface KnobLabelProps {
  readonly label: string;
  readonly symbol?: string;
}

/** A knob's name with the symbol that the formula uses for it. */
export function KnobLabel({ label, symbol }: KnobLabelProps) {
  return (
    <>
      {label}
      {symbol ? <i className="ml-1.5 font-math text-ink-2">{symbol}</i> : null}
    </>
  );
}
