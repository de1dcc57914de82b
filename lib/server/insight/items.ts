/** Item analysis: every item of a class's work, one of them in full, and the answers behind a figure. */
import {
  bandsOf,
  choicesOf,
  flagsOf,
  itemName,
  optionsOf,
  statistics,
  tableOf,
  timeOf,
  type Answered,
  type MarkTable,
  type OptionFigure,
} from "@/lib/insight";
import type { Text } from "@/lib/challenges/text";
import type { ItemFigures, ItemList, listTries as triesRoute, TryList } from "@/lib/wire/insight";
import type { QueryOf } from "@/lib/wire/route";
import { notFound } from "../http/errors";
import { kindOf, type Catalog } from "../catalog";
import { Prisma } from "../prisma/client";
import { answeredOf, COUNTS, GRADED, graded } from "./answers";
import { instant, openClassroom, standingsOf, type Classroom } from "./classroom";
import { itemTitle, itemTopic } from "./names";
import { tableOfStandings } from "./overview";

/** @throws ApiError not-found, forbidden */
export async function listItems(
  userId: string,
  cohortId: string,
  assignment: string | undefined,
  catalog: Catalog,
  now: number,
): Promise<ItemList> {
  const room = await openClassroom(userId, cohortId);
  const assignments = await room.store.assignment.findMany({
    where: { cohortId, publishedAt: { not: null }, withdrawnAt: null },
    select: { id: true, title: true },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
  });
  if (assignment !== undefined && !assignments.some(({ id }) => id === assignment)) throw notFound();
  const { items, marks } = assignment === undefined ? await tableOfClass(room) : await tableOfAssignment(room, assignment);
  return {
    at: instant(now),
    assignments,
    assignment: assignment ?? null,
    whole: { ...statistics.totals(marks), consistency: statistics.consistency(marks), errorRatio: statistics.errorRatio(marks) },
    items: items.map((item, column) => {
      const figures = { facility: statistics.facility(marks, column), discrimination: statistics.discrimination(marks, column) };
      return { item, title: itemTitle(catalog, item), topic: itemTopic(catalog, item), ...figures, flags: flagsOf(figures, [], []) };
    }),
  };
}

const tableOfClass = async (room: Classroom): Promise<MarkTable> => tableOfStandings(await standingsOf(room, ["items"]));

/** First tries at one assignment's slots. */
async function tableOfAssignment({ store, students }: Classroom, assignmentId: string): Promise<MarkTable> {
  const rows = await store.$queryRaw<{ student: string; item: string; points: number; firsts: number }[]>(
    Prisma.sql`SELECT "memberId" AS "student", "item", sum("score")::int AS "points", count(*)::int AS "firsts" FROM "AssignedItem"
      WHERE "assignmentId" = ${assignmentId} AND "try" = 1 AND "score" IS NOT NULL AND "voidedAt" IS NULL
      GROUP BY "memberId", "item"`,
  );
  const here = new Set(students.map(({ id }) => id));
  return tableOf(
    rows.flatMap(({ student, item, points, firsts }) =>
      here.has(student) && itemName(item) !== null ? [{ student, item, mark: points / firsts }] : [],
    ),
  );
}

/** @throws ApiError not-found, forbidden */
export async function readItemFigures(userId: string, cohortId: string, item: string, catalog: Catalog, now: number): Promise<ItemFigures> {
  const room = await openClassroom(userId, cohortId);
  const [table, answers, works] = await Promise.all([tableOfClass(room), firstTries(room, item), worksWith(room, item)]);
  const counts = table.items.includes(item);
  if (!counts && works.length === 0) throw notFound();
  // Where every answer to it was taken out there is nothing to reckon with, and still somebody who may put it back.
  const { items, students, marks } = counts ? table : { items: [item], students: [], marks: [] };
  const column = items.indexOf(item);
  const figures = { facility: statistics.facility(marks, column), discrimination: statistics.discrimination(marks, column) };
  const options = await optionsAt(room, item, answers);
  const restOf = new Map(students.map((student, row) => [student, statistics.restOf(marks[row], column)]));
  const choosers = [...choicesOf(answers)].flatMap(([student, option]) => {
    const rest = restOf.get(student) ?? null;
    return rest === null ? [] : [{ option, rest }];
  });
  const name = itemName(item);
  return {
    at: instant(now),
    item,
    title: itemTitle(catalog, item),
    topic: itemTopic(catalog, item),
    ...figures,
    deviation: statistics.deviation(marks, column),
    efficiency: statistics.efficiency(marks, column),
    weight: statistics.weight(marks, column),
    itemTotal: statistics.itemTotal(marks, column),
    measure: (name?.type === "kind" ? kindOf(catalog, name.kind)?.measure : null) ?? null,
    bands: bandsOf(answers),
    options,
    time: timeOf(answers),
    flags: flagsOf(figures, options, choosers),
    works,
  };
}

