/**
 * What a grading thread runs: the same pure functions as the page. Bundled into dist/grader.mjs by scripts/build-grader.mjs,
 * so the server's bundler never sees a worker.
 */
import { kinds } from "@/content/_generated/kinds";
import type { Level } from "@/lib/challenges/contract";
import type { Verdict } from "@/lib/challenges/seal";

export default function judge(task: { kind: string; seed: string; level: Level; answer: unknown }): Verdict {
  const kind = kinds[task.kind];
  if (!kind) throw new Error(`there is no challenge kind "${task.kind}"`);
  return kind.judge(task.seed, task.level, task.answer);
}
