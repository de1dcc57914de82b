/** Opening a slot: the try that is open, or a fresh one, drawn by the server and kept with the work. */
import { endOf, GRACE_MS, isTaken, slotsOf, stateOf, triesLeft, triesOf } from "@/lib/assignments";
import { drawStored, type StoredWork } from "../attempts/issue";
import { levelOf } from "../attempts/level";
import { signInstance } from "../attempts/token";

import { prisma, type Store, type Transaction } from "../database";
import { noTriesLeft, voidedSlot, workClosed, workNotBegun, workNotOpen } from "../http/assignmentErrors";
import { busy, notFound } from "../http/errors";
import type { Prisma, AssignedItem, StudentWork } from "../prisma/client";
import { beginWithin } from "./begin";
import { holdTerms } from "./hold";
import { finishedLesson } from "./lessons";
import { askedIn, drawAsked, poolOf, type Candidate } from "./quiz";
import { begunOf, isOver, partWorks, readGiven, standingOf, tryOf, type Given, type Part } from "./rows";
import { writeAnswer } from "./written";
import { couldShow } from "../insight/answers";
import type { Catalog, Services } from "../catalog";
import type { OpenedSlot } from "@/lib/wire/work";

/** How often a slot is asked for anew when somebody changed the assignment meanwhile. */
const ROUNDS = 3;
/** A try without an end is answered within this time of its last opening; opened again, it goes on. */
const OPEN_MS = 30 * 86_400_000;

interface Place {
  readonly part: Part;
  readonly slot: number;
}

/** @throws ApiError not-found, rate-limited, not-open, not-begun, work-closed, no-tries-left, voided, broken-kind */
export async function openSlot(
  services: Services,
  userId: string,
  { assignment: id, part: partId, slot: named }: { readonly assignment: string; readonly part: string; readonly slot: string },
  now: number,
): Promise<OpenedSlot> {
  const store = await prisma();
  for (let round = 0; round < ROUNDS; round++) {
    const given = await readGiven(store, userId, id);
    const items =
      given.work === null ? [] : await store.assignedItem.findMany({ where: { workId: given.work.id }, orderBy: { try: "asc" } });
    const place = placeIn(given, items, partId, Number(named));
    refuseUntaken(given, now);
    const tries = items.filter((item) => item.partId === partId && item.slot === place.slot);
    const open = answerable(tries);
    if (open !== undefined && !(await isBroken(store, open, given, place))) return shown(store, given, place, open.id, now);
    const work = place.part.settings.type === "challenge" ? await drawStored(services, userId, requestOf(place.part), now) : null;
    const pool = place.part.settings.type === "quiz" ? await poolOf(store, services.catalog, place.part.settings) : [];
    const opened = await store.$transaction((tx) => openIn(tx, { given, place, work, pool, catalog: services.catalog, userId, now }));
    if (opened !== null) return shown(store, given, place, opened, now);
  }
  throw busy(1);
}

/** The part and slot that a student names among those they have. @throws ApiError not-found */
function placeIn(given: Given, items: readonly AssignedItem[], partId: string, slot: number): Place {
  const part = partWorks(given.assignment, items, null).find((each) => each.part.id === partId)?.part;
  if (part === undefined || slot >= slotsOf(part.settings)) throw notFound();
  return { part, slot };
}

function refuseUntaken(given: Given, now: number): void {
  const { state } = standingOf(given, now, true);
  if (state === "not-open") throw workNotOpen();
  if (!isTaken(state)) throw workClosed();
  // Whoever looks at a question must have seen that the time runs.
  if (given.work === null && given.assignment.minutes !== null) throw workNotBegun();
}

function requestOf({ settings }: Part) {
  if (settings.type !== "challenge") throw notFound();
  return settings;
}

type Tried = Pick<AssignedItem, "id" | "try" | "item" | "score" | "answeredAt" | "voidedAt" | "issuedId">;

