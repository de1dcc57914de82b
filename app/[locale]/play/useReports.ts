"use client";

import { useMemo } from "react";
import { CrashError, type Level } from "@/lib/challenges";
import { call } from "@/lib/client/api";
import { startEngine } from "@/lib/client/engine/engine";
import { reportProblem, type ProblemReport } from "@/lib/wire/play";

/** The instance that something is wrong with, and the answer as it stood. */
export interface Reported {
  readonly version: number;
  readonly level: Level;
  /** Of practice. */
  readonly seed?: string;
  /** The token of graded work. */
  readonly work?: string;
  readonly answer?: unknown;
}

/** A report's message has a limit (lib/wire/play). */
export const MESSAGE_LIMIT = 2000;
const wordsOf = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, MESSAGE_LIMIT);

/** Files what is wrong with an instance of this kind: with kind, version, seed, answer, backend and build, so that it can be replayed. */
export function useReports(kind: string) {
  return useMemo(() => {
    async function file(at: Reported, complaint: Pick<ProblemReport, "phase" | "message" | "byHand">): Promise<void> {
      const backend = await startEngine().then(
        ({ status }) => status.backend,
        () => undefined,
      );
      const build = document.documentElement.dataset.build;
      const { version, level, seed, work, answer } = at;
      await call(reportProblem, { body: { kind, version, level, seed, work, answer, ...complaint, backend, build } });
    }
    return {
      /** @throws ApiError */
      byHand: (message: string, at: Reported) => file(at, { phase: "other", message, byHand: true }),
      /** Quietly: the learner is told that something broke, and can do no more about it. @param where unless the error itself says */
      crashed(error: unknown, where: ProblemReport["phase"], at: Reported): void {
        const phase = error instanceof CrashError ? error.phase : where;
        file(at, { phase, message: wordsOf(error), byHand: false }).catch(() => undefined);
      },
    };
  }, [kind]);
}
