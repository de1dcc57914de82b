/** Who holds an office on this site, for admins, who give them. */
import { normaliseEmail } from "@/lib/wire/email";
import { prisma } from "../database";
import { forbidden } from "../http/errors";
import { canAdminister, type Viewer } from "../policy";
import { ROLE_NAMES } from "../auth/roles";
import type { Offices } from "@/lib/wire/instructors";

const MOST = 200;

/** @param email whose account is looked for; without it, everybody who holds an office @throws ApiError forbidden */
export async function listOffices(viewer: Viewer, email: string | undefined): Promise<Offices> {
  if (!canAdminister(viewer)) throw forbidden();
  const rows = await (
    await prisma()
  ).user.findMany({
    where: {
      guest: false,
      deletedAt: null,
      mergedIntoId: null,
      ...(email === undefined ? { role: { not: "STUDENT" } } : { email: normaliseEmail(email) ?? "" }),
    },
    select: { id: true, name: true, email: true, role: true },
    orderBy: [{ role: "asc" }, { name: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return { people: rows.map(({ role, ...person }) => ({ ...person, role: ROLE_NAMES[role] })) };
}