/** The try that can be answered, if any. What is judged at the end can be answered anew until then. */
const answerable = (tries: readonly Tried[]): Tried | undefined => tries.find(({ score, voidedAt }) => score === null && voidedAt === null);

const triesAt = (store: Store, given: Given, { part, slot }: Place) =>
  store.assignedItem.findMany({ where: { partId: part.id, memberId: given.memberId, slot }, orderBy: { try: "asc" } });

/**
 * Whether the instance crashed and is to be drawn anew: by the server's own word however often, by a page's once, since that a second one
 * does too is hardly chance.
 */
async function isBroken(store: Store, { issuedId, answeredAt }: Tried, given: Given, { part, slot }: Place): Promise<boolean> {
  if (issuedId === null || answeredAt !== null) return false;
  const reports = await store.report.findMany({ where: { workId: issuedId, byHand: false }, select: { backend: true } });
  if (reports.length === 0) return false;
  if (reports.some(({ backend }) => backend === "server")) return true;
  return (await store.assignedItem.count({ where: { partId: part.id, memberId: given.memberId, slot, voidReason: "" } })) === 0;
}

interface Opening {
  readonly given: Given;
  readonly place: Place;
  readonly work: StoredWork | null;
  readonly pool: readonly Candidate[];
  readonly catalog: Catalog;
  readonly userId: string;
  readonly now: number;
}

/** Opens a try while the work is held; the id of what is open then. Null where the assignment was changed since it was read. */
async function openIn(tx: Transaction, opening: Opening): Promise<string | null> {
  const { given, place, now } = opening;
  const { assignment, memberId } = given;
  if ((await holdTerms(tx, assignment.id)) !== assignment.revision) return null;
  const work = await beginWithin(tx, given, now);
  const terms = standingOf(given, now, true).terms;
  if (!isTaken(stateOf(terms, begunOf(work), now, isOver(assignment, given.cohort)))) throw workClosed();
  const tries = await triesAt(tx, given, place);
  const open = answerable(tries);
  if (open !== undefined) {
    if (!(await isBroken(tx, open, given, place))) return open.id;
    // It takes nobody a try: no reason is given, since nobody but the challenge is at fault.
    await tx.assignedItem.update({ where: { id: open.id }, data: { voidedAt: new Date(now), voidReason: "" } });
    tries.splice(tries.indexOf(open as (typeof tries)[number]), 1);
  }
  const voided = new Set(assignment.voidedItems);
  if (tries.some(({ item }) => voided.has(item))) throw voidedSlot();
  const allowed = triesOf(place.part.settings, terms.extraTries);
  if (
    triesLeft(
      allowed,
      tries.map((each) => tryOf(each, null)),
    ) === 0
  )
    throw noTriesLeft(allowed);
  const nth = (await tx.assignedItem.count({ where: { partId: place.part.id, memberId, slot: place.slot } })) + 1;
  const asked = await askedAt(tx, opening, work, tries.at(-1)?.item ?? null, nth);
  if (voided.has(asked.item)) throw voidedSlot();
  const { id } = await tx.assignedItem.create({
    data: {
      cohortId: given.cohort.id,
      assignmentId: assignment.id,
      partId: place.part.id,
      workId: work.id,
      memberId,
      slot: place.slot,
      try: nth,
      openedAt: new Date(now),
      couldShow: couldShow(opening.catalog, { item: asked.item, instance: asked.instance ?? null }),
      ...asked,
    },
    select: { id: true },
  });
  await afterOpening(tx, opening, id);
  return id;
}

type Asked = Pick<AssignedItem, "item" | "topic"> & Partial<Pick<AssignedItem, "version" | "level" | "band" | "issuedId" | "instance">>;

