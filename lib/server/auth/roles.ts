import { prisma } from "../database";
import { forbidden, guestRole, notFound, ownRole } from "../http/errors";
import { roleRefusal, type Viewer } from "../policy";

const ROLES = { student: "STUDENT", instructor: "INSTRUCTOR", admin: "ADMIN" } as const;

const REFUSALS = { "not-admin": forbidden, gone: notFound, own: ownRole, guest: guestRole };

/** Gives `userId` a role. Nobody changes their own, so an admin always remains. Takes effect at that user's next request. */
export async function changeRole(
  viewer: Viewer,
  userId: string,
  role: keyof typeof ROLES,
): Promise<{ id: string; role: keyof typeof ROLES }> {
  const store = await prisma();
  const user = await store.user.findUnique({ where: { id: userId }, select: { guest: true, deletedAt: true, mergedIntoId: true } });
  if (!user) throw notFound();
  const target = { id: userId, guest: user.guest, deleted: user.deletedAt !== null, merged: user.mergedIntoId !== null };
  const refusal = roleRefusal(viewer, target);
  if (refusal !== null) throw REFUSALS[refusal]();
  await store.user.update({ where: { id: userId }, data: { role: ROLES[role] } });
  return { id: userId, role };
}
