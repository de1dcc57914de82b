"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import { Beside } from "@/lib/ui/boards";
import { NumberField } from "@/lib/ui/components";
import { num } from "@/lib/words";
import { Graph } from "../../Graph";
import { BOUND, type Answer, type View } from "./challenge";
import { askedName } from "./words";

/** The graph with its forward values, and a field for each asked number. The field in use rings its node or lights its arrow. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [at, setAt] = useState<number | null>(null);
  const { nodes, asked } = view;
  const shown = (i: number) => {
    const value = answer.values[i];
    return value === null || value === undefined ? "?" : num(value);
  };
  const lit = at === null ? null : asked[at];
  return (
    <Beside
      picture={
        <Graph
          nodes={nodes}
          grad={(node) => (node === nodes.length - 1 ? "1" : shown(asked.findIndex((each) => each.of === "total" && each.node === node)))}
          arrow={(from, input) => {
            const i = asked.findIndex((each) => each.of === "local" && each.from === from && each.input === input);
            return i < 0 ? null : shown(i);
          }}
          ring={lit?.of === "total" ? lit.node : null}
          lit={lit?.of === "local" ? lit : null}
          locale={locale}
        />
      }
    >
      <div className="grid grid-cols-2 gap-3 @lg:grid-cols-3">
        {asked.map((each, i) => (
          <div key={askedName(view, each)} data-asked={i} onFocus={() => setAt(i)} onBlur={() => setAt(null)}>
            <NumberField
              label={askedName(view, each)}
              value={answer.values[i] ?? null}
              min={-BOUND}
              max={BOUND}
              step={1}
              onChange={(typed) =>
                onChange({ values: asked.map((_, other) => (other === i ? Math.round(typed) : (answer.values[other] ?? null))) })
              }
              locale={locale}
              disabled={locked}
            />
          </div>
        ))}
      </div>
    </Beside>
  );
}