/** @param before what an earlier try at the slot asked: a quiz asks it again, with fresh numbers */
async function askedAt(tx: Transaction, opening: Opening, work: StudentWork, before: string | null, nth: number): Promise<Asked> {
  const { given, place, pool, now } = opening;
  const { settings, id: partId } = place.part;
  switch (settings.type) {
    case "lesson":
      return { item: `lesson:${settings.topic}/${settings.lesson}`, topic: settings.topic };
    case "simulation":
      return { item: `simulation:${settings.topic}`, topic: settings.topic };
    case "challenge": {
      const drawn = opening.work;
      if (drawn === null) throw notFound();
      const expiresAt = new Date(endFor(given, work, now));
      const { id } = await tx.issuedWork.create({ data: { ...drawn.row, userId: opening.userId, expiresAt }, select: { id: true } });
      const { kind, version, level } = drawn.row;
      return { item: `kind:${kind}:${level}`, topic: drawn.topic, version, level, band: drawn.band, issuedId: id };
    }
    case "quiz": {
      const others = await tx.assignedItem.findMany({
        where: { partId, memberId: given.memberId, NOT: { slot: place.slot } },
        select: { item: true },
      });
      const draw = { partId, memberId: given.memberId, slot: place.slot, try: nth };
      const asked = askedIn(settings, pool, draw, {
        given: new Set(others.map(({ item }) => item)),
        kept: before,
        voided: new Set(given.assignment.voidedItems),
      });
      if (asked === null) throw voidedSlot();
      return { item: asked.item, topic: asked.topic, version: asked.version, instance: JSON.stringify(drawAsked(settings, asked, draw)) };
    }
  }
}

/** A lesson that was finished while the assignment was open counts as soon as its slot is opened. */
async function afterOpening(tx: Transaction, { given, place, userId }: Opening, id: string): Promise<void> {
  if (place.part.settings.type !== "lesson") return;
  const doneAt = await finishedLesson(tx, userId, place.part.settings.topic, given);
  if (doneAt === null) return;
  const item = await tx.assignedItem.findUniqueOrThrow({ where: { id } });
  await writeAnswer(tx, given.assignment, item, {
    answer: { finished: true },
    answeredAt: doneAt,
    arrivedAt: doneAt,
    marks: { score: 100, misconceptions: [] },
  });
}

/** Until when an instance that is open now can be answered. */
function endFor(given: Given, work: StudentWork, now: number): number {
  const end = endOf(standingOf(given, now, true).terms, begunOf(work));
  return end === null ? now + OPEN_MS : end + GRACE_MS;
}

async function shown(store: Store, given: Given, place: Place, id: string, now: number): Promise<OpenedSlot> {
  const item = await store.assignedItem.findUniqueOrThrow({ where: { id }, include: { issued: true, work: true } });
  const { settings } = place.part;
  const tries = await triesAt(store, given, place);
  const allowed = triesOf(settings, given.extension?.extraTries ?? 0);
  return {
    id,
    try: item.try,
    triesLeft: triesLeft(
      allowed,
      tries.map((each) => tryOf(each, null)),
    ),
    saved: item.saved ?? (settings.type === "quiz" ? item.answer : null),
    what: whatOf(item, settings.type, endFor(given, item.work, now), now),
  };
}

type Whole = Prisma.AssignedItemGetPayload<{ include: { issued: true } }>;

function whatOf({ issued, instance, item }: Whole, type: Part["settings"]["type"], ends: number, now: number): OpenedSlot["what"] {
  if (type === "lesson" || type === "simulation") return { type };
  if (type === "quiz") return { type: "question", view: viewOf(instance), markdown: item.startsWith("bank:") };
  if (issued === null) throw notFound();
  const exp = Math.floor(ends / 1000);
  return {
    type: "challenge",
    instance: {
      token: signInstance({ work: issued.id, iat: Math.floor(now / 1000), exp }),
      kind: issued.kind,
      version: issued.version,
      level: levelOf(issued.level),
      expiresAt: new Date(exp * 1000).toISOString(),
      seed: null,
      view: viewOf(issued.instance),
    },
  };
}

/** The half that may travel. */
const viewOf = (instance: string | null): unknown => (instance === null ? null : (JSON.parse(instance) as { view: unknown }).view);
