/** A note's title. */
import { groupArchived, notFound } from "../http/errors";
import { writeInGroup } from "../groups/membership";
import { canEditNote } from "../policy";
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
    const { count } = await tx.note.updateMany({ where: { id: path.note, groupId: path.id }, data: { title } });
    if (count === 0) throw notFound();
    return { id: path.note, title };
  });
}
