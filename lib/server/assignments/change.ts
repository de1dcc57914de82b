/** Changing an assignment: its terms, its parts, whether it is given. */
import { canonical } from "../attempts/hash";
import { writeInCohort } from "../cohorts/membership";
import type { Transaction } from "../database";
import { assignmentBegun, assignmentMoved, unknownPart } from "../http/assignmentErrors";
import { keptAs } from "./bank";
import { checkParts, termColumns } from "./check";
import { partColumns } from "./create";
import { holdAssignment } from "./hold";
import { recountWorks } from "./recount";
import { reopen } from "./reopen";
import { partOf, readInCohort, type AssignmentWithParts } from "./rows";
import type { Catalog } from "../catalog";
import type { WrittenPart } from "@/lib/wire/assignmentParts";
import type { ChangedAssignment } from "@/lib/wire/assignments";

interface Named {
  readonly id: string;
  readonly assignment: string;
}

/** @throws ApiError not-found, forbidden, cohort-archived, assignment-moved, assignment-begun, bad-terms, bad-part, no-parts */
export async function changeAssignment(
  catalog: Catalog,
  userId: string,
  { id: cohortId, assignment: id }: Named,
  { revision, terms, parts, state }: ChangedAssignment,
  now: number,
): Promise<{ id: string; revision: number }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    await holdAssignment(tx, id);
    const before = await readInCohort(tx, cohortId, id);
    if (before.revision !== revision) throw assignmentMoved();
    const columns = termColumns(terms);
    await checkParts(tx, catalog, { userId, kept: bankAsked(before) }, parts, state === "published");
    if (state === "draft" && (await hasBegun(tx, id))) throw assignmentBegun();
    await changeParts(tx, before, parts, now);
    await tx.assignment.update({
      where: { id },
      data: {
        ...columns,
        revision: { increment: 1 },
        publishedAt: state === "draft" ? null : (before.publishedAt ?? new Date(now)),
        withdrawnAt: state === "withdrawn" ? (before.withdrawnAt ?? new Date(now)) : null,
      },
    });
    const after = await readInCohort(tx, cohortId, id);
    await reopen(tx, after, now);
    await recountWorks(tx, after);
    return { id, revision: revision + 1 };
  });
}

/** Questions of instructors' own that it asks by now, in their versions. */
const bankAsked = ({ parts }: AssignmentWithParts): ReadonlySet<string> =>
  new Set(
    parts.map(partOf).flatMap(({ settings }) => {
      if (settings.type !== "quiz") return [];
      const refs = "questions" in settings.from ? settings.from.questions : settings.from.bank;
      return refs.flatMap((ref) => ("bank" in ref ? [keptAs(ref)] : []));
    }),
  );

const hasBegun = async (tx: Transaction, assignmentId: string): Promise<boolean> =>
  (await tx.studentWork.findFirst({ where: { assignmentId }, select: { id: true } })) !== null;

/** What nobody has begun is changed in its place, or goes; what somebody has begun is taken out for the others. */
async function changeParts(
  tx: Transaction,
  { id: assignmentId, parts }: AssignmentWithParts,
  written: readonly WrittenPart[],
  now: number,
): Promise<void> {
  const items = await tx.assignedItem.findMany({ where: { assignmentId }, select: { partId: true }, distinct: ["partId"] });
  const begun = new Set(items.map(({ partId }) => partId));
  const present = new Map(parts.filter(({ removedAt }) => removedAt === null).map((part) => [part.id, part]));
  const named = new Set(written.map(({ id }) => id));
  for (const [position, part] of written.entries()) {
    const columns = partColumns(part, position);
    if (part.id === null) {
      await tx.assignmentPart.create({ data: { ...columns, assignmentId } });
      continue;
    }
    const old = present.get(part.id);
    if (old === undefined) throw unknownPart(position, "id", part.id);
    if (canonical(old.settings) === canonical(part.settings) || !begun.has(old.id)) {
      await tx.assignmentPart.update({ where: { id: old.id }, data: columns });
      continue;
    }
    await tx.assignmentPart.update({ where: { id: old.id }, data: { removedAt: new Date(now) } });
    await tx.assignmentPart.create({ data: { ...columns, assignmentId, replacesId: old.id } });
  }
  for (const { id } of present.values()) {
    if (named.has(id)) continue;
    if (begun.has(id)) await tx.assignmentPart.update({ where: { id }, data: { removedAt: new Date(now) } });
    else await tx.assignmentPart.delete({ where: { id } });
  }
}

/** @throws ApiError not-found, forbidden, cohort-archived, assignment-begun */
export async function deleteAssignment(userId: string, { id: cohortId, assignment: id }: Named): Promise<{ id: string }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    await holdAssignment(tx, id);
    await readInCohort(tx, cohortId, id);
    if (await hasBegun(tx, id)) throw assignmentBegun();
    await tx.assignment.delete({ where: { id } });
    return { id };
  });
}
