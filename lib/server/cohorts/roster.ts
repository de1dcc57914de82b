/** A cohort's roster: looked at row by row, then taken whole or not at all. */
import { randomBytes } from "node:crypto";
import { faultsOfRows, nicknameKey, type Known } from "@/lib/wire/rosterRules";
import { normaliseEmail } from "@/lib/wire/email";
import { prisma, type Store, type Transaction } from "../database";
import { onceColumns, sameAsBefore } from "../groups/once";
import { badRows } from "../http/cohortErrors";
import { notFound } from "../http/errors";
import { refuseOneOver } from "./join";
import { enterAsInstructor, writeInCohort } from "./membership";
import { readRosterText } from "./rosterText";
import { Prisma } from "../prisma/client";
import type { RosterRow } from "@/lib/wire/cohortParts";
import type { addRoster as adding, RosterCheck } from "@/lib/wire/roster";
import type { ReplyOf } from "@/lib/wire/route";

/** Rows that are named where a roster is refused. */
const NAMED = 20;

/** Addresses and nicknames that are in the cohort already. */
async function knownOf(store: Store, cohortId: string): Promise<Known> {
  const [seats, accounts] = await Promise.all([
    store.cohortSeat.findMany({ where: { cohortId, email: { not: null } }, select: { email: true } }),
    store.schoolAccount.findMany({ where: { cohortId }, select: { nickname: true } }),
  ]);
  return { emails: seats.map(({ email }) => email ?? ""), nicknames: accounts.map(({ nickname }) => nickname) };
}

/** @throws ApiError not-found, forbidden, bad-csv, no-rows, too-many-rows */
export async function checkRoster(userId: string, cohortId: string, text: string): Promise<RosterCheck> {
  const store = await prisma();
  await enterAsInstructor(store, userId, cohortId);
  const { rows, ignored } = readRosterText(text);
  const known = await knownOf(store, cohortId);
  const faults = faultsOfRows(rows, known);
  return {
    rows: rows.map((row, i) => ({ ...row, faults: faults[i] })),
    ignored: [...ignored],
    known: { emails: [...known.emails], nicknames: [...known.nicknames] },
  };
}

/**
 * Takes all rows or none.
 * @throws ApiError not-found, forbidden, cohort-archived, bad-rows, cohort-full, key-reused
 */
export async function addRoster(
  userId: string,
  cohortId: string,
  key: string,
  rows: readonly RosterRow[],
  now: number,
): Promise<ReplyOf<typeof adding>> {
  const once = onceColumns(userId, key, { cohortId, rows });
  return writeInCohort(userId, cohortId, async (tx, { cohort, place }) => {
    const before = await tx.rosterImport.findUnique({
      where: { createKey: once.createKey },
      select: { requestHash: true, invited: true, accounts: true },
    });
    if (sameAsBefore(before, once.requestHash) !== null && before)
      return { invited: before.invited, accounts: before.accounts, repeated: true };
    const faults = faultsOfRows(rows, await knownOf(tx, cohortId));
    const unfit = faults.flatMap((each, i) => (each.length > 0 ? [i + 1] : []));
    if (unfit.length > 0) throw badRows(unfit.slice(0, NAMED));
    await refuseOneOver(tx, cohortId, rows.length);
    const at = { cohortId, createdAt: new Date(now) };
    const addressed = rows.filter(({ email }) => email.trim() !== "");
    await tx.cohortSeat.createMany({
      data: addressed.map(({ name, email }) => ({ ...at, name: name.trim(), email: normaliseEmail(email) })),
    });
    const named = rows.filter(({ email }) => email.trim() === "").map(({ name }) => name.trim());
    await makeAccounts(tx, named, cohort, now);
    const counts = { invited: addressed.length, accounts: named.length };
    await tx.rosterImport.create({ data: { ...once, ...at, ...counts, memberId: place.memberId } });
    return { ...counts, repeated: false };
  });
}

/** Accounts without e-mail, each with the place that is kept for it. Nobody gets in before a PIN is drawn. */
async function makeAccounts(
  tx: Transaction,
  names: readonly string[],
  { id: cohortId, timeZone }: { readonly id: string; readonly timeZone: string },
  now: number,
): Promise<void> {
  const createdAt = new Date(now);
  const users = names.map((name) => ({ id: randomBytes(16).toString("base64url"), name, guest: false, timeZone, createdAt }));
  await tx.user.createMany({ data: users });
  await tx.schoolAccount.createMany({ data: users.map(({ id, name }) => ({ userId: id, cohortId, nickname: nicknameKey(name) })) });
  await tx.cohortSeat.createMany({ data: users.map(({ id, name }) => ({ cohortId, userId: id, name, createdAt })) });
}

/**
 * Takes a school's account away that nobody has ever been in: no session, not even one that has ended, and nothing that a guest brought along,
 * which moves in before the session begins. Whoever is on their way in holds the row: then it stays, and nobody waits for anybody.
 */
async function dropUnused(tx: Transaction, userId: string, cohortId: string): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE SKIP LOCKED`);
  if (held.length === 0) return;
  const unused = { sessions: { none: {} }, mergedFrom: { none: {} }, cohorts: { none: {} } };
  await tx.user.deleteMany({ where: { id: userId, school: { cohortId }, ...unused } });
}

/** @throws ApiError not-found, forbidden, cohort-archived */
export function dropSeat(
  userId: string,
  { id: cohortId, seat: seatId }: { readonly id: string; readonly seat: string },
): Promise<{ id: string }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    // A place that somebody has taken is ended, not taken back.
    const seat = await tx.cohortSeat.findFirst({ where: { id: seatId, cohortId, memberId: null }, select: { userId: true } });
    if (seat === null) throw notFound();
    await tx.cohortSeat.delete({ where: { id: seatId } });
    if (seat.userId !== null) await dropUnused(tx, seat.userId, cohortId);
    return { id: seatId };
  });
}
