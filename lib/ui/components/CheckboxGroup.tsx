"use client";

import { Checkbox } from "./Checkbox";

export interface CheckboxGroupProps {
  readonly label: string;
  readonly options: readonly {
    readonly key: string;
    readonly label: string;
    readonly checked: boolean;
    readonly onChange: (checked: boolean) => void;
  }[];
  /** Side by side. Default 2. */
  readonly columns?: 1 | 2 | 3;
  readonly disabled?: boolean;
}

const COLUMNS = { 1: "grid-cols-1", 2: "grid-cols-2", 3: "grid-cols-3" } as const;

/** Several of a few: a named group of checkboxes. */
export function CheckboxGroup({ label, options, columns = 2, disabled }: CheckboxGroupProps) {
  return (
    <fieldset className={`m-0 grid gap-x-3 border-0 p-0 ${COLUMNS[columns]}`}>
      <legend className="p-0 text-sm font-medium text-ink">{label}</legend>
      {options.map(({ key, ...option }) => (
        <Checkbox key={key} {...option} disabled={disabled} />
      ))}
    </fieldset>
  );
}
