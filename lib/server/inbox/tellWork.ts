/** Writes into students' inboxes what was changed of the points of their work, in the transaction of the change. */
import { tellNews } from "../notes/hints";
import type { Transaction } from "../database";

export interface Sums {
  readonly now: number;
  readonly points: number;
}

export interface ChangedWork {
  /** The student's place in the class. */
  readonly member: string;
  readonly before: Sums;
  readonly after: Sums;
}

interface Happened {
  readonly assignmentId: string;
  readonly cause: "VOIDED" | "RESTORED" | "REGRADED";
  /** Why, as the instructor put it; null where nobody was asked. */
  readonly note: string | null;
  readonly now: number;
}

/**
 * Tells students of it: one entry for each work and kind of change. One that was not read yet gives way to the next, which then tells of both
 * from the points before the first; so an inbox holds no more of them than twice the person's works, however often somebody regrades. The
 * works are held, or the assignment is. Who has left hears nothing.
 */
export async function tellWork(
  tx: Transaction,
  { assignmentId, cause, note, now }: Happened,
  changed: readonly ChangedWork[],
): Promise<void> {
  if (changed.length === 0) return;
  const works = await tx.studentWork.findMany({
    where: { assignmentId, memberId: { in: changed.map(({ member }) => member) }, member: { leftAt: null } },
    select: { id: true, memberId: true, member: { select: { userId: true } } },
  });
  if (works.length === 0) return;
  const kind = cause === "REGRADED" ? "regraded" : "voided";
  const reasons = works.map(({ id }) => `${kind}:${id}`);
  const old = await tx.inboxEntry.findMany({
    where: { reason: { in: reasons }, studentId: { in: works.map(({ memberId }) => memberId) } },
    select: { id: true, workId: true, readAt: true, before: true, beforeOf: true },
  });
  const unread = new Map(old.flatMap((entry) => (entry.readAt === null ? [[entry.workId, entry]] : [])));
  const byMember = new Map(changed.map((each) => [each.member, each]));
  await tx.inboxEntry.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  await tx.inboxEntry.createMany({
    data: works.flatMap(({ id: workId, memberId }, i) => {
      const change = byMember.get(memberId);
      if (change === undefined) return [];
      const first = unread.get(workId);
      return [
        {
          ...{ studentId: memberId, workId, cause, reason: reasons[i], note, createdAt: new Date(now) },
          ...{ before: first?.before ?? change.before.now, beforeOf: first?.beforeOf ?? change.before.points },
          ...{ after: change.after.now, afterOf: change.after.points },
        },
      ];
    }),
  });
  await tellNews(tx, ...works.map(({ member }) => member.userId));
}
