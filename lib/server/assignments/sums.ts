/** What works earn, before and after something changes them. */
import type { Transaction } from "../database";
import type { ChangedWork, Sums } from "../inbox/tellWork";

type SumsByMember = ReadonlyMap<string, Sums>;

/** What the works of current students earn and could, by their place in the class. */
export async function sumsOf(
  tx: Transaction,
  where: { readonly assignmentId: string; readonly id?: { readonly in: string[] } },
): Promise<SumsByMember> {
  const works = await tx.studentWork.findMany({
    where: { ...where, member: { leftAt: null } },
    select: { memberId: true, earnedNow: true, points: true },
    orderBy: { id: "asc" },
  });
  return new Map(works.map(({ memberId, earnedNow: now, points }) => [memberId, { now, points }]));
}

export function changedSince(before: SumsByMember, after: SumsByMember): ChangedWork[] {
  return [...after].flatMap(([member, sums]) => {
    const old = before.get(member);
    return old === undefined || (old.now === sums.now && old.points === sums.points) ? [] : [{ member, before: old, after: sums }];
  });
}
