/** Pictures of questions, encoded anew by the server. */
import { createHash } from "node:crypto";
import { BANK } from "@/lib/wire/bankParts";
import { prisma, type Store } from "../database";
import { bankPicturesFull } from "../http/bankErrors";
import { forbidden, notFound } from "../http/errors";
import { encodePicture } from "../notes/encode";
import { canReadAskedPicture, canReadQuestion } from "../policy";
import { Prisma } from "../prisma/client";
import { isAuthor, writeInBank } from "./author";
import type { SessionUser } from "../auth/session";
import type { AddedPicture } from "@/lib/wire/bank";

const SHOWN = { id: true, width: true, height: true } as const;

/** @throws ApiError forbidden, no-picture, too-many-pixels, pictures-busy, bank-pictures-full */
export async function addPicture(user: Pick<SessionUser, "id" | "guest" | "role">, sent: Uint8Array, now: number): Promise<AddedPicture> {
  const store = await prisma();
  if (!(await isAuthor(store, user))) throw forbidden();
  const sha256 = createHash("sha256").update(sent).digest("base64url");
  const known = (from: Store, userId: string) =>
    from.bankPicture.findUnique({ where: { userId_sha256: { userId, sha256 } }, select: SHOWN });
  const there = await known(store, user.id);
  if (there !== null) return { ...there, repeated: true };
  // Before anything is held: decoding takes its time.
  const { bytes, width, height } = await encodePicture(sent);
  return writeInBank(user.id, async (tx, userId) => {
    const meanwhile = await known(tx, userId);
    if (meanwhile !== null) return { ...meanwhile, repeated: true };
    const { _count, _sum } = await tx.bankPicture.aggregate({ where: { userId }, _count: true, _sum: { size: true } });
    if (_count >= BANK.pictures || (_sum.size ?? 0) + bytes.length > BANK.pictureBytes)
      throw bankPicturesFull(BANK.pictures, BANK.pictureBytes / 1024 / 1024);
    const data = { userId, sha256, bytes: new Uint8Array(bytes), size: bytes.length, width, height, createdAt: new Date(now) };
    return { ...(await tx.bankPicture.create({ data, select: SHOWN })), repeated: false };
  });
}

/** The bytes of a picture, for its author and for whoever was asked a question that shows it, or teaches them. @throws ApiError not-found */
export async function readPicture(userId: string, id: string): Promise<Uint8Array> {
  const store = await prisma();
  const picture = await store.bankPicture.findUnique({ where: { id }, select: { userId: true, bytes: true } });
  if (picture === null) throw notFound();
  const viewer = { id: userId };
  if (!canReadQuestion(viewer, picture) && !canReadAskedPicture(viewer, { asked: await wasAsked(store, userId, id) })) throw notFound();
  return picture.bytes;
}

/** Whether an assigned question that shows the picture is this person's to answer, or that of a class they teach. */
async function wasAsked(store: Store, userId: string, id: string): Promise<boolean> {
  const [row] = await store.$queryRaw<[{ asked: boolean }]>(
    Prisma.sql`SELECT EXISTS (SELECT 1 FROM "CohortMember" m JOIN "AssignedItem" i ON i."cohortId" = m."cohortId" AND (m."role" = 'INSTRUCTOR' OR i."memberId" = m."id")
      WHERE m."userId" = ${userId} AND m."leftAt" IS NULL AND i."item" LIKE 'bank:%' AND strpos(i."instance", ${id}) > 0) AS "asked"`,
  );
  return row.asked;
}
