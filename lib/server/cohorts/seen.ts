/** What an instructor sees of a student. One function for the instructor's page and the student's own, so that the two cannot differ. */
import type { Seen } from "@/lib/wire/cohortParts";
import type { Store } from "../database";
import { Prisma } from "../prisma/client";

const COLUMNS = {
  id: true,
  joinedAt: true,
  consentAt: true,
  consentVersion: true,
  cohortId: true,
  user: {
    select: {
      name: true,
      email: true,
      emailVerified: true,
      school: { select: { cohortId: true, nickname: true, pinSetAt: true, pinDrawn: true } },
    },
  },
  seat: { select: { id: true, name: true, email: true } },
} as const satisfies Prisma.CohortMemberSelect;

export interface SeenStudent {
  /** Of the place. */
  readonly id: string;
  readonly cohortId: string;
  readonly seat: string | null;
  readonly consentAt: Date | null;
  readonly seen: Seen;
}

/** Students as they are seen, of whatever places `where` names. */
export async function studentsSeen(store: Store, where: Prisma.CohortMemberWhereInput): Promise<SeenStudent[]> {
  const rows = await store.cohortMember.findMany({
    where: { ...where, role: "STUDENT", leftAt: null },
    select: COLUMNS,
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, cohortId, joinedAt, consentAt, consentVersion, user, seat }) => {
    // Elsewhere an account without e-mail is like any other: nobody else sets its PIN.
    const school = user.school?.cohortId === cohortId ? user.school : null;
    return {
      id,
      cohortId,
      seat: seat?.id ?? null,
      consentAt,
      seen: {
        name: user.name,
        rosterName: seat?.name ?? null,
        email: seat?.email ?? null,
        proven: seat !== null && seat.email !== null && seat.email === user.email && user.emailVerified !== null,
        joinedAt: joinedAt.toISOString(),
        consentVersion: consentVersion ?? 0,
        school: school && { nickname: school.nickname, pinSetAt: school.pinSetAt?.toISOString() ?? null, pinDrawn: school.pinDrawn },
      },
    };
  });
}

const inKorean = new Intl.Collator("ko");
/** The order of names in every table of a class. */
export const byName = (a: string, b: string): number => inKorean.compare(a, b);

export interface NamedStudent {
  /** Of the place. */
  readonly id: string;
  /** As it is seen: the roster's, or their own. */
  readonly name: string | null;
  readonly joinedAt: Date;
  readonly timePercent: number;
}

/** A class's students by the names that `studentsSeen` shows, in one statement: for tables of a whole class. */
export function studentsNamed(store: Store, cohortId: string, memberId?: string): Promise<NamedStudent[]> {
  const one = memberId === undefined ? Prisma.empty : Prisma.sql`AND m."id" = ${memberId}`;
  return store.$queryRaw<NamedStudent[]>(
    Prisma.sql`SELECT m."id", COALESCE(s."name", u."name") AS "name", m."joinedAt", m."timePercent"
      FROM "CohortMember" m JOIN "User" u ON u."id" = m."userId" LEFT JOIN "CohortSeat" s ON s."memberId" = m."id"
      WHERE m."cohortId" = ${cohortId} AND m."role" = 'STUDENT' AND m."leftAt" IS NULL ${one} ORDER BY m."joinedAt", m."id"`,
  );
}
