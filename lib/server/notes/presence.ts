/** Who is in a note, and where: told to everybody who listens, stored nowhere. */
import { prisma, type Store } from "../database";
import { notFound } from "../http/errors";
import { numberTaken } from "../http/noteErrors";
import { canReadNote } from "../policy";
import { enterNote, type NotePath } from "./enter";
import { tellPresence } from "./hints";
import type { showPresence as showing } from "@/lib/wire/notes";
import type { BodyOf } from "@/lib/wire/route";

/** Numbers that are reserved already, by note: looked up once in this process. */
const reserved = new Set<string>();
const MOST_RESERVED = 10_000;

/**
 * Whoever is seen in a note is seen with the number that their edits will come under: it is theirs before anybody else has read it.
 * @throws ApiError number-taken
 */
async function reserve(store: Store, noteId: string, memberId: string, number: number): Promise<void> {
  const name = `${noteId} ${memberId} ${number}`;
  if (reserved.has(name)) return;
  const client = BigInt(number);
  await store.noteClient.createMany({ data: [{ noteId, client, memberId }], skipDuplicates: true });
  const { memberId: owner } = await store.noteClient.findUniqueOrThrow({
    where: { noteId_client: { noteId, client } },
    select: { memberId: true },
  });
  if (owner !== memberId) throw numberTaken();
  if (reserved.size >= MOST_RESERVED) reserved.clear();
  reserved.add(name);
}

/** @throws ApiError not-found, number-taken */
export async function showPresence(userId: string, path: NotePath, body: BodyOf<typeof showing>): Promise<{ id: string }> {
  const store = await prisma();
  const place = await enterNote(store, userId, path);
  if (!canReadNote(place)) throw notFound();
  await reserve(store, path.note, place.memberId, body.client);
  await tellPresence(store, { ...body, note: path.note, member: place.memberId });
  return { id: path.note };
}
