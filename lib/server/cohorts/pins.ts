/** PINs of accounts without e-mail: drawn by an instructor, changed by whose account it is. */
import { randomInt } from "node:crypto";
import { hashPassword } from "../auth/password";
import { provePin } from "../auth/school";
import { revokeAllSessions, startSession } from "../auth/session";
import { lockUser, type Caller } from "../auth/users";
import { prisma, type Store } from "../database";
import { weakPin } from "../http/cohortErrors";
import { notFound } from "../http/errors";
import { canDrawPin, type CohortPlace } from "../policy";
import { enterAsInstructor, writeInCohort } from "./membership";
import type { changePin as changing } from "@/lib/wire/classes";
import type { Pins } from "@/lib/wire/roster";
import type { BodyOf } from "@/lib/wire/route";

/** Whether a PIN is among those that are guessed first: one digit or two in turn, or digits in a row. */
export function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i]));
  return steps.every((step) => Math.abs(step) <= 1 && step === steps[0]) || pin === pin.slice(0, 2).repeat(3);
}

function draw(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, "0");
    if (!isWeakPin(pin)) return pin;
  }
}

/** The accounts behind seats of a cohort. @throws ApiError not-found where one is none of its accounts without e-mail */
async function accountsOf(store: Store, place: CohortPlace, cohortId: string, seatIds: readonly string[]) {
  const seats = await store.cohortSeat.findMany({
    where: { id: { in: [...seatIds] } },
    select: {
      id: true,
      cohortId: true,
      name: true,
      user: { select: { school: { select: { userId: true, cohortId: true, nickname: true } } } },
    },
  });
  return [...new Set(seatIds)].map((id) => {
    const seat = seats.find((each) => each.id === id);
    const school = seat?.user?.school;
    const facts = { ofCohort: seat?.cohortId === cohortId && school?.cohortId === cohortId, school: school != null };
    if (seat === undefined || school == null || !canDrawPin(place, facts)) throw notFound();
    return { seat: id, name: seat.name, ...school };
  });
}

/**
 * Draws PINs and ends whatever sessions the accounts have; guesses at the PINs before count no more. The answer is the only place where
 * they can be read.
 * @throws ApiError not-found, forbidden, cohort-archived, sign-in-busy
 */
export async function drawPins(
  userId: string,
  cohortId: string,
  seatIds: readonly string[],
  { address, now }: Pick<Caller, "address" | "now">,
): Promise<Pins> {
  const store = await prisma();
  const { place } = await enterAsInstructor(store, userId, cohortId);
  const asked = await accountsOf(store, place, cohortId, seatIds);
  // Before the cohort is held: hashing takes seconds.
  const drawn = await Promise.all(
    asked.map(async (account) => {
      const pin = draw();
      return { ...account, pin, pinHash: await hashPassword(pin, address) };
    }),
  );
  const classCode = await writeInCohort(userId, cohortId, async (tx, entered) => {
    await accountsOf(tx, entered.place, cohortId, seatIds);
    // Now that the hashes are made: what was guessed meanwhile was guessed at the PIN before.
    const pinSetAt = new Date();
    for (const account of drawn) {
      await tx.schoolAccount.update({
        where: { userId: account.userId },
        data: { pinHash: account.pinHash, pinSetAt, pinDrawn: true },
      });
      await revokeAllSessions(tx, account.userId, now);
    }
    return entered.cohort.classCode;
  });
  return { classCode, pins: drawn.map(({ seat, name, pin }) => ({ seat, nickname: name, pin })) };
}

/**
 * Changes the PIN of the caller's own account. Answers the id of this browser's new session: all earlier ones have ended.
 * @throws ApiError no-pin, wrong-pin, weak-pin, rate-limited
 */
export async function changePin(
  userId: string,
  { current, pin }: BodyOf<typeof changing>,
  { address, userAgent, now }: Pick<Caller, "address" | "userAgent" | "now">,
): Promise<string> {
  await provePin(userId, current, address);
  if (isWeakPin(pin)) throw weakPin();
  const pinHash = await hashPassword(pin, address);
  return (await prisma()).$transaction(async (tx) => {
    const { id } = await lockUser(tx, userId);
    await tx.schoolAccount.update({ where: { userId: id }, data: { pinHash, pinSetAt: new Date(), pinDrawn: false } });
    await revokeAllSessions(tx, id, now);
    return startSession(tx, id, userAgent, now);
  });
}
