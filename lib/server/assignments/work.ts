/** Assignments as their student sees them. */
import { dueOf, fixedItems, partsFor, slotsEarned, slotsOf, triesLeft, triesOf, type Due } from "@/lib/assignments";
import { prisma } from "../database";
import { notFound } from "../http/errors";
import { canReadOwnItem } from "../policy";
import { keepsBack, leftAt, questionOf } from "./answer";
import { closeOverdue } from "./close";
import { iso, partOf, readGiven, readGivens, rulesOf, standingOf, tryOf, type Given, type Part, type StandingOf } from "./rows";
import type { AssignedItem, Assignment } from "../prisma/client";
import type { Services } from "../catalog";
import type { PartSettings, WorkStanding } from "@/lib/wire/assignmentParts";
import type { ItemSeen } from "@/lib/wire/assignments";
import type { WorkHome, WorkList } from "@/lib/wire/work";

export const termsJson = (row: Assignment) => ({
  title: row.title,
  about: row.about,
  opensAt: iso(row.opensAt),
  dueAt: iso(row.dueAt),
  closesAt: iso(row.closesAt),
  latePercent: row.latePercent,
  minutes: row.minutes,
  hideScores: row.hideScores,
});

const MINUTE_MS = 60_000;

const givenJson = ({ assignment, cohort }: Given, { json, terms: { limitMs } }: StandingOf) => ({
  ...termsJson(assignment),
  // The student's own: whoever gets half as long again is told so.
  minutes: limitMs === null ? null : Math.round(limitMs / MINUTE_MS),
  id: assignment.id,
  cohort: { id: cohort.id, name: cohort.name, timeZone: cohort.timeZone },
  standing: json,
});

/** What is due first in front, then what is never due. */
const byDue = (a: { id: string; standing: WorkStanding }, b: { id: string; standing: WorkStanding }): number =>
  (a.standing.dueAt ?? "9999").localeCompare(b.standing.dueAt ?? "9999") || a.id.localeCompare(b.id);

export async function listWork(services: Services, userId: string, now: number): Promise<WorkList> {
  await closeOverdue(services, now, { userId });
  const givens = await readGivens(await prisma(), userId, {});
  const work = givens.map((given) => givenJson(given, standingOf(given, now, true)));
  return { work: work.sort(byDue) };
}

/** @throws ApiError not-found */
export async function readWork(services: Services, userId: string, assignmentId: string, now: number): Promise<WorkHome> {
  await closeOverdue(services, now, { userId, assignmentId });
  const { given, items } = await readTogether(userId, assignmentId);
  const standing = standingOf(given, now, true);
  const begun = new Set(items.map(({ partId }) => partId));
  // Before it opens nobody is told what will be asked.
  const parts = standing.state === "not-open" ? [] : partsFor(given.assignment.parts.map(partOf), begun);
  return {
    ...givenJson(given, standing),
    at: new Date(now).toISOString(),
    parts: parts.map((part) =>
      partJson(
        given,
        standing,
        part,
        items.filter(({ partId }) => partId === part.id),
      ),
    ),
  };
}

/** A work's sums and its items as of one moment: an answer written meanwhile is in both or in neither. */
async function readTogether(userId: string, assignmentId: string): Promise<{ given: Given; items: readonly AssignedItem[] }> {
  return (await prisma()).$transaction(
    async (tx) => {
      const given = await readGiven(tx, userId, assignmentId);
      const workId = given.work?.id;
      const items = workId === undefined ? [] : await tx.assignedItem.findMany({ where: { workId }, orderBy: { try: "asc" } });
      return { given, items };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

function partJson(given: Given, { terms, shown }: StandingOf, part: Part, items: readonly AssignedItem[]) {
  const rules = rulesOf(given.assignment);
  const due = dueOf(terms, given.cohort.timeZone);
  const tries = items.map((item) => tryOf(item, due));
  const fixed = fixedItems(part.settings);
  const earned = slotsEarned({ points: part.points, slots: slotsOf(part.settings), tries }, rules, fixed);
  const counting = earned.filter(({ out }) => !out).length;
  return {
    id: part.id,
    points: counting === 0 ? 0 : part.points,
    settings: forStudents(part.settings),
    slots: earned.map((slot, i) => {
      const here = items.filter((item) => item.slot === i);
      const share = slot.out ? 0 : part.points / counting;
      const left = slot.out
        ? 0
        : triesLeft(
            triesOf(part.settings, terms.extraTries),
            here.map((item) => tryOf(item, due)),
          );
      return {
        slot: i,
        item: part.settings.type === "quiz" ? "question" : (fixed[i] ?? "question"),
        tries: here.map((item) => tryJson(item, due, shown, isReadable(part, item, shown, keepsBack(part, item, left, given.work)))),
        triesLeft: left,
        earned: shown ? share * slot.now : null,
        of: share,
      };
    }),
  };
}

/** Whether an answer's student may see it again. @param kept its truth is kept back */
const isReadable = ({ settings }: Part, { score }: AssignedItem, shown: boolean, kept: boolean): boolean =>
  score !== null && (shown || settings.type === "challenge") && !kept;

function tryJson(item: AssignedItem, due: Due | null, shown: boolean, readable: boolean) {
  const { id, try: nth, openedAt, answeredAt, score, firstScore, voidedAt, voidReason } = item;
  return {
    id,
    try: nth,
    openedAt: openedAt.toISOString(),
    answeredAt: iso(answeredAt),
    score: shown ? score : null,
    lateDays: tryOf(item, due).lateDays,
    voided: voidedAt !== null,
    voidReason: voidReason === "" ? null : voidReason,
    firstScore: shown && firstScore !== score ? firstScore : null,
    readable,
  };
}

/** Which questions there are, students learn as they open them. */
function forStudents(settings: PartSettings): PartSettings {
  if (settings.type !== "quiz") return settings;
  const topics =
    "questions" in settings.from ? settings.from.questions.flatMap((ref) => ("topic" in ref ? [ref.topic] : [])) : settings.from.topics;
  return { ...settings, from: { topics: [...new Set(topics)], misconceptions: [], bank: [], count: slotsOf(settings) } };
}

/** One's own answer with its instance. @throws ApiError not-found */
export async function readOwnItem(userId: string, { item: id }: { readonly item: string }, now: number): Promise<ItemSeen> {
  const store = await prisma();
  const item = await store.assignedItem.findFirst({
    where: { id, member: { userId } },
    include: { issued: true, part: true, member: { select: { role: true, leftAt: true } } },
  });
  if (item === null) throw notFound();
  const given = await readGiven(store, userId, item.assignmentId);
  const place = { memberId: item.memberId, role: item.member.role, current: item.member.leftAt === null };
  const part = partOf(item.part);
  const left = await leftAt(store, given, part, item.slot);
  const readable = isReadable(part, item, standingOf(given, now, true).shown, keepsBack(part, item, left, given.work));
  if (!canReadOwnItem(place, { memberId: item.memberId, graded: item.score !== null, hidden: !readable })) throw notFound();
  return itemJson(item);
}

type Shown = AssignedItem & { readonly issued: { readonly instance: string } | null };

export const itemJson = (item: Shown): ItemSeen => ({
  id: item.id,
  item: item.item,
  version: item.version,
  level: item.level,
  instance: item.issued !== null ? JSON.parse(item.issued.instance) : questionOf(item),
  answer: item.answer,
  score: item.score,
  misconceptions: item.misconceptions,
  answeredAt: iso(item.answeredAt),
});
