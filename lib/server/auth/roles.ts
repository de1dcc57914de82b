import { prisma } from "../database";
import { guestRole, notFound, ownRole } from "../http/errors";

const ROLES = { student: "STUDENT", instructor: "INSTRUCTOR", admin: "ADMIN" } as const;

/** Gives `userId` a role. Nobody changes their own, so an admin always remains. Takes effect at that user's next request. */
export async function changeRole(
  adminId: string,
  userId: string,
  role: keyof typeof ROLES,
): Promise<{ id: string; role: keyof typeof ROLES }> {
  if (adminId === userId) throw ownRole();
  const store = await prisma();
  const user = await store.user.findFirst({ where: { id: userId, deletedAt: null, mergedIntoId: null }, select: { guest: true } });
  if (!user) throw notFound();
  if (user.guest) throw guestRole();
  await store.user.update({ where: { id: userId }, data: { role: ROLES[role] } });
  return { id: userId, role };
}
