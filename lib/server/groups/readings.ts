/** What was read out of a session's note: confirmed by a member and written whole, or not at all; and the decks that come of it. */
import { DAY_MS } from "@/lib/review";
import { isNoteTopic, slipRule } from "@/lib/notes";
import { prisma, type Store, type Transaction } from "../database";
import { badBody, forbidden, groupArchived, notFound, readingsFull, tooManyReadings } from "../http/errors";
import { tellTasks } from "../inbox/tell";
import { canMark, canRewrite, canWriteInGroup } from "../policy";
import { decksOf, planDeck, takeDeckOf, type Wanted } from "../review/deck";
import { markAll } from "./attendance";
import { correctAll } from "./corrections";
import { refuseTooMany, sessionOf, visibleOr } from "./items";
import { currentMembers, enterGroup, writeInGroup, writeOwnInGroup, type Entered } from "./membership";
import { ENDS, TYPE_NAMES, TYPES } from "./names";
import { onceColumns, sameAsBefore } from "./once";
import { givenRoles } from "./sessions";
import type { Catalog } from "../catalog";
import { Prisma, type PeerSession, type Reading, type Slip } from "../prisma/client";
import type { Confirmed, confirmReading as confirming, Readings, takeDeck as taking } from "@/lib/wire/readings";
import type { ReplyOf } from "@/lib/wire/route";

/** Of one member at one session: nobody uses up what the others need. */
const MOST_READINGS = 30;
/** What the readings of a session have written, all in all. */
const MOST_WRITTEN = 2000;
/** Readings of one answer. */
const LISTED = 100;
/** How long a deck is offered at the group's home, and how long what waited without a network counts for the day it was done on. */
const OFFERED_MS = 7 * DAY_MS;

/** What a confirmation wrote. */
type Written = Pick<ReplyOf<typeof confirming>, "items" | "marks" | "slips">;

interface Writing {
  readonly tx: Transaction;
  readonly entered: Entered;
  readonly session: PeerSession;
  readonly body: Confirmed;
  /** Of one thing that this confirmation makes. */
  readonly once: (part: string) => ReturnType<typeof onceColumns>;
  readonly now: number;
}

/**
 * When somebody took a deck: as their browser says, but not before what it is of was there, not a week ago, and not in time to come.
 * A deck earns nothing, so a wrong claim brings cards earlier and no more.
 */
const takenAt = (claimed: number, there: Date, now: number): number => Math.min(now, Math.max(claimed, there.getTime(), now - OFFERED_MS));

/**
 * Writes what a member confirmed, and takes the deck for them.
 * @param answeredAt when they confirmed it, by the browser's clock
 * @throws ApiError not-found, forbidden, group-archived, key-reused, bad-body, too-many-items, too-many-readings
 */
export async function confirmReading(
  catalog: Catalog,
  userId: string,
  { id: groupId, session: sessionId }: { readonly id: string; readonly session: string },
  key: string,
  body: Confirmed,
  now: number,
  answeredAt = now,
): Promise<ReplyOf<typeof confirming>> {
  refuseUnknown(body);
  return writeOwnInGroup(userId, groupId, now, async (tx, entered, user) => {
    const { place, group } = entered;
    if (!canWriteInGroup(place, group)) throw groupArchived();
    const once = (part: string) => onceColumns(userId, `${key}${part}`, [groupId, sessionId, body]);
    const session = await sessionOf(tx, groupId, sessionId);
    const deckOf = async (readingId: string) => {
      const source = {
        readingId,
        sessionDate: session.localDate,
        wanted: wantedOf(body),
        takenAt: takenAt(answeredAt, session.createdAt, now),
      };
      const { repeated: _, ...deck } = await takeDeckOf(tx, catalog, user, source, now);
      return deck;
    };
    const before = sameAsBefore(await tx.reading.findUnique({ where: { createKey: once("").createKey } }), once("").requestHash);
    if (before !== null) return { ...(before.written as unknown as Written), id: before.id, deck: await deckOf(before.id), repeated: true };
    const writing: Writing = { tx, entered, session, body, once, now };
    const marks = await writePeople(writing);
    const items = await newItems(writing);
    const known = items.length > 0 ? null : await coveredBy(writing);
    if (known !== null) return { items: 0, marks, slips: 0, id: known, deck: await deckOf(known), repeated: false };
    await refuseTooMuch(writing, items.length);
    const { id } = await tx.reading.create({
      data: {
        ...once(""),
        ...{ groupId, sessionId, memberId: place.memberId },
        topics: body.topics.map(({ topic, matched }) => ({ topic, matched: visibleOr("topics", matched) })),
        others: body.others.map(({ name, status }) => ({ name: visibleOr("others", name), status })),
        written: {},
        createdAt: new Date(now),
      },
      select: { id: true },
    });
    await writeItems(writing, id, items);
    await writeSlips(writing, id);
    const written: Written = { items: items.length, marks, slips: body.slips.length };
    await tx.reading.update({ where: { id }, data: { written: { ...written } } });
    return { ...written, id, deck: await deckOf(id), repeated: false };
  });
}

