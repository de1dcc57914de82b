/** Closing work: handed in by its student, over by the clock, or ended by an instructor. What is saved is then graded as it is. */
import { endOf, GRACE_MS, isOverdue, type WorkEnd } from "@/lib/assignments";
import { signInstance } from "../attempts/token";
import { submitAttempt } from "../attempts/submit";
import { prisma, type Store } from "../database";
import { workNotBegun } from "../http/assignmentErrors";
import { ApiError } from "../http/errors";
import { Prisma, type AssignedItem } from "../prisma/client";
import { holdItem, marksOf } from "./answer";
import { holdTerms, holdWork } from "./hold";
import { begunOf, readGiven, standingOf, studentTerms } from "./rows";
import { writeAnswer, type Answered } from "./written";
import type { Services } from "../catalog";
import type { WorkStanding } from "@/lib/wire/assignmentParts";

/** Hands in: the same again changes nothing. @throws ApiError not-found, not-begun */
export async function handIn(services: Services, userId: string, assignmentId: string, now: number): Promise<{ standing: WorkStanding }> {
  const store = await prisma();
  const { work } = await readGiven(store, userId, assignmentId);
  if (work === null) throw workNotBegun();
  await closeWork(services, work.id, "HANDED_IN", now);
  return { standing: standingOf(await readGiven(store, userId, assignmentId), now, true).json };
}

interface Closed {
  /** It was open until now. */
  readonly closed: boolean;
  /** What was saved and is graded now. */
  readonly graded: number;
}

/** Closes a student's work, unless it is closed, and grades what is saved with it. */
export async function closeWork(services: Services, workId: string, by: WorkEnd, now: number): Promise<Closed> {
  const store = await prisma();
  const closed = await store.$transaction(async (tx) => {
    const place = await tx.studentWork.findUnique({
      where: { id: workId },
      include: { assignment: true, member: { include: { extensions: true } } },
    });
    if (place === null) return false;
    await holdTerms(tx, place.assignmentId);
    const work = await holdWork(tx, workId);
    if (work === null || work.closedAt !== null) return false;
    const extension = place.member.extensions.find((each) => each.assignmentId === place.assignmentId) ?? null;
    const terms = studentTerms(place.assignment, extension, place.member.timePercent);
    const end = endOf(terms, begunOf(work));
    // Longer time may have been given since it was found to be over.
    if (by === "TIME" && !isOverdue(terms, begunOf(work), now)) return false;
    const past = end !== null && end <= now;
    await tx.studentWork.update({
      where: { id: workId },
      data: { closedAt: new Date(past ? end : now), closedBy: past && by !== "INSTRUCTOR" ? "TIME" : by },
    });
    return true;
  });
  return { closed, graded: await gradeSaved(services, store, workId, now) };
}

/** Given, and not graded. */
const SAVED = {
  score: null,
  voidedAt: null,
  OR: [{ savedAt: { not: null } }, { answeredAt: { not: null } }],
  // Who has left is not seen there: their work waits until they come back.
  member: { leftAt: null, role: "STUDENT" },
} as const satisfies Prisma.AssignedItemWhereInput;

type Ungraded = Prisma.AssignedItemGetPayload<{ include: { member: { select: { userId: true } }; part: { select: { type: true } } } }>;

/** Grades what is saved with work that is closed. What cannot be graded stays unanswered, and is not tried again. */
async function gradeSaved(services: Services, store: Store, workId: string, now: number): Promise<number> {
  const items = await store.assignedItem.findMany({
    where: { ...SAVED, workId, work: { closedAt: { not: null } } },
    include: { member: { select: { userId: true } }, part: { select: { type: true } } },
    orderBy: { openedAt: "asc" },
  });
  let graded = 0;
  for (const item of items) {
    const done = await (item.part.type === "CHALLENGE" ? gradeChallenge(services, item, now) : gradeHere(item)).catch(goneOrThrow);
    if (done === "gone") return graded;
    if (done) graded += 1;
    else await store.assignedItem.updateMany({ where: { id: item.id, score: null }, data: { savedAt: null, answeredAt: null } });
  }
  return graded;
}

/** The student left a moment ago: what they saved stays for when they come back. */
function goneOrThrow(error: unknown): "gone" {
  if (isGone(error)) return "gone";
  throw error;
}

const isGone = (error: unknown): boolean => error instanceof ApiError && error.code === "not-found";

