/** Comments of a thread: added, worded anew, taken back, hidden, and signed with one tap. */
import { COMMENT_BYTES, type Sign } from "@/lib/wire/discussionParts";
import { commentGone, commentTooLong, forbidden, notFound, tooManyComments } from "../http/errors";
import { visibleOr } from "../groups/items";
import { changeGroupRow, writeInGroup } from "../groups/membership";
import { onceColumns, sameAsBefore } from "../groups/once";
import { tellComment } from "../inbox/tell";
import { canEditComment, canManageGroup, canReadComment } from "../policy";
import { readFacts } from "./show";
import type { Transaction } from "../database";
import type { CommentChange } from "@/lib/wire/discussion";

/** Replies in one thread. */
const MOST_REPLIES = 200;

export interface CommentPath {
  readonly id: string;
  readonly comment: string;
}

/** What can be seen of a comment. @throws ApiError bad-body, comment-too-long */
export function visibleWords(text: string): string {
  const visible = visibleOr("text", text);
  if (Buffer.byteLength(visible) > COMMENT_BYTES) throw commentTooLong(COMMENT_BYTES);
  return visible;
}

/** @throws ApiError not-found, group-archived, key-reused, bad-body, comment-too-long, too-many-comments */
export function addReply(
  userId: string,
  { id: groupId, thread: threadId }: { readonly id: string; readonly thread: string },
  key: string,
  body: { readonly text: string },
  now: number,
): Promise<{ id: string; repeated: boolean }> {
  const text = visibleWords(body.text);
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const once = onceColumns(userId, key, [groupId, threadId, body]);
    const before = await tx.comment.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, repeated: true };
    if ((await tx.thread.count({ where: { id: threadId, groupId } })) === 0) throw notFound();
    if ((await tx.comment.count({ where: { threadId, first: false } })) >= MOST_REPLIES) throw tooManyComments(MOST_REPLIES);
    const by = { groupId, memberId: place.memberId, createdAt: new Date(now) };
    const { id } = await tx.comment.create({ data: { ...once, ...by, threadId, text }, select: { id: true } });
    await tx.thread.update({ where: { id: threadId }, data: { movedAt: new Date(now) } });
    await tellComment(tx, { groupId, thread: threadId, comment: id, by: place.memberId, text, now });
    return { id, repeated: false };
  });
}

const COLUMNS = { id: true, memberId: true, threadId: true, first: true, text: true, deletedAt: true, hiddenAt: true } as const;

async function commentOf(tx: Transaction, groupId: string, id: string) {
  const comment = await tx.comment.findFirst({ where: { id, groupId }, select: COLUMNS });
  if (comment === null) throw notFound();
  return comment;
}

/**
 * Words one's own comment anew; hides one, or shows it again, which is done in an archived group too.
 * @throws ApiError not-found, forbidden, group-archived, comment-gone, bad-body, comment-too-long
 */
export function changeComment(
  userId: string,
  { id: groupId, comment: commentId }: CommentPath,
  { text, hidden }: CommentChange,
  now: number,
): Promise<{ id: string }> {
  const change = text === undefined ? changeGroupRow : writeInGroup;
  return change(userId, groupId, now, async (tx, { place }) => {
    const comment = await commentOf(tx, groupId, commentId);
    if (text !== undefined && !canEditComment(place, comment.memberId)) throw forbidden();
    if (hidden !== undefined && !canManageGroup(place)) throw forbidden();
    if (comment.deletedAt !== null) throw commentGone();
    if (text !== undefined) {
      const words = visibleWords(text);
      if (words !== comment.text) {
        await tx.comment.update({ where: { id: commentId }, data: { text: words, editedAt: new Date(now) } });
        await tellComment(tx, { groupId, thread: comment.threadId, comment: commentId, by: place.memberId, text: words, now });
      }
    }
    if (hidden !== undefined && hidden !== (comment.hiddenAt !== null)) {
      const by = { hiddenAt: hidden ? new Date(now) : null, hiddenById: hidden ? place.memberId : null };
      await tx.comment.update({ where: { id: commentId }, data: by });
      // Whoever runs the server sees that it happened, and how often; never what it said.
      console.log(`[groups] comment ${commentId} of group ${groupId} ${hidden ? "hidden" : "shown again"}`);
    }
    return { id: commentId };
  });
}

/**
 * Takes one's own comment back. A question without replies goes with its thread; one with replies loses its words and its puzzle.
 * @throws ApiError not-found, forbidden, group-archived
 */
export function deleteComment(userId: string, { id: groupId, comment: commentId }: CommentPath, now: number): Promise<{ id: string }> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const { memberId, threadId, first, deletedAt } = await commentOf(tx, groupId, commentId);
    if (!canEditComment(place, memberId)) throw forbidden();
    if (!first) await tx.comment.delete({ where: { id: commentId } });
    else if ((await tx.comment.count({ where: { threadId, first: false } })) === 0) await tx.thread.delete({ where: { id: threadId } });
    else if (deletedAt === null) {
      await tx.comment.update({ where: { id: commentId }, data: { text: "", deletedAt: new Date(now) } });
      await tx.reaction.deleteMany({ where: { commentId } });
      // A line that others talk about stays; a puzzle was one's own.
      const nothing = { kind: null, kindVersion: null, level: null, seed: null, attemptId: null };
      await tx.thread.update({ where: { id: threadId }, data: nothing });
    }
    return { id: commentId };
  });
}

/** Puts a sign under a comment, or takes it away; once for each person, however often it is asked. @throws ApiError not-found, group-archived */
export function setSign(
  userId: string,
  { id: groupId, comment: commentId, sign }: CommentPath & { readonly sign: Sign },
  on: boolean,
  now: number,
): Promise<{ id: string; on: boolean }> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const comment = await commentOf(tx, groupId, commentId);
    if (!canReadComment(place, readFacts(comment))) throw notFound();
    const mine = { commentId, memberId: place.memberId, sign };
    if (on) await tx.reaction.createMany({ data: [mine], skipDuplicates: true });
    else await tx.reaction.deleteMany({ where: mine });
    return { id: commentId, on };
  });
}
