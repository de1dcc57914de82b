/** What becomes of somebody's bank when their account is erased. */
import { prisma } from "../database";

/** Tables of banks, for whoever sweeps them. */
export const BANK_TABLES = ["BankImport", "BankPicture", "BankVersion", "BankQuestion"] as const;

/**
 * Takes questions away with their owner, and pictures that nothing else shows. What a quiz has pinned stays without its owner, archived:
 * others' work hangs on it. Doing it again changes nothing.
 */
export async function leaveBank(userIds: readonly string[], now: number): Promise<void> {
  const store = await prisma();
  const theirs = { userId: { in: [...userIds] } };
  await store.bankImport.deleteMany({ where: theirs });
  await store.bankQuestion.deleteMany({ where: { ...theirs, usedAt: null } });
  const kept = await store.bankQuestion.findMany({ where: theirs, select: { pictures: true } });
  const shown = [...new Set(kept.flatMap(({ pictures }) => pictures))];
  await store.bankPicture.deleteMany({ where: { ...theirs, id: { notIn: shown } } });
  await store.bankPicture.updateMany({ where: theirs, data: { userId: null } });
  await store.bankQuestion.updateMany({ where: { ...theirs, archivedAt: null }, data: { archivedAt: new Date(now) } });
  await store.bankQuestion.updateMany({ where: theirs, data: { userId: null } });
}
