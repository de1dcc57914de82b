/**
 * Erasing an account (docs/decisions/0011). The person goes in one step: from then on nobody can sign in, and name, address and devices
 * are gone. What they did follows in small steps, in the same request; a job finishes what a crash left.
 */
import { provePassword } from "../auth/credentials";
import { lockUser, type Caller } from "../auth/users";
import { database, prisma, type Store } from "../database";
import { BANK_TABLES, leaveBank } from "../bank/erase";
import { COHORT_TABLES, leaveAllCohorts } from "../cohorts/erase";
import { GROUP_TABLES, leaveAllGroups } from "../groups/erase";
import { nobody, notFound, wrongPassword, wrongWord } from "../http/errors";
import { canErase } from "../policy";
import { Prisma } from "../prisma/client";
import { ERASE_WORDS } from "@/lib/wire/scalars";
import type * as account from "@/lib/wire/account";
import type { BodyOf } from "@/lib/wire/route";

/** What hangs on a user, those that refer to others first. What is forgotten here goes with the user's own row. */
const TABLES = [
  "ReviewLog",
  "Attempt",
  "Card",
  "Deck",
  "Reveal",
  "Hint",
  "XpEntry",
  "ActiveDay",
  "LessonDone",
  "IssuedWork",
  "Report",
] as const;
/** Where a person stands besides; emptied while the account is closed. */
const OF_THE_PERSON = ["User", "AuthSession", "Account", "PasswordReset", "VerificationToken"] as const;
/** Rows that one statement takes away, so that none holds a lock for long or meets a time limit. */
const STEP = 1000;

/**
 * Erases the caller's account, with every guest whose work it took over.
 * @throws ApiError not-found (the page shows somebody else), wrong-password, wrong-word, rate-limited
 */
export async function eraseAccount(
  userId: string,
  body: BodyOf<typeof account.eraseMe>,
  { address, now }: Pick<Caller, "address" | "now">,
): Promise<{ erased: true }> {
  if (!canErase({ id: userId }, { ownerId: body.id })) throw notFound();
  const store = await prisma();
  const user = await store.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  if (!user) throw nobody();
  if (user.passwordHash === null) {
    const typed = body.word?.trim().normalize("NFC").toLowerCase();
    if (typed !== ERASE_WORDS.ko && typed !== ERASE_WORDS.en) throw wrongWord(ERASE_WORDS);
  } else {
    if (body.password === undefined) throw wrongPassword("password");
    await provePassword(userId, body.password, "password", address);
  }
  await eraseRows(store, await closeAccount(userId, now), now);
  return { erased: true };
}

/** Takes the person out of the account and of the guests merged into it; answers all their ids. */
async function closeAccount(userId: string, now: number): Promise<string[]> {
  return (await prisma()).$transaction(async (tx) => {
    // Of a guest that was merged meanwhile the lock leads to another account, which nobody asked to erase.
    if ((await lockUser(tx, userId)).id !== userId) throw nobody();
    const { email, mergedFrom } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, mergedFrom: { select: { id: true } } },
    });
    const ids = [userId, ...mergedFrom.map(({ id }) => id)];
    const theirs = { where: { userId: { in: ids } } };
    // By the address a roster knows them, which is gone from their own row below.
    if (email !== null) await tx.cohortSeat.deleteMany({ where: { email } });
    await tx.authSession.deleteMany(theirs);
    await tx.account.deleteMany(theirs);
    await tx.passwordReset.deleteMany(theirs);
    if (email !== null) await tx.verificationToken.deleteMany({ where: { identifier: email } });
    await tx.user.updateMany({
      where: { id: { in: ids } },
      data: { deletedAt: new Date(now), email: null, emailVerified: null, passwordHash: null, name: null, image: null, calendarHash: null },
    });
    return ids;
  });
}

async function eraseRows(store: Store, ids: readonly string[], now: number): Promise<void> {
  await leaveAllGroups(ids, now);
  await leaveAllCohorts(ids, now);
  await leaveBank(ids, now);
  const theirs = Prisma.sql`"userId" IN (${Prisma.join(ids)})`;
  // That a challenge crashed concerns everybody who plays it. What stays are the challenge, its version and level, the phase and the day.
  await store.$executeRaw(Prisma.sql`UPDATE "Report" SET "userId" = NULL, "message" = '', "answer" = NULL, "seed" = NULL, "workId" = NULL,
    "backend" = NULL, "build" = NULL, "createdAt" = date_trunc('day', "createdAt") WHERE ${theirs} AND NOT "byHand"`);
  for (const table of TABLES) {
    const name = Prisma.raw(`"${table}"`);
    const step = Prisma.sql`DELETE FROM ${name} WHERE ctid IN (SELECT ctid FROM ${name} WHERE ${theirs} LIMIT ${STEP})`;
    while ((await store.$executeRaw(step)) > 0);
  }
  await store.user.deleteMany({ where: { id: { in: [...ids] } } });
  await sweepPages(store);
}

/**
 * Deleted rows stay readable in a table's file until it is swept. A server does that by itself; nothing in the embedded database does, so
 * its tables are written anew.
 */
async function sweepPages(store: Store): Promise<void> {
  if ((await database()).kind !== "embedded") return;
  const tables = [...TABLES, ...GROUP_TABLES, ...COHORT_TABLES, ...BANK_TABLES, ...OF_THE_PERSON].map((table) => `"${table}"`).join(", ");
  await store.$executeRawUnsafe(`VACUUM FULL ${tables}`);
  await store.$executeRawUnsafe("CHECKPOINT");
}

/** Finishes erasures that a crash interrupted; called at the server's start and now and then. */
export async function finishErasures(): Promise<number> {
  const store = await prisma();
  const closed = await store.user.findMany({ where: { deletedAt: { not: null } }, select: { id: true }, take: 100 });
  if (closed.length > 0)
    await eraseRows(
      store,
      closed.map(({ id }) => id),
      Date.now(),
    );
  return closed.length;
}