/** A saved board is an attempt like any other: with XP, by the way every attempt takes, made when it was saved. */
async function gradeChallenge(services: Services, item: Ungraded, now: number): Promise<boolean> {
  if (item.issuedId === null || item.savedAt === null) return false;
  const token = signInstance({ work: item.issuedId, iat: seconds(item.openedAt.getTime()), exp: seconds(now) + 60 });
  const made = { userId: item.member.userId, key: `saved-${item.id}`, token, answer: item.saved, answeredAt: item.savedAt.getTime() };
  try {
    await submitAttempt(services, { ...made, now, closing: true });
    return true;
  } catch (error) {
    // Unfinished, or of a challenge that throws: nothing of it can be graded, today or tomorrow.
    if (error instanceof ApiError && error.status < 500 && !isGone(error)) return false;
    throw error;
  }
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** Questions, and what was seen in a simulation. */
async function gradeHere({ id, member }: Ungraded): Promise<boolean> {
  return (await prisma()).$transaction(async (tx) => {
    const { item, part, given } = await holdItem(tx, member.userId, id);
    if (item.score !== null) return true;
    const last = lastOf(item);
    const marks = last && marksOf(part.settings, item, last.answer);
    if (!last || !marks) return false;
    await writeAnswer(tx, given.assignment, item, { ...last, marks });
    return true;
  });
}

/** What was given last: an answer that waited for the end, or what was saved after it. */
function lastOf({ answer, answeredAt, saved, savedAt }: AssignedItem): Pick<Answered, "answer" | "answeredAt" | "arrivedAt"> | null {
  if (savedAt !== null && (answeredAt === null || savedAt > answeredAt))
    return { answer: saved, answeredAt: savedAt.getTime(), arrivedAt: savedAt.getTime() };
  return answeredAt === null ? null : { answer, answeredAt: answeredAt.getTime() };
}

/** Where work is looked for. */
interface Within {
  readonly cohortId?: string;
  readonly assignmentId?: string;
  readonly userId?: string;
}

function overdueIn(store: Store, now: number, { cohortId, assignmentId, userId }: Within, most: number): Promise<{ id: string }[]> {
  const until = new Date(now - GRACE_MS);
  const here = Prisma.sql`${cohortId === undefined ? Prisma.empty : Prisma.sql`AND a."cohortId" = ${cohortId}`}
    ${assignmentId === undefined ? Prisma.empty : Prisma.sql`AND w."assignmentId" = ${assignmentId}`}
    ${userId === undefined ? Prisma.empty : Prisma.sql`AND m."userId" = ${userId}`}`;
  // Found first and ordered after that: a way along the order alone would meet every work there is.
  return store.$queryRaw<{ id: string }[]>(
    Prisma.sql`WITH over AS MATERIALIZED (SELECT w."id" FROM "StudentWork" w JOIN "Assignment" a ON a."id" = w."assignmentId" JOIN "CohortMember" m ON m."id" = w."memberId"
        LEFT JOIN "Extension" e ON e."assignmentId" = w."assignmentId" AND e."memberId" = w."memberId"
      WHERE w."closedAt" IS NULL AND m."leftAt" IS NULL AND m."role" = 'STUDENT' AND (w."endsAt" <= ${until}
        OR (COALESCE(e."closesAt", a."closesAt") <= ${until} AND (e."dueAt" IS NULL OR e."dueAt" <= ${until})))
        ${here})
      SELECT "id" FROM over ORDER BY "id" LIMIT ${most}`,
  );
}

/** Works that were closed, and whose saved answers a crash left ungraded. */
const leftIn = (store: Store, { cohortId, assignmentId, userId }: Within, most: number) =>
  store.studentWork.findMany({
    where: {
      closedAt: { not: null },
      items: { some: SAVED },
      ...(cohortId === undefined ? {} : { assignment: { cohortId } }),
      ...(assignmentId === undefined ? {} : { assignmentId }),
      ...(userId === undefined ? {} : { member: { userId } }),
    },
    select: { id: true },
    take: most,
  });

/** Whether there is anything to close or to grade. */
export async function someOverdue(now: number): Promise<boolean> {
  const store = await prisma();
  return (await overdueIn(store, now, {}, 1)).length + (await leftIn(store, {}, 1)).length > 0;
}

/**
 * Closes work whose time is over, as far as `within` reaches; also grades what a crash left ungraded. One student's trouble is nobody else's:
 * it is thrown once all others are closed. Answers how many there were.
 */
export async function closeOverdue(services: Services, now: number, within: Within = {}, most = 200): Promise<number> {
  const store = await prisma();
  const troubles: unknown[] = [];
  const tell = (trouble: unknown) => void troubles.push(trouble);
  const found = await overdueIn(store, now, within, most);
  for (const { id } of found) await closeWork(services, id, "TIME", now).catch(tell);
  for (const { id } of await leftIn(store, within, most)) await gradeSaved(services, store, id, now).catch(tell);
  if (troubles.length > 0) throw troubles[0];
  return found.length;
}