/** Ids that the reader does not know were made up. @throws ApiError bad-body */
function refuseUnknown({ topics, slips, attendance, items, roles, others }: Confirmed): void {
  if (!topics.every(({ topic }) => isNoteTopic(topic))) throw badBody("topics", "모르는 주제예요.", "names a topic that there is not.");
  if (!slips.every(({ topic, misconception }) => slipRule(topic, misconception) !== undefined))
    throw badBody("slips", "모르는 흔한 오해예요.", "names a misconception that there is not.");
  if (new Set(attendance.map(({ member }) => member)).size < attendance.length)
    throw badBody("attendance", "한 사람을 두 번 적었어요.", "names a member twice.");
  const all = [topics, slips, attendance, items, others, Object.values(roles)];
  if (all.every((list) => list.length === 0)) throw badBody("items", "적을 것이 하나도 없어요.", "and all other lists are empty.");
}

/** Roles first, then attendance: whoever leads the session, before or after, says for others. Answers how many members are marked. */
async function writePeople({ tx, entered: { place, today }, session, body, now }: Writing): Promise<number> {
  const roles = await givenRoles(tx, place, session, body.roles);
  const named = { moderatorId: roles.moderator, scribeId: roles.scribe };
  await tx.peerSession.update({ where: { id: session.id }, data: named });
  const led = { ...session, ...named };
  const members = body.attendance.map(({ member }) => member);
  await currentMembers(tx, session.groupId, members);
  if (!members.every((member) => canMark(place, session, member) || canMark(place, led, member))) throw forbidden();
  if (members.length > 0) await markAll(tx, { session: led, today, now }, body.attendance);
  return members.length;
}

/**
 * The confirmer's own reading of the session that holds all of what they confirm now; null where there is none. Of the same thing confirmed
 * again nothing is to be written, and it uses up nothing.
 */
