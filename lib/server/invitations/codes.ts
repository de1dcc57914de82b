/** Codes that let people in, of whatever: drawn, looked up and used up. */
import { createHash, randomBytes } from "node:crypto";
import { codeOf, CODE_LENGTH, normaliseCode } from "@/lib/groups";
import { notFound } from "../http/errors";
import { consume, refund } from "../http/limits";
import { Prisma } from "../prisma/client";
import type { Transaction } from "../database";

export const drawCode = (): string => codeOf(randomBytes(CODE_LENGTH));

/** What is kept of a code that is never shown again. */
export const codeHash = (code: string): string => createHash("sha256").update(code).digest("hex");

/** Of a row with `revokedAt`, `expiresAt`, `uses` and `maxUses`: whether it still lets somebody in at `now`. */
export const notUsedUp = (now: number): Prisma.Sql =>
  Prisma.sql`"revokedAt" IS NULL AND "expiresAt" > ${new Date(now)} AND "uses" < "maxUses"`;

/** One use of a code, if it has one left. @param usable what must hold of its row */
export const spendUse = async (tx: Transaction, table: "GroupInvite" | "CohortInvite", id: string, usable: Prisma.Sql): Promise<boolean> =>
  (await tx.$executeRaw(Prisma.sql`UPDATE ${Prisma.raw(`"${table}"`)} SET "uses" = "uses" + 1 WHERE "id" = ${id} AND ${usable}`)) === 1;

/**
 * Looks a code up, and counts against the address what fits nothing. It is counted before the look and given back after a hit, so that
 * many guesses at once are no way around the count.
 * @throws ApiError rate-limited, and not-found for every code that lets nobody in, whatever the reason
 */
export async function lookedUp<T>(typed: string, address: string, look: (code: string) => Promise<T | null>): Promise<T> {
  await consume("invite-miss", address);
  const code = normaliseCode(typed);
  const found = code === null ? null : await look(code);
  if (found === null) throw notFound();
  await refund("invite-miss", address);
  return found;
}
