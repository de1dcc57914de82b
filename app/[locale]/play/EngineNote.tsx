"use client";

import { Cpu } from "lucide-react";
import { useTranslations } from "next-intl";
import useSWR from "swr";
import { startEngine } from "@/lib/client/engine/engine";
import { num, particle, scientific } from "@/lib/words";
import type { RoundVerdict } from "./roundVerdict";

/** Says on which backend the engine checked this answer, how long it took, and why that backend was chosen. */
export function EngineNote({ verdict }: { verdict: RoundVerdict }) {
  const t = useTranslations("play");
  const { data: status } = useSWR(verdict.evidence ? ["engine-status", verdict] : null, async () => (await startEngine()).worker.status());
  const { evidence, gradeMs } = verdict;
  if (!evidence) return null;
  const difference = scientific(evidence.maxDifference, 1);
  return (
    <details className="text-xs text-ink-2" data-testid="engine-note" data-backend={evidence.backend}>
      <summary className="flex min-h-6 cursor-pointer items-center gap-1.5">
        <Cpu aria-hidden size={14} />
        <span className="tabular-nums">
          {t("engine", { backend: evidence.backend.toUpperCase(), ms: num(evidence.ms, 1), pairs: evidence.pairs })}
        </span>
      </summary>
      <p className="mt-1 tabular-nums">
        {t("engineDetail", { grade: num(gradeMs, 2), difference, josa: particle(difference, "이에요/예요") })}
      </p>
      {status && (
        <ul className="mt-1 list-disc pl-5">
          {status.candidates.map((c) => (
            <li key={c.backend}>
              <b>{c.backend}</b>: {c.usable ? "✓" : "–"} {c.reason}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
