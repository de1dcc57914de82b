/** A group with people in it, made as the routes make it. */
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { addReply } from "@/lib/server/discussion/comments";
import { beginThread } from "@/lib/server/discussion/threads";
import { createGroup } from "@/lib/server/groups/create";
import { readGroup } from "@/lib/server/groups/home";
import { joinGroup, makeInvite } from "@/lib/server/groups/invites";
import { addItem } from "@/lib/server/groups/items";
import { startSession } from "@/lib/server/groups/sessions";
import { createNote } from "@/lib/server/notes/create";
import { prisma } from "@/lib/server/database";
import { firstUpdate } from "@/lib/server/notes/documents/first";
import { freshKey, practiceOf, signedIn, type Visitor } from "./client";
import { half, KIND, services } from "./content";
import { STATE_BYTES } from "@/lib/wire/noteParts";
import type { Database } from "@/lib/server/database/open";
import type { ItemType } from "@/lib/wire/groupParts";
import type { Confirmed } from "@/lib/wire/readings";
import type { NewNote } from "@/lib/wire/notes";

/** Whether what stands behind a route's path stands in a group. */
export const isOfGroups = (path: string): boolean => /^\/(groups|invites|notes)(\/|$)/.test(path);

export interface InGroup {
  readonly visitor: Visitor;
  /** Of the account. */
  readonly id: string;
  /** Of the membership. */
  readonly member: string;
}

const ADDRESS = "192.0.2.77";

export const signedUp = (open: Database, name: string) => signedIn(open, { guest: false, name });

/** Of `userId`, in the group. */
export const memberOf = async ({ client }: Database, group: string, userId: string): Promise<string> =>
  (await client.groupMember.findFirstOrThrow({ where: { groupId: group, userId }, select: { id: true } })).id;

/** A code that still lets people in. */
export const codeFor = async (owner: string, group: string, maxUses = 50, now = Date.now()): Promise<string> =>
  (await makeInvite(owner, group, { days: 7, maxUses }, now)).code;

export const join = (userId: string, code: string, { now = Date.now(), sharesReview = true } = {}) =>
  joinGroup(userId, code, { sharesReview }, { address: ADDRESS, now });

/** Somebody new in the group. */
export async function joined(open: Database, owner: string, group: string, name: string, now = Date.now()): Promise<InGroup> {
  const me = await signedUp(open, name);
  const invite = await makeInvite(owner, group, { days: 1, maxUses: 1 }, now);
  await join(me.id, invite.code, { now });
  return { visitor: me.visitor, id: me.id, member: await memberOf(open, group, me.id) };
}

/** A group of as many as there are names, the first of them its owner. */
export async function groupOf(open: Database, names: readonly string[], now = Date.now()) {
  const [first, ...others] = names;
  const me = await signedUp(open, first);
  const { id } = await createGroup(me.id, freshKey(), { name: `${first}'s group`, timeZone: "Asia/Seoul", sharesReview: true }, now);
  const people: InGroup[] = [{ visitor: me.visitor, id: me.id, member: await memberOf(open, id, me.id) }];
  // A millisecond apart, so that who came first is known.
  for (const name of others) people.push(await joined(open, me.id, id, name, now + people.length));
  return { id, owner: people[0], people, today: (await readGroup(me.id, id, now)).today };
}

export const begin = async (userId: string, group: string, date: string, now = Date.now()): Promise<string> =>
  (await startSession(userId, group, date, now)).id;

export const ask = async (userId: string, group: string, session: string, text: string, type: ItemType = "question", now = Date.now()) =>
  (await addItem(userId, group, freshKey(), { session, type, text, assignee: null }, now)).id;

/** A confirmed reading: a topic, a slip about it and a task, with what else is given. */
export const readOf = (more: Partial<Confirmed> = {}): Confirmed => ({
  topics: [{ topic: "nms", matched: "NMS(non Maximum suppression)" }],
  slips: [{ line: 3, statement: "점수가 0.5보다 낮은 상자를 지운다", topic: "nms", misconception: "threshold-is-score", corrects: null }],
  roles: {},
  attendance: [],
  others: [{ name: "상진", status: "on-leave" }],
  items: [{ type: "task", text: "NMS 구현하기", assignee: null, source: "- [ ] NMS 구현하기" }],
  ...more,
});
/** Text that somebody types into an empty note, as their browser sends it. */
export const typed = (text: string): string => Buffer.from(firstUpdate(text).update).toString("base64");

/** A note begun, of a session where one is named. */
export const noteIn = async (userId: string, group: string, note: Partial<NewNote> = {}, now = Date.now()) =>
  (await createNote(userId, group, freshKey(), { session: null, title: "A note", text: "", ...note }, now)).id;

/** Makes of a note one that takes no edit any more. Its edits are not to be read: what it is full of says nothing. */
export const wearOut = async (note: string): Promise<void> =>
  void (await (await prisma()).note.update({ where: { id: note }, data: { state: Buffer.alloc(STATE_BYTES), stateSeq: 1 } }));

/** A line of a note, as a question names it. */
export const lineOf = (note: string, quote = "A") => ({ note, anchor: "0,1.0", quote });

/** An attempt of somebody's own at practice, half right. */
export async function attemptOf(userId: string, now = Date.now()): Promise<{ id: string; seed: string }> {
  const { token, seed } = practiceOf(await issueInstance(services, userId, { kind: KIND, level: 1 }, now));
  return { id: (await submitAttempt(services, { userId, key: freshKey(), token, answer: half(seed, 1), now })).id, seed };
}

/** Asks a group about `on`: an attempt of one's own where nothing else is named. */
export const wonder = async (userId: string, group: string, text = "why?", on?: Parameters<typeof lineOf>[0], now = Date.now()) =>
  (
    await beginThread(
      services.catalog,
      userId,
      group,
      freshKey(),
      { on: on === undefined ? { attempt: (await attemptOf(userId, now)).id } : lineOf(on), text },
      now,
    )
  ).id;

export const answer = async (userId: string, group: string, thread: string, text: string, now = Date.now()) =>
  (await addReply(userId, { id: group, thread }, freshKey(), { text }, now)).id;
