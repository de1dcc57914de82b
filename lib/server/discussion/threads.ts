/** Questions of a group, each about a line of a note or a puzzle: begun, listed, read, and marked as answered. */
import { linesQuoted } from "@/lib/notes/quote";
import { isDrawn } from "../attempts/seed";
import { kindOf, type Catalog } from "../catalog";
import { prisma, type Store, type Transaction } from "../database";
import { forbidden, notFound, tooManyThreads, unknownKind } from "../http/errors";
import { enterGroup, writeInGroup, type Entered } from "../groups/membership";
import { onceColumns, sameAsBefore } from "../groups/once";
import { membersOf, peopleOf } from "../groups/people";
import { tellAnswered, tellComment } from "../inbox/tell";
import { canManageGroup, canReadNoteText, canSettleThread, canShareAttempt } from "../policy";
import { visibleWords } from "./comments";
import { COMMENT_COLUMNS, commentJson, headJson, THREAD_COLUMNS } from "./show";
import type { NewThread, ThreadFilter, ThreadList, ThreadRead } from "@/lib/wire/discussion";
import type { Prisma } from "../prisma/client";

/** On the lines of one note; of one group. */
const MOST_OF_NOTE = 200;
const MOST_OF_GROUP = 5000;
const PAGE = 50;

export interface ThreadPath {
  readonly id: string;
  readonly thread: string;
}

type About = Pick<
  Prisma.ThreadUncheckedCreateInput,
  "noteId" | "anchor" | "quote" | "noteSeq" | "kind" | "kindVersion" | "level" | "seed" | "attemptId"
>;

/**
 * Asks the group. The puzzle is the asker's own: an attempt, or a round of practice that was drawn for them.
 * @throws ApiError not-found, group-archived, key-reused, bad-body, comment-too-long, unknown-kind, too-many-threads
 */
export function beginThread(
  catalog: Catalog,
  userId: string,
  groupId: string,
  key: string,
  body: NewThread,
  now: number,
): Promise<{ id: string; repeated: boolean }> {
  const text = visibleWords(body.text);
  return writeInGroup(userId, groupId, now, async (tx, entered) => {
    const once = onceColumns(userId, key, [groupId, body]);
    const before = await tx.thread.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, repeated: true };
    if ((await tx.thread.count({ where: { groupId } })) >= MOST_OF_GROUP) throw tooManyThreads(MOST_OF_GROUP);
    const about = await aboutOf(tx, catalog, userId, entered, body.on);
    const by = { groupId, memberId: entered.place.memberId, createdAt: new Date(now) };
    const { id } = await tx.thread.create({
      data: { ...once, ...by, ...about, localDate: entered.today, movedAt: new Date(now) },
      select: { id: true },
    });
    // Under a key of its own: the same key may stand for a reply somewhere else.
    const { createKey } = onceColumns(userId, `${key}/first`, []);
    const comment = await tx.comment.create({ data: { ...once, createKey, ...by, threadId: id, first: true, text }, select: { id: true } });
    await tellComment(tx, { groupId, thread: id, comment: comment.id, by: by.memberId, text, now });
    return { id, repeated: false };
  });
}

async function aboutOf(tx: Transaction, catalog: Catalog, userId: string, { group, place }: Entered, on: NewThread["on"]): Promise<About> {
  if ("note" in on) {
    const note = await tx.note.findFirst({ where: { id: on.note, groupId: group.id }, select: { hiddenAt: true, seq: true, text: true } });
    if (note === null || !canReadNoteText(place, { hidden: note.hiddenAt !== null })) throw notFound();
    if ((await tx.thread.count({ where: { noteId: on.note } })) >= MOST_OF_NOTE) throw tooManyThreads(MOST_OF_NOTE);
    return { noteId: on.note, anchor: on.anchor, quote: on.quote, noteSeq: linesQuoted(note.text, on.quote).length > 0 ? note.seq : null };
  }
  if ("attempt" in on) {
    const attempt = await tx.attempt.findUnique({ where: { id: on.attempt }, include: { work: { select: { closedAt: true } } } });
    if (attempt === null) throw notFound();
    // Practice has no secret: whoever knows its seed has drawn all of it.
    const truthShown = attempt.workId === null || attempt.work?.closedAt != null;
    if (!canShareAttempt({ id: userId }, { ownerId: attempt.userId, truthShown })) throw notFound();
    const { id, kind, version, level, seed, workId } = attempt;
    return { attemptId: id, kind, kindVersion: version, level, seed: workId === null ? seed : null };
  }
  const { kind, level, seed } = on;
  const facts = kindOf(catalog, kind);
  if (!facts) throw unknownKind();
  if (!isDrawn(seed, { userId, kind, level })) throw notFound();
  return { kind, kindVersion: facts.version, level, seed };
}

