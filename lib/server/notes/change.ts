/** A note's title. */
import { groupArchived, notFound } from "../http/errors";
import { writeInGroup } from "../groups/membership";
import { canEditNote, canReadNoteText } from "../policy";
import type { NotePath } from "./enter";
import type { changeNote as changing } from "@/lib/wire/notes";
import type { BodyOf, ReplyOf } from "@/lib/wire/route";

/** @throws ApiError not-found, group-archived */
export function changeNote(
  userId: string,
  path: NotePath,
  { title }: BodyOf<typeof changing>,
  now: number,
): Promise<ReplyOf<typeof changing>> {
  return writeInGroup(userId, path.id, now, async (tx, { group, place }) => {
    if (!canEditNote(place, group)) throw groupArchived();
    const note = await tx.note.findFirst({ where: { id: path.note, groupId: path.id }, select: { hiddenAt: true } });
    if (note === null || !canReadNoteText(place, { hidden: note.hiddenAt !== null })) throw notFound();
    await tx.note.update({ where: { id: path.note }, data: { title } });
    return { id: path.note, title };
  });
}
