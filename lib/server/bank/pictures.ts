/** Pictures of questions, encoded anew by the server. */
import { createHash } from "node:crypto";
import { BANK } from "@/lib/wire/bankParts";
import { prisma, type Store } from "../database";
import { bankPicturesFull } from "../http/bankErrors";
import { forbidden, notFound } from "../http/errors";
import { encodePicture } from "../notes/encode";
import { canReadQuestion } from "../policy";
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

/** The bytes of one of one's own pictures. @throws ApiError not-found */
export async function readPicture(userId: string, id: string): Promise<Uint8Array> {
  const picture = await (await prisma()).bankPicture.findUnique({ where: { id }, select: { userId: true, bytes: true } });
  if (picture === null || !canReadQuestion({ id: userId }, picture)) throw notFound();
  return picture.bytes;
}

/** A picture's bytes for whoever was asked a question that shows it; that this is so, the caller has decided. Null where there is none. */
export async function pictureBytes(store: Store, id: string): Promise<Uint8Array | null> {
  return (await store.bankPicture.findUnique({ where: { id }, select: { bytes: true } }))?.bytes ?? null;
}
