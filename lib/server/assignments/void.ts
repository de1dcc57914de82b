/** What counts for nobody: an item of an assignment, for all, or one try. */
import { fixedItems } from "@/lib/assignments";
import { writeInCohort } from "../cohorts/membership";
import { nothingToVoid } from "../http/assignmentErrors";
import { tellWork } from "../inbox/tellWork";
import { recountMembers } from "../insight/rollup";
import { holdAssignment } from "./hold";
import { recountWorks } from "./recount";
import { partOf, readInCohort, type AssignmentWithParts } from "./rows";
import { sumsOf } from "./sums";
import { changing, tried } from "./tried";
import type { Transaction } from "../database";
import type { BodyOf } from "@/lib/wire/route";
import type { VoidedItem, voidItem as route } from "@/lib/wire/assignments";

type Wish = BodyOf<typeof route>;

/** @throws ApiError not-found, forbidden, cohort-archived, nothing-to-void */
export function voidItem(
  userId: string,
  { id: cohortId, assignment: assignmentId }: { readonly id: string; readonly assignment: string },
  wish: Wish,
  now: number,
): Promise<VoidedItem> {
  return tried(wish.apply, (end) =>
    writeInCohort(userId, cohortId, async (tx) => {
      await holdAssignment(tx, assignmentId);
      const assignment = await readInCohort(tx, cohortId, assignmentId);
      let items = 0;
      const concerned = {
        assignmentId,
        ...("try" in wish.what ? { id: wish.what.try } : { item: wish.what.item }),
        score: { not: null },
      };
      const before = await sumsOf(tx, { assignmentId });
      const students = await changing(tx, { cohortId, assignmentId }, async () => {
        items = await mark(tx, assignment, wish, now);
        await recountWorks(tx, await readInCohort(tx, cohortId, assignmentId));
        const rows = await tx.assignedItem.findMany({ where: concerned, distinct: ["memberId"], select: { memberId: true } });
        await recountMembers(
          tx,
          cohortId,
          rows.map(({ memberId }) => memberId),
        );
        // Whoever answered it hears of it, also where their points stay as they were.
        const answered = new Set(rows.map(({ memberId }) => memberId));
        const after = await sumsOf(tx, { assignmentId });
        const told = [...after].flatMap(([member, sums]) => {
          const old = before.get(member) ?? sums;
          const touched = answered.has(member) || old.now !== sums.now || old.points !== sums.points;
          return touched ? [{ member, before: old, after: sums }] : [];
        });
        const cause = wish.voided ? "VOIDED" : "RESTORED";
        await tellWork(tx, { assignmentId, cause, note: wish.voided ? wish.reason : null, now }, told);
      });
      return end({ applied: wish.apply, items, students });
    }),
  );
}

/** What crashed and was drawn anew stays out. */
const NOT_CRASHED = { OR: [{ voidReason: null }, { voidReason: { not: "" } }] };

/** Answers how many tries it concerns. */
async function mark(tx: Transaction, assignment: AssignmentWithParts, { what, voided, reason }: Wish, now: number): Promise<number> {
  const { id: assignmentId } = assignment;
  const data = voided ? { voidedAt: new Date(now), voidReason: reason } : { voidedAt: null, voidReason: null };
  if ("try" in what) {
    const { count } = await tx.assignedItem.updateMany({ where: { id: what.try, assignmentId, ...NOT_CRASHED }, data });
    if (count === 0) throw nothingToVoid();
    return 1;
  }
  const known = assignment.parts.some((part) => fixedItems(partOf(part).settings).includes(what.item));
  const where = { assignmentId, item: what.item };
  const drawn = await tx.assignedItem.count({ where });
  if (!known && drawn === 0 && !assignment.voidedItems.includes(what.item)) throw nothingToVoid();
  const others = assignment.voidedItems.filter((item) => item !== what.item);
  await tx.assignment.update({
    where: { id: assignmentId },
    data: { voidedItems: voided ? [...others, what.item] : others, revision: { increment: 1 } },
  });
  await tx.assignedItem.updateMany({ where: { ...where, ...NOT_CRASHED }, data });
  return drawn;
}