/** @throws ApiError not-found */
export async function listThreads(userId: string, groupId: string, filter: ThreadFilter, now: number): Promise<ThreadList> {
  const store = await prisma();
  const { group, place } = await enterGroup(store, userId, groupId, now);
  const since = filter.before === undefined ? null : await threadOf(store, groupId, filter.before);
  const rows = await store.thread.findMany({
    where: {
      groupId,
      answeredAt: filter.state === "answered" ? { not: null } : null,
      AND: [
        await about(store, groupId, filter),
        since === null ? {} : { OR: [{ movedAt: { lt: since.movedAt } }, { movedAt: since.movedAt, id: { lt: since.id } }] },
      ],
    },
    orderBy: [{ movedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: { ...THREAD_COLUMNS, comments: { where: { first: true }, select: COMMENT_COLUMNS } },
  });
  const page = rows.slice(0, PAGE);
  return {
    archived: group.archived,
    me: place.memberId,
    owner: canManageGroup(place),
    people: peopleOf(await membersOf(store, groupId)),
    threads: page.map((row) => headJson(row, row.comments[0], place)),
    before: rows.length > PAGE ? page[PAGE - 1].id : null,
  };
}

async function about(store: Store, groupId: string, { note, session }: ThreadFilter): Promise<Prisma.ThreadWhereInput> {
  if (note !== undefined) {
    if ((await store.note.count({ where: { id: note, groupId } })) === 0) throw notFound();
    return { noteId: note };
  }
  if (session === undefined) return {};
  const met = await store.peerSession.findFirst({
    where: { id: session, groupId },
    select: { localDate: true, note: { select: { id: true } } },
  });
  if (met === null) throw notFound();
  return { OR: [{ localDate: met.localDate }, ...(met.note === null ? [] : [{ noteId: met.note.id }])] };
}

/** A thread of the group. @throws ApiError not-found */
async function threadOf(store: Store, groupId: string, id: string) {
  const thread = await store.thread.findFirst({ where: { id, groupId }, select: { ...THREAD_COLUMNS } });
  if (thread === null) throw notFound();
  return thread;
}

/** @throws ApiError not-found */
export async function readThread(userId: string, { id: groupId, thread: threadId }: ThreadPath, now: number): Promise<ThreadRead> {
  const store = await prisma();
  const { group, place } = await enterGroup(store, userId, groupId, now);
  const thread = await threadOf(store, groupId, threadId);
  const comments = await store.comment.findMany({
    where: { threadId },
    orderBy: [{ first: "desc" }, { createdAt: "asc" }, { id: "asc" }],
    select: COMMENT_COLUMNS,
  });
  return {
    ...headJson(thread, comments[0], place),
    archived: group.archived,
    me: place.memberId,
    owner: canManageGroup(place),
    people: peopleOf(await membersOf(store, groupId)),
    comments: comments.slice(1).map((row) => commentJson(row, place)),
  };
}

/** @throws ApiError not-found, forbidden, group-archived */
export function changeThread(
  userId: string,
  { id: groupId, thread: threadId }: ThreadPath,
  { answered }: { readonly answered: boolean },
  now: number,
): Promise<{ id: string; answered: boolean }> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const thread = await threadOf(tx, groupId, threadId);
    if (!canSettleThread(place, thread.memberId)) throw forbidden();
    if (answered !== (thread.answeredAt !== null)) {
      const by = { answeredAt: answered ? new Date(now) : null, answeredById: answered ? place.memberId : null };
      await tx.thread.update({ where: { id: threadId }, data: by });
      if (answered) await tellAnswered(tx, { groupId, thread: threadId, asker: thread.memberId, by: place.memberId, now });
    }
    return { id: threadId, answered };
  });
}
