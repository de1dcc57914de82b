import { prisma } from "../database";
import { forbidden, guestRole, notFound, ownRole } from "../http/errors";
import { roleRefusal, type AccountFacts, type Viewer } from "../policy";
import { Prisma, type Role } from "../prisma/client";

const ROLES = { student: "STUDENT", instructor: "INSTRUCTOR", admin: "ADMIN" } as const;

/** What the database calls offices, and what the wire calls them. */
export const ROLE_NAMES = { STUDENT: "student", INSTRUCTOR: "instructor", ADMIN: "admin" } as const satisfies Record<Role, string>;

const REFUSALS = { "not-admin": forbidden, gone: notFound, own: ownRole, guest: guestRole };

/**
 * Gives `userId` a role. Nobody changes their own, so an admin always remains: also of admins who demote each other at once, since both
 * rows are held and the viewer's role is read under that lock, not believed from the session. Takes effect at that user's next request.
 */
export async function changeRole(
  viewer: Pick<Viewer, "id">,
  userId: string,
  role: keyof typeof ROLES,
): Promise<{ id: string; role: keyof typeof ROLES }> {
  return (await prisma()).$transaction(async (tx) => {
    // Always in the same order, so that two changes cannot wait for each other.
    const rows = await tx.$queryRaw<(AccountFacts & Viewer)[]>(
      Prisma.sql`SELECT "id", "role"::text, "guest", "mergedIntoId" IS NOT NULL AS "merged", "deletedAt" IS NOT NULL AS "deleted" FROM "User" WHERE "id" IN (${viewer.id}, ${userId}) ORDER BY "id" FOR UPDATE`,
    );
    const changer = rows.find((row) => row.id === viewer.id && !row.deleted && !row.merged);
    if (!changer) throw forbidden();
    const target = rows.find((row) => row.id === userId);
    if (!target) throw notFound();
    const refusal = roleRefusal(changer, target);
    if (refusal !== null) throw REFUSALS[refusal]();
    await tx.user.update({ where: { id: userId }, data: { role: ROLES[role] } });
    return { id: userId, role };
  });
}