async function coveredBy({ tx, entered: { place }, session, body }: Writing): Promise<string | null> {
  const rows: ReadingRow[] = await tx.reading.findMany({
    where: { sessionId: session.id, memberId: place.memberId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: WITH,
  });
  const covers = ({ topics, others, slips }: ReadingRow): boolean => {
    const has = (list: unknown, part: object) => (list as readonly object[]).some((each) => isSame(each, part));
    return (
      body.topics.every((topic) => has(topics, topic)) &&
      body.others.every((other) => has(others, other)) &&
      body.slips.every(({ statement, topic, misconception }) => has(slips, { statement, topic, misconception }))
    );
  };
  return rows.find(covers)?.id ?? null;
}

/** Whether `has` says the same as `part` where that says something. */
const isSame = (has: object, part: object): boolean =>
  Object.entries(part).every(([name, value]) => (has as Readonly<Record<string, unknown>>)[name] === value);

/** @throws ApiError too-many-readings */
async function refuseTooMuch({ tx, entered: { place }, session, body }: Writing, items: number): Promise<void> {
  const [{ mine, written }] = await tx.$queryRaw<[{ mine: number; written: number }]>(
    Prisma.sql`SELECT (count(*) FILTER (WHERE "memberId" = ${place.memberId}))::int AS "mine", COALESCE(sum(jsonb_array_length("topics")
        + jsonb_array_length("others") + ("written"->>'items')::int + ("written"->>'slips')::int), 0)::int AS "written"
      FROM "Reading" WHERE "sessionId" = ${session.id}`,
  );
  if (mine >= MOST_READINGS) throw tooManyReadings(MOST_READINGS);
  const more = body.topics.length + body.others.length + body.slips.length + items;
  if (written + more > MOST_WRITTEN) throw readingsFull();
}

type NewItem = Omit<Prisma.OpenItemCreateManyInput, "readingId" | "assigneeId"> & { readonly assigneeId: string | null };

/** What of it the session does not have in the same words already. */
async function newItems({ tx, entered: { place, today }, session, body, once, now }: Writing): Promise<readonly NewItem[]> {
  const there = await tx.openItem.findMany({ where: { sessionId: session.id }, select: { type: true, text: true } });
  const known = new Set(there.map(({ type, text }) => `${TYPE_NAMES[type]}/${text}`));
  return body.items.flatMap(({ type, text: written, assignee, source, answer }, i) => {
    const text = visibleOr("items", written);
    if (known.has(`${type}/${text}`)) return [];
    known.add(`${type}/${text}`);
    const closed =
      answer === undefined
        ? {}
        : {
            ...{ end: ENDS.done, answer: visibleOr("items", answer), closedAt: new Date(now), closedOn: today },
            ...{ closedById: place.memberId, closedInId: session.id },
          };
    return {
      ...once(`/item/${i}`),
      ...{ groupId: session.groupId, sessionId: session.id, memberId: place.memberId },
      ...{ type: TYPES[type], text, source: visibleOr("items", source), assigneeId: assignee },
      // A millisecond apart: they stand in the order of the note.
      createdAt: new Date(now + i),
      ...closed,
    } satisfies NewItem;
  });
}

async function writeItems({ tx, entered: { place }, session, now }: Writing, readingId: string, rows: readonly NewItem[]): Promise<void> {
  if (rows.length === 0) return;
  await currentMembers(
    tx,
    session.groupId,
    rows.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  await refuseTooMany(tx, session, { open: rows.filter((row) => !("closedAt" in row)).length, all: rows.length });
  const data = rows.map((row) => ({ ...row, readingId }));
  const made = await tx.openItem.createManyAndReturn({ data, select: { id: true, assigneeId: true, closedAt: true } });
  const given = made.flatMap(({ id: item, assigneeId: assignee, closedAt }) =>
    assignee !== null && closedAt === null ? [{ item, assignee }] : [],
  );
  await tellTasks(tx, { groupId: session.groupId, by: place.memberId, now }, given);
}

async function writeSlips({ tx, entered: { place }, session, body, once, now }: Writing, readingId: string): Promise<void> {
  const corrections = body.slips.flatMap(({ corrects, statement }, i) =>
    corrects === null ? [] : [{ i, ofSession: corrects.session, statement, text: corrects.text, once: once(`/slip/${i}`) }],
  );
  const ids = await correctAll(tx, { session, memberId: place.memberId, now }, corrections);
  const idOf = new Map(corrections.map(({ i }, n) => [i, ids[n]]));
  await tx.slip.createMany({
    data: body.slips.map(({ statement, line, topic, misconception }, i) => ({
      ...{ readingId, line, topic, misconception },
      statement: visibleOr("slips", statement),
      correctionId: idOf.get(i) ?? null,
    })),
  });
}

const wantedOf = ({ topics, slips }: { topics: readonly { topic: string }[]; slips: Wanted["slips"] }): Wanted => ({
  topics: [...new Set(topics.map(({ topic }) => topic))],
  slips,
});

type ReadingRow = Reading & { readonly slips: readonly Slip[]; readonly session: { readonly localDate: string } };
type Topics = Readings["readings"][number]["topics"];
const wantedBy = ({ topics, slips }: ReadingRow): Wanted => wantedOf({ topics: topics as unknown as Topics, slips });

const WITH = {
  slips: { orderBy: [{ line: "asc" }, { id: "asc" }] },
  session: { select: { localDate: true } },
} satisfies Prisma.ReadingInclude;

/** What was confirmed at a session, or of late, with the asker's decks. @throws ApiError not-found */
export async function listReadings(
  catalog: Catalog,
  userId: string,
  groupId: string,
  sessionId: string | undefined,
  now: number,
): Promise<Readings> {
  const store = await prisma();
  await enterGroup(store, userId, groupId, now);
  const where = sessionId === undefined ? { createdAt: { gt: new Date(now - OFFERED_MS) } } : { sessionId };
  const rows: ReadingRow[] = await store.reading.findMany({
    where: { groupId, ...where },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: LISTED,
    include: WITH,
  });
  return { readings: await readingsOf(store, catalog, userId, rows), slips: slipsOf(rows) };
}

async function readingsOf(store: Store, catalog: Catalog, userId: string, rows: readonly ReadingRow[]): Promise<Readings["readings"]> {
  const taken = await decksOf(
    store,
    userId,
    rows.map(({ id }) => id),
  );
  return Promise.all(
    rows.map(async (row) => {
      const mine = taken.get(row.id);
      const planned = mine === undefined ? await planDeck(store, catalog, userId, wantedBy(row)) : null;
      return {
        id: row.id,
        session: row.sessionId,
        date: row.session.localDate,
        by: row.memberId,
        topics: row.topics as unknown as Topics,
        others: row.others as unknown as Readings["readings"][number]["others"],
        deck: mine ?? { cards: planned?.cards.length ?? 0, already: planned?.already ?? 0, on: null },
      };
    }),
  );
}

/** A slip that two people read out of one note is one; what corrects an earlier session stands there. */
function slipsOf(rows: readonly ReadingRow[]): Readings["slips"] {
  const seen = new Set<string>();
  return rows.flatMap(({ memberId, sessionId, slips }) =>
    slips.flatMap(({ id, line, statement, topic, misconception, correctionId }) => {
      const rule = slipRule(topic, misconception);
      const name = `${sessionId}/${topic}/${misconception}/${statement}`;
      if (correctionId !== null || rule === undefined || seen.has(name)) return [];
      seen.add(name);
      return { id, by: memberId, session: sessionId, line, statement, topic, correction: rule.correction };
    }),
  );
}

/** @param answeredAt when they took it, by the browser's clock @throws ApiError not-found */
export function takeDeck(
  catalog: Catalog,
  userId: string,
  { id: groupId, reading }: { readonly id: string; readonly reading: string },
  now: number,
  answeredAt = now,
): Promise<ReplyOf<typeof taking>> {
  return writeOwnInGroup(userId, groupId, now, async (tx, _, user) => {
    const row: ReadingRow | null = await tx.reading.findFirst({ where: { id: reading, groupId }, include: WITH });
    if (row === null) throw notFound();
    const source = { readingId: row.id, sessionDate: row.session.localDate, wanted: wantedBy(row) };
    return takeDeckOf(tx, catalog, user, { ...source, takenAt: takenAt(answeredAt, row.createdAt, now) }, now);
  });
}

/** Takes a slip back, with its twins of the session. @throws ApiError not-found, forbidden, group-archived */
export function dropSlip(
  userId: string,
  { id: groupId, slip }: { readonly id: string; readonly slip: string },
  now: number,
): Promise<{ id: string }> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const row = await tx.slip.findFirst({ where: { id: slip, reading: { groupId } }, include: { reading: true } });
    if (row === null) throw notFound();
    if (!canRewrite(place, row.reading.memberId)) throw forbidden();
    const { topic, misconception, statement } = row;
    await tx.slip.deleteMany({ where: { topic, misconception, statement, reading: { sessionId: row.reading.sessionId } } });
    return { id: slip };
  });
}
