/** Reports that the server files itself, when a challenge throws in its hands. */
import { buildName } from "../env";
import type { Crash } from "@/lib/challenges/judging";
import type { Store } from "../database";

const MESSAGE_LIMIT = 2000;

interface CrashFacts {
  readonly userId: string;
  readonly kind: string;
  readonly version: number;
  readonly level: number;
  readonly seed: string;
  readonly workId: string | null;
  /** Undefined where there was none yet. */
  readonly answer: unknown;
  readonly crash: Crash;
  readonly now: number;
}

/** Files what crashed on the server, once for each instance and phase: sending the same again tells nothing new. */
export async function fileCrash(store: Store, facts: CrashFacts): Promise<void> {
  const { userId, kind, version, level, workId, crash, now } = facts;
  const what = { userId, kind, version, level, seed: workId === null ? facts.seed : null, workId, phase: crash.phase, byHand: false };
  if (await store.report.findFirst({ where: what, select: { id: true } })) return;
  await store.report.create({
    data: {
      ...what,
      answer: answerText(facts.answer),
      backend: "server",
      build: buildName(),
      message: crash.message.slice(0, MESSAGE_LIMIT),
      createdAt: new Date(now),
    },
  });
}

/** An answer as a report keeps it: JSON, letter for letter; null when there was none. */
export const answerText = (answer: unknown): string | null => (answer === undefined ? null : (JSON.stringify(answer) ?? null));
