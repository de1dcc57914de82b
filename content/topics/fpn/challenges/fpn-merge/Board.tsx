"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import { Beside } from "@/lib/ui/boards";
import { NumberField } from "@/lib/ui/components";
import { num } from "@/lib/words";
import { BOUND, type Answer, type View } from "./challenge";
import { askedLetter, Maps, MergedMap } from "./Maps";
import { askedName } from "./words";

/** The maps to be merged, and a field for each asked cell. The field in use rings its cell. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [at, setAt] = useState<number | null>(null);
  return (
    <Beside picture={<Maps view={view} lit={null} locale={locale} />}>
      <MergedMap
        view={view}
        look={(i) => (i === at ? "open" : "plain")}
        mark={(i) => {
          const value = answer.values[i];
          return value === null ? askedLetter(i) : num(value);
        }}
        locale={locale}
      />
      <div className="grid grid-cols-2 gap-3 @lg:grid-cols-3">
        {view.asked.map((cell, i) => (
          <div key={cell} data-asked={askedLetter(i)} onFocus={() => setAt(i)} onBlur={() => setAt(null)}>
            <NumberField
              label={askedName(view, i)[locale]}
              value={answer.values[i]}
              min={-BOUND}
              max={BOUND}
              step={1}
              onChange={(typed) => onChange({ values: answer.values.map((old, other) => (other === i ? Math.round(typed) : old)) })}
              locale={locale}
              disabled={locked}
            />
          </div>
        ))}
      </div>
    </Beside>
  );
}
