/** What the engine worker adds to a verdict. */
import type { Level } from "@/lib/challenges";
import { withinPatience } from "@/lib/client/browser/fetchWithin";
import { startEngine } from "@/lib/client/engine/engine";
import type { EngineWorker, Judgement } from "@/lib/client/engine/protocol";

/** A verdict waits so long for it, in milliseconds. */
const PATIENCE = 8_000;

/**
 * How long the grade took, and the IoUs behind it on the tensor backend. Nothing of both where there is no worker (an old browser, a
 * crash) or where a file of its does not come: the page grades by the same pure function, so the answer is not lost.
 */
export async function engineEvidence(
  kind: string,
  seed: string,
  level: Level,
  answer: unknown,
  start: () => Promise<{ readonly worker: Pick<EngineWorker, "judge"> }> = startEngine,
): Promise<Pick<Judgement, "gradeMs" | "evidence">> {
  try {
    const { gradeMs, evidence } = await withinPatience(
      start().then(({ worker }) => worker.judge(kind, seed, level, answer)),
      PATIENCE,
    );
    return { gradeMs, evidence };
  } catch {
    return { gradeMs: 0, evidence: null };
  }
}
