/** Runs a reported instance again, phase by phase, to see where it throws. */
import { CrashError, type Phase } from "@/lib/challenges/crash";
import type { SealedChallenge, SealedInstance } from "@/lib/challenges/seal";
import { levelOf } from "../attempts/level";
import type { Report } from "../prisma/client";

export interface ReplayLine {
  readonly phase: Phase | "report";
  readonly ok: boolean;
  readonly says: string;
}

type Reported = Pick<Report, "kind" | "version" | "level" | "seed" | "answer">;

/**
 * Draws, checks, grades and solves what `report` names. Never throws for a fault of the challenge: that is a line.
 * @param stored the instance of graded work as JSON; null for practice
 */
export function replayReport(kinds: Readonly<Record<string, SealedChallenge>>, report: Reported, stored: string | null): ReplayLine[] {
  const lines: ReplayLine[] = [];
  const say = (phase: ReplayLine["phase"], ok: boolean, says: string): void => void lines.push({ phase, ok, says });
  /** The value of a step, or null when it threw, which is said. */
  const step = <R>(phase: Phase, run: () => R): { readonly value: R } | null => {
    try {
      return { value: run() };
    } catch (error) {
      const crash = error instanceof CrashError ? error : null;
      const cause = crash ? crash.cause : error;
      say(crash?.phase ?? phase, false, cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
      return null;
    }
  };

  const challenge = Object.hasOwn(kinds, report.kind) ? kinds[report.kind] : undefined;
  if (!challenge) {
    say("report", false, `there is no kind "${report.kind}" any more`);
    return lines;
  }
  const kept = report.version === challenge.version ? challenge : challenge.earlier[report.version];
  if (!kept) say("report", false, `version ${report.version} is not kept; what follows is version ${challenge.version}'s word`);
  const rules = kept ?? challenge;
  const level = levelOf(report.level);

  const drawn = step("generate", (): SealedInstance | null => {
    if (stored !== null) return JSON.parse(stored) as SealedInstance;
    return report.seed === null ? null : rules.instance(report.seed, level);
  });
  if (drawn === null) return lines;
  if (drawn.value === null) {
    say("generate", false, "the report names neither a seed nor a stored instance");
    return lines;
  }
  const instance = drawn.value;
  say("generate", true, stored === null ? `seed "${report.seed}", level ${level}` : "stored with the work");
  if (report.answer === null) say("grade", true, "no answer was given");
  else {
    const answer: unknown = JSON.parse(report.answer);
    const judged = step("grade", () => rules.judgeInstance(instance, level, answer));
    if (judged) say("grade", judged.value.status === "graded", sayVerdict(judged.value));
  }
  const solved = step("solve", () => challenge.solutionOf(instance));
  if (solved) {
    const perfect = step("grade", () => rules.judgeInstance(instance, level, solved.value));
    if (perfect) {
      const whole = perfect.value.status === "graded" && perfect.value.score === 100;
      say("solve", whole, `the solution is ${sayVerdict(perfect.value)}`);
    }
  }
  return lines;
}

function sayVerdict(verdict: ReturnType<SealedChallenge["judgeInstance"]>): string {
  if (verdict.status === "malformed") return `malformed: "${verdict.field}" ${verdict.problem}`;
  if (verdict.status === "unready") return `not ready: ${verdict.missing.en}`;
  return `graded ${verdict.grade.earned} of ${verdict.grade.total}, score ${verdict.score}`;
}
