"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RaceMeasure } from "@/lib/client/race/race";
import { race } from "@/lib/client/race/runner";
import type { DetectorName } from "@/lib/engine/detectors";
import { Button, ScrollFrame, Segmented } from "@/lib/ui/components";
import { useLatest } from "@/lib/ui/tasks";
import { RACER_FACTS } from "./racers";

const COUNTS = [10, 50, 200] as const;
/** Looks at a hundred crops a picture: left out where many scenes are measured. */
const SLOW: readonly DetectorName[] = ["rcnn"];

/** mAP over many fresh scenes, with progress and a way to stop. */
export function Measure({
  names,
  objects,
  held,
  busy,
  onError,
}: {
  readonly names: readonly DetectorName[];
  readonly objects: number;
  readonly held: boolean;
  readonly busy: boolean;
  readonly onError: (error: unknown) => void;
}) {
  const t = useTranslations("race");
  const [count, setCount] = useState<number>(10);
  const [done, setDone] = useState<number | null>(null);
  const [measured, setMeasured] = useState<readonly RaceMeasure[]>([]);

  // Other settings are another measurement: what runs for these stops.
  const measuring = useLatest();

  const measure = async () => {
    const signal = measuring.next();
    setDone(0);
    setMeasured([]);
    try {
      const chosen = names.filter((name) => count <= 10 || !SLOW.includes(name));
      const answer = await race.run("measure", { names: chosen, count, objects, held }, { signal, onProgress: (now) => setDone(now) });
      setMeasured([...answer].sort((a, b) => b.map50 - a.map50));
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    setDone(null);
  };

  return (
    <section aria-labelledby="measure" className="flex flex-col gap-4">
      <h2 id="measure" className="m-0 text-xl font-bold text-ink">
        {t("measure")}
      </h2>
      <p className="m-0 max-w-prose text-sm text-ink-2">{t("measureHow")}</p>
      <div className="flex flex-wrap items-end gap-4">
        <Segmented
          label={t("scenes")}
          options={COUNTS.map((value) => ({ value, label: String(value) }))}
          value={count}
          onChange={setCount}
          disabled={done !== null}
        />
        {done === null ? (
          <Button onClick={measure} disabled={busy || names.length === 0}>
            {t("measureStart")}
          </Button>
        ) : (
          <Button variant="secondary" onClick={() => measuring.stop()}>
            {t("cancel")}
          </Button>
        )}
      </div>
      <progress className="h-3 w-full max-w-md accent-[var(--brand)]" aria-label={t("measure")} value={done ?? 0} max={count} />
      <ScrollFrame label={t("measure")}>
        <table className="w-full max-w-xl border-collapse text-left text-sm">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="py-2 font-semibold text-ink">
                {t("detector")}
              </th>
              <th scope="col" className="py-2 text-right font-semibold text-ink">
                mAP@.5
              </th>
              <th scope="col" className="py-2 text-right font-semibold text-ink">
                {t("medianMs")}
              </th>
              <th scope="col" className="py-2 text-right font-semibold text-ink">
                {t("passes")}
              </th>
            </tr>
          </thead>
          <tbody data-testid="measured">
            {measured.map(({ name, map50, ms, passes }) => (
              <tr key={name} className="border-b border-line">
                <td className="py-2 text-ink">{RACER_FACTS[name].title}</td>
                <td className="py-2 text-right tabular-nums text-ink">{map50.toFixed(3)}</td>
                <td className="py-2 text-right tabular-nums text-ink">{ms.toFixed(ms < 10 ? 1 : 0)}</td>
                <td className="py-2 text-right tabular-nums text-ink">{passes.toFixed(Number.isInteger(passes) ? 0 : 1)}</td>
              </tr>
            ))}
            {measured.length === 0 ? (
              <tr>
                <td colSpan={4} className="py-2 text-ink-2">
                  {done === null ? t("nothingYet") : t("progress", { done, count })}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  );
}
