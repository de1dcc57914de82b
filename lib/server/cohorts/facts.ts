/** What a person's own page says of their classes, in one look. */
import { mayMakeCohort } from "../policy";
import { Prisma, type Role } from "../prisma/client";
import type { Store } from "../database";

interface Facts {
  readonly pin: boolean;
  readonly teaches: boolean;
  readonly learns: boolean;
  readonly offered: number;
}

export async function classFacts(
  store: Store,
  { id, email, guest, role }: { readonly id: string; readonly email: string | null; readonly guest: boolean; readonly role: Role },
): Promise<Facts> {
  // A guest can have no place, and none is kept for one.
  if (guest) return { pin: false, teaches: false, learns: false, offered: 0 };
  const [row] = await store.$queryRaw<[Facts]>(
    Prisma.sql`SELECT EXISTS (SELECT 1 FROM "SchoolAccount" a WHERE a."userId" = ${id}) AS "pin",
      EXISTS (SELECT 1 FROM "CohortMember" m WHERE m."userId" = ${id} AND m."role" = 'INSTRUCTOR' AND m."leftAt" IS NULL) AS "teaches",
      EXISTS (SELECT 1 FROM "CohortMember" m WHERE m."userId" = ${id} AND m."role" = 'STUDENT' AND m."leftAt" IS NULL) AS "learns",
      (SELECT count(*)::int FROM "CohortSeat" s JOIN "Cohort" c ON c."id" = s."cohortId" WHERE (s."email" = ${email} OR s."userId" = ${id})
        AND s."memberId" IS NULL AND s."declinedAt" IS NULL AND c."archivedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "CohortMember" r WHERE r."cohortId" = c."id" AND r."userId" = ${id} AND (r."leftAt" IS NULL OR r."removed"))) AS "offered"`,
  );
  return { ...row, teaches: row.teaches || mayMakeCohort({ guest, role }) };
}
