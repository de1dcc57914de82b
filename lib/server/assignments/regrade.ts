/** Judging the answers to an item of an assignment again, from its page: of challenges with their attempts, of questions by themselves. */
import { gradeQuestion } from "@/lib/questions";
import { enterAsInstructor } from "../cohorts/membership";
import { prisma, type Store } from "../database";
import { nothingToVoid } from "../http/assignmentErrors";
import { cohortArchived } from "../http/cohortErrors";
import { canChangeCohort } from "../policy";
import { planOf, type Mode, type Planned } from "../regrade/plan";
import { readAttempts, readLocked, writeChanges } from "../regrade/rows";
import { judgeAll } from "../regrade/run";
import { rescore } from "./follow";
import { holdAssignment } from "./hold";
import { drawAsked, poolOf, type Candidate } from "./quiz";
import { partOf, readInCohort } from "./rows";
import { changing, tried } from "./tried";
import type { Services } from "../catalog";
import type { AssignedItem, AssignmentPart } from "../prisma/client";
import type { RegradedItem } from "@/lib/wire/assignments";

type Tally = Pick<RegradedItem, "rises" | "falls" | "kept" | "unsaid">;
type Item = AssignedItem & { readonly part: AssignmentPart };

/** @throws ApiError not-found, forbidden, cohort-archived, nothing-to-void */
export async function regradeItem(
  services: Services,
  userId: string,
  { id: cohortId, assignment: assignmentId }: { readonly id: string; readonly assignment: string },
  { item, mode, apply }: { readonly item: string; readonly mode: Mode; readonly apply: boolean },
): Promise<RegradedItem> {
  const store = await prisma();
  const { cohort, place } = await enterAsInstructor(store, userId, cohortId);
  if (!canChangeCohort(place, cohort)) throw cohortArchived();
  await readInCohort(store, cohortId, assignmentId);
  const items = await store.assignedItem.findMany({ where: { assignmentId, item, score: { not: null } }, include: { part: true } });
  if (items.length === 0) throw nothingToVoid();
  const where = { cohortId, assignmentId };
  const challenges = items.flatMap(({ attemptId }) => attemptId ?? []);
  if (challenges.length > 0) return regradeAttempts(store, services, where, challenges, mode, apply);
  const verdicts = await judgeQuestions(store, services, items);
  return tried(apply, (end) =>
    store.$transaction(async (tx) => {
      // Another run may have judged them meanwhile: what is told and changed is what stands once no other can write.
      await holdAssignment(tx, assignmentId);
      const standing = await tx.assignedItem.findMany({
        where: { id: { in: items.map(({ id }) => id) }, score: { not: null } },
        select: { id: true, score: true },
        orderBy: { id: "asc" },
      });
      const counts: Tally = tallyOf(standing.map((each) => outcomeOf(each.score ?? 0, verdicts.get(each.id)?.score ?? null, mode)));
      const wanted = standing.flatMap(({ id, score }) => {
        const verdict = verdicts.get(id);
        return verdict === undefined || verdict.score === score || (mode === "keep-higher" && verdict.score < (score ?? 0))
          ? []
          : [{ id, ...verdict }];
      });
      const students = await changing(tx, where, () => rescore(tx, wanted));
      return end({ applied: apply, items: standing.length, ...counts, students });
    }),
  );
}

type Outcome = keyof Tally | "same";

function outcomeOf(before: number, after: number | null, mode: Mode): Outcome {
  if (after === null) return "unsaid";
  if (after === before) return "same";
  if (after > before) return "rises";
  return mode === "keep-higher" ? "kept" : "falls";
}

function tallyOf(outcomes: readonly Outcome[]): Tally {
  const count = (name: Outcome): number => outcomes.filter((each) => each === name).length;
  return { rises: count("rises"), falls: count("falls"), kept: count("kept"), unsaid: count("unsaid") };
}

/** Questions are drawn again as they are today, with the numbers of then, and judge the answers by their own truth. */
async function judgeQuestions(store: Store, { catalog }: Services, items: readonly Item[]) {
  const verdicts = new Map<string, { score: number; misconceptions: readonly string[] }>();
  const pools = new Map<string, readonly Candidate[]>();
  for (const item of items) {
    const { settings } = partOf(item.part);
    if (settings.type !== "quiz") continue;
    const pool = pools.get(item.partId) ?? (await poolOf(store, catalog, settings));
    pools.set(item.partId, pool);
    const asked = pool.find((each) => each.item === item.item);
    const grade = asked && gradeQuestion(drawAsked(settings, asked, item), item.answer);
    if (grade) verdicts.set(item.id, grade);
  }
  return verdicts;
}

async function regradeAttempts(
  store: Awaited<ReturnType<typeof prisma>>,
  { grader }: Services,
  where: { readonly cohortId: string; readonly assignmentId: string },
  ids: readonly string[],
  mode: Mode,
  apply: boolean,
): Promise<RegradedItem> {
  const rows = await readAttempts(store, ids);
  const verdicts = await judgeAll(grader, rows);
  const wanted = rows.flatMap(({ standing }, i) => planOf(standing, verdicts[i], mode).change ?? []);
  return tried(apply, (end) =>
    store.$transaction(async (tx) => {
      const held = new Map((await readLocked(tx, wanted)).map((standing) => [standing.id, standing]));
      const plans = rows.map(({ standing }, i): Planned => planOf(held.get(standing.id) ?? standing, verdicts[i], mode));
      const changes = plans.flatMap(({ change }) => (change !== null && held.has(change.standing.id) ? [change] : []));
      const students = await changing(tx, where, async () => {
        if (changes.length > 0) await writeChanges(tx, changes);
      });
      return end({ applied: apply, items: rows.length, ...tallyOf(plans.map(({ outcome }) => OUTCOMES[outcome])), students });
    }),
  );
}

const OUTCOMES = {
  ...{ rises: "rises", falls: "falls", "kept-higher": "kept", same: "same", retold: "same" },
  ...{ stale: "unsaid", crashed: "unsaid", refused: "unsaid" },
} as const satisfies Record<Planned["outcome"], Outcome>;
