/** Threads and comments as one member sees them: what is hidden from them, or was taken back, does not leave the server. */
import { SIGNS, type Comment, type Subject, type ThreadHead } from "@/lib/wire/discussionParts";
import { levelOf } from "../attempts/level";
import { canReadComment, canReadNoteText, type GroupPlace } from "../policy";
import type { Prisma } from "../prisma/client";

export const COMMENT_COLUMNS = {
  id: true,
  memberId: true,
  text: true,
  first: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  hiddenAt: true,
  reactions: { select: { sign: true, memberId: true }, orderBy: [{ memberId: "asc" }] },
  complaints: { select: { memberId: true } },
} satisfies Prisma.CommentSelect;
type CommentRow = Prisma.CommentGetPayload<{ select: typeof COMMENT_COLUMNS }>;

export const THREAD_COLUMNS = {
  id: true,
  memberId: true,
  noteId: true,
  note: { select: { title: true, hiddenAt: true } },
  anchor: true,
  quote: true,
  noteSeq: true,
  kind: true,
  kindVersion: true,
  level: true,
  seed: true,
  attemptId: true,
  answeredAt: true,
  answeredById: true,
  movedAt: true,
  _count: { select: { comments: { where: { first: false } } } },
} satisfies Prisma.ThreadSelect;
type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof THREAD_COLUMNS }>;

/** The facts of a comment that decide who reads it. */
export const readFacts = ({ memberId, hiddenAt, deletedAt }: Pick<CommentRow, "memberId" | "hiddenAt" | "deletedAt">) => ({
  byMember: memberId,
  hidden: hiddenAt !== null,
  deleted: deletedAt !== null,
});

export function commentJson(row: CommentRow, place: GroupPlace): Comment {
  const readable = canReadComment(place, readFacts(row));
  const signs = SIGNS.map((sign) => ({
    sign,
    members: row.reactions.filter((each) => each.sign === sign).map(({ memberId }) => memberId),
  }));
  return {
    id: row.id,
    by: row.memberId,
    text: readable ? row.text : null,
    state: row.deletedAt !== null ? "deleted" : row.hiddenAt !== null ? "hidden" : "shown",
    edited: row.editedAt !== null,
    createdAt: row.createdAt.toISOString(),
    signs: readable ? signs.filter(({ members }) => members.length > 0) : [],
    reported: row.complaints.some(({ memberId }) => memberId === place.memberId),
  };
}

/** What a thread is about, for somebody who reads its first comment; a puzzle goes out of sight with the question. */
function subjectJson(thread: ThreadRow, first: CommentRow, place: GroupPlace): Subject {
  const { noteId, note, anchor, quote, noteSeq, kind, kindVersion, level, seed, attemptId } = thread;
  if (noteId !== null && note !== null) {
    const readable = canReadNoteText(place, { hidden: note.hiddenAt !== null });
    return {
      type: "note",
      note: noteId,
      title: readable ? note.title : "",
      anchor: anchor ?? "",
      quote: readable ? quote : null,
      seq: noteSeq,
    };
  }
  const answered = attemptId !== null;
  if (kind === null || level === null || (seed === null && !answered) || !canReadComment(place, readFacts(first))) return { type: "gone" };
  return { type: "puzzle", kind, version: kindVersion ?? 0, level: levelOf(level), seed, answered };
}

export function headJson(thread: ThreadRow, first: CommentRow, place: GroupPlace): ThreadHead {
  const { answeredAt, answeredById } = thread;
  return {
    id: thread.id,
    subject: subjectJson(thread, first, place),
    answered: answeredAt === null ? null : { by: answeredById, at: answeredAt.toISOString() },
    first: commentJson(first, place),
    replies: thread._count.comments,
    movedAt: thread.movedAt.toISOString(),
  };
}