/** Where the class answered an item, whether it counts there or not. */
async function worksWith({ store, cohort }: Classroom, item: string): Promise<ItemFigures["works"]> {
  const rows = await store.assignment.findMany({
    where: { cohortId: cohort.id, withdrawnAt: null, items: { some: { item, score: { not: null } } } },
    select: { id: true, title: true, voidedItems: true },
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ id, title, voidedItems }) => ({ id, title, voided: voidedItems.includes(item) }));
}

/** Everybody's first try at each slot with the item. Instances stay where they are. */
async function firstTries({ store, cohort, students }: Classroom, item: string): Promise<Answered[]> {
  const rows = await store.assignedItem.findMany({ where: { cohortId: cohort.id, item, try: 1, ...COUNTS }, select: GRADED });
  const here = new Set(students.map(({ id }) => id));
  return rows.flatMap((row) => (here.has(row.memberId) ? [answeredOf(cohort.timeZone, graded(row))] : []));
}

interface Choices {
  readonly view?: { readonly options?: readonly { readonly id: string; readonly text: Text }[] };
  readonly truth?: { readonly right?: unknown } | null;
}

/** The options of a question with options, as it was last drawn; empty for what has none. */
async function optionsAt(
  { store, cohort }: Classroom,
  item: string,
  answers: readonly Answered[],
): Promise<(OptionFigure & { text: Text })[]> {
  if (!answers.some(({ option }) => option !== null)) return [];
  const row = await store.assignedItem.findFirst({
    where: { cohortId: cohort.id, item, try: 1, instance: { not: null } },
    orderBy: [{ version: "desc" }, { id: "asc" }],
    select: { instance: true },
  });
  const { view, truth } = JSON.parse(row?.instance ?? "{}") as Choices;
  const options = [...(view?.options ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (typeof truth?.right !== "string") return [];
  const figures = optionsOf(
    answers,
    options.map(({ id }) => id),
    truth.right,
  );
  return figures.map((figure, i) => ({ ...figure, text: options[i].text }));
}

const PAGE = 50;

/** @throws ApiError not-found, forbidden */
export async function listTries(
  userId: string,
  cohortId: string,
  { item, band, member, topic, idea, after }: QueryOf<typeof triesRoute>,
  catalog: Catalog,
): Promise<TryList> {
  const { store, students } = await openClassroom(userId, cohortId);
  const names = new Map(students.map(({ id, name }) => [id, name]));
  const from =
    after === undefined
      ? null
      : await store.assignedItem.findFirst({ where: { id: after, cohortId, ...COUNTS }, select: { id: true, answeredAt: true } });
  if (after !== undefined && from?.answeredAt == null) throw notFound();
  const rows = await store.assignedItem.findMany({
    where: {
      cohortId,
      ...COUNTS,
      member: { role: "STUDENT", leftAt: null },
      ...(item === undefined ? {} : { item }),
      ...(band === undefined ? {} : { band }),
      ...(member === undefined ? {} : { memberId: member }),
      ...(topic === undefined ? {} : { topic }),
      ...(idea === undefined ? {} : { misconceptions: { has: idea } }),
      ...(from?.answeredAt == null
        ? {}
        : { OR: [{ answeredAt: { lt: from.answeredAt } }, { answeredAt: from.answeredAt, id: { lt: from.id } }] }),
    },
    select: { id: true, memberId: true, item: true, try: true, band: true, score: true, misconceptions: true, answeredAt: true },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  return {
    tries: page.flatMap(({ memberId, score, answeredAt, ...row }) =>
      score === null || answeredAt === null
        ? []
        : [
            {
              ...row,
              member: memberId,
              name: names.get(memberId) ?? "",
              title: itemTitle(catalog, row.item),
              score,
              answeredAt: answeredAt.toISOString(),
            },
          ],
    ),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
