/**
 * Regrade by replay: every attempt of a kind is judged again by today's rules, and what follows from it (stars, XP, ledger, day
 * sums, total; mastery is read off the attempts) is brought along. A second run finds nothing to do.
 */
import { OUTCOMES, planOf, type Mode, type Outcome, type Planned } from "./plan";
import { readLocked, readPage, writeChanges, type Row } from "./rows";
import type { Grader } from "../grading/grader";
import type { PrismaClient } from "../prisma/client";
import type { Judged, Judgement } from "@/lib/challenges/judging";

/** Attempts read, judged and written together: one transaction. */
const PAGE = 2_000;
/** Attempts handed to a grading thread at once. */
const CHUNK = 250;

export interface RegradeOptions {
  readonly kind: string;
  readonly mode: Mode;
  /** False: says what would change and writes nothing. */
  readonly apply: boolean;
  readonly pageSize?: number;
  readonly onPage?: (attempts: number) => void;
}

export interface UserDelta {
  readonly userId: string;
  /** Attempts whose score rises, and falls. */
  readonly rises: number;
  readonly falls: number;
  /** What is added to the learner's XP. */
  readonly xp: number;
}

export interface RegradeReport {
  readonly attempts: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Attempts whose row or entry changes. */
  readonly changed: number;
  /** Those whose figures change, the largest difference first. */
  readonly users: readonly UserDelta[];
  /** Attempts kept as they were because their version is not kept, by version. */
  readonly stale: Readonly<Record<number, number>>;
  /** The first attempts whose challenge throws today. */
  readonly crashed: readonly string[];
}

/** Judges all attempts of `options.kind` again. */
export async function regrade(store: PrismaClient, grader: Grader, options: RegradeOptions): Promise<RegradeReport> {
  const tally = newTally();
  const pageAfter = (id: string) => readPage(store, options.kind, id, options.pageSize ?? PAGE);
  let reading = pageAfter("");
  for (;;) {
    const rows = await reading;
    if (rows.length === 0) return tally.report();
    // The database reads the next page while the threads judge this one.
    reading = pageAfter(rows[rows.length - 1].standing.id);
    // What fails is met where the page is awaited.
    reading.catch(() => undefined);
    const verdicts = await judgeAll(grader, rows);
    const plans = rows.map(({ standing }, i) => planOf(standing, verdicts[i], options.mode));
    const written = options.apply ? await apply(store, rows, verdicts, plans, options.mode) : plans;
    rows.forEach(({ standing }, i) => tally.add(standing.id, standing.userId, standing.version, written[i]));
    options.onPage?.(tally.attempts());
  }
}

/** Judges attempts again, in the threads. */
export async function judgeAll(grader: Grader, rows: readonly Row[]): Promise<readonly Judged[]> {
  const chunks: Judgement[][] = [];
  for (let i = 0; i < rows.length; i += CHUNK) chunks.push(rows.slice(i, i + CHUNK).map((row) => row.task));
  return (await Promise.all(chunks.map((chunk) => grader.rejudge(chunk)))).flat();
}

/** Writes what `plans` change, decided once more on the rows as they are under lock; answers what was written in their place. */
async function apply(
  store: PrismaClient,
  rows: readonly Row[],
  verdicts: readonly Judged[],
  plans: readonly Planned[],
  mode: Mode,
): Promise<readonly Planned[]> {
  const wanted = plans.flatMap(({ change }) => (change === null ? [] : [change]));
  if (wanted.length === 0) return plans;
  const done = await store.$transaction(async (tx) => {
    const now = new Map((await readLocked(tx, wanted)).map((standing) => [standing.id, standing]));
    const again = plans.map((plan, i): Planned => {
      if (plan.change === null) return plan;
      const standing = now.get(rows[i].standing.id);
      // Moved to another account this very moment: the next run finds it there.
      return standing === undefined ? { outcome: "same", change: null } : planOf(standing, verdicts[i], mode);
    });
    const changes = again.flatMap(({ change }) => (change === null ? [] : [change]));
    if (changes.length > 0) await writeChanges(tx, changes);
    return again;
  });
  return done;
}

function newTally() {
  let attempts = 0;
  let changed = 0;
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const users = new Map<string, { rises: number; falls: number; xp: number }>();
  const stale: Record<number, number> = {};
  const crashed: string[] = [];
  return {
    attempts: () => attempts,
    add(id: string, userId: string, version: number, { outcome, change }: Planned): void {
      attempts += 1;
      counts[outcome] += 1;
      if (outcome === "stale") stale[version] = (stale[version] ?? 0) + 1;
      if (outcome === "crashed" && crashed.length < 20) crashed.push(id);
      if (change === null) return;
      changed += 1;
      const delta = users.get(userId) ?? { rises: 0, falls: 0, xp: 0 };
      users.set(userId, {
        rises: delta.rises + (outcome === "rises" ? 1 : 0),
        falls: delta.falls + (outcome === "falls" ? 1 : 0),
        xp: delta.xp + (change.points ?? 0) - (change.standing.entry?.points ?? 0),
      });
    },
    report: (): RegradeReport => ({
      attempts,
      counts,
      changed,
      users: [...users]
        .map(([userId, delta]) => ({ userId, ...delta }))
        .filter((u) => u.rises > 0 || u.falls > 0 || u.xp !== 0)
        .sort((a, b) => Math.abs(b.xp) - Math.abs(a.xp) || (a.userId < b.userId ? -1 : 1)),
      stale,
      crashed,
    }),
  };
}
