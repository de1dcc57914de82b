/** Who is in a note, and where: told to everybody who listens, stored nowhere. */
import { prisma } from "../database";
import { notFound } from "../http/errors";
import { canReadNote } from "../policy";
import { enterNote, type NotePath } from "./enter";
import { tellPresence } from "./hints";
import type { showPresence as showing } from "@/lib/wire/notes";
import type { BodyOf } from "@/lib/wire/route";

/** @throws ApiError not-found */
export async function showPresence(userId: string, path: NotePath, body: BodyOf<typeof showing>): Promise<{ id: string }> {
  const store = await prisma();
  const place = await enterNote(store, userId, path);
  if (!canReadNote(place)) throw notFound();
  await tellPresence(store, { ...body, note: path.note, member: place.memberId });
  return { id: path.note };
}
