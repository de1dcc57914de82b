/** The class at a glance: who needs help and why, how each does in each topic, week by week, and the plan for the next class. */
import {
  board,
  bucketOf,
  cellOf,
  grouped,
  NEEDS_HELP,
  planOf,
  reasonsOf,
  statistics,
  tableOf,
  topicFigure,
  trendOf,
  type Held,
  type Situation,
  type Standing,
} from "@/lib/insight";
import type { Insight } from "@/lib/wire/insight";
import { Prisma } from "../prisma/client";
import { instant, openClassroom, standingsOf, type Classroom, type ClassStudent } from "./classroom";
import { ideaOf, itemTitle, topicTitle } from "./names";
import type { Catalog } from "../catalog";

/** @throws ApiError not-found, forbidden */
export async function readInsight(userId: string, cohortId: string, catalog: Catalog, now: number): Promise<Insight> {
  const room = await openClassroom(userId, cohortId);
  const [standings, missed] = await Promise.all([standingsOf(room, ["topics", "items", "slips", "weeks"]), missedWork(room, now)]);
  const of = (id: string) => standings.get(id) as Standing;
  const asked = missed.asked;
  const situations = room.students.map((student) =>
    situationOf(catalog, student, of(student.id), missed.titles.get(student.id) ?? [], asked),
  );
  const topics = [...new Set([...standings.values()].flatMap((each) => Object.keys(each.topics)))];
  const order = catalog.topics.map(({ id }) => id);
  topics.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const cells = room.students.flatMap(({ id: student }) =>
    Object.entries(of(student).topics).map(([topic, scores]) => ({ student, topic, ...scores })),
  );
  const cellsOf = grouped(cells, ({ student }) => student);
  const cellsAt = grouped(cells, ({ topic }) => topic);
  const students = room.students.map(({ id, name }, i) => ({
    id,
    name,
    bucket: bucketOf(situations[i], now),
    reasons: reasonsOf(situations[i], now),
    answers: of(id).answers,
    lastAt: lastAt(of(id)),
    cells: (cellsOf.get(id) ?? []).flatMap((cell) => {
      const score = cellOf(cell);
      return score === null ? [] : [{ topic: cell.topic, score, n: cell.firsts }];
    }),
  }));
  return {
    name: room.cohort.name,
    at: instant(now),
    timeZone: room.cohort.timeZone,
    students,
    topics: topics.map((id) => ({
      id,
      title: topicTitle(catalog, id),
      score: topicFigure(cellsAt.get(id) ?? []),
    })),
    weeks: trendOf(
      room.students.flatMap(({ id: student }) => Object.entries(of(student).weeks).map(([week, sums]) => ({ week, student, ...sums }))),
    ),
    plan: planOf({
      students: room.students.length,
      ideas: board(heldBy(standings), room.students.length, now).flatMap(({ topic, idea, holders, came }) => {
        const words = ideaOf(catalog, topic, idea);
        return words === null
          ? []
          : [{ topic, idea, title: topicTitle(catalog, topic), claim: words.claim, holders: holders.length, came }];
      }),
      items: itemsOf(catalog, standings),
      missed: counting(students, "missed-work"),
      silent: counting(students, "inactive"),
      stuck: counting(students, "needs-help"),
    }),
  };
}

const lastAt = ({ last }: Standing): string | null => (last === null ? null : instant(last.at));

const counting = (students: Insight["students"], reason: string): number =>
  students.filter(({ reasons }) => reasons.some(({ id }) => id === reason)).length;

function situationOf(
  catalog: Catalog,
  { id, joinedAt }: ClassStudent,
  { firsts, recent, last, items }: Standing,
  missed: readonly string[],
  asked: boolean,
): Situation {
  const stuck = Object.entries(items)
    .filter(([, { misses }]) => misses >= NEEDS_HELP)
    .map(([item, { misses }]) => ({ item, name: itemTitle(catalog, item), misses }));
  return { student: id, firsts, recent, lastAt: last?.at ?? null, joinedAt, stuck, missed, asked };
}

/** Every wrong idea that an answer of a student of the class could have shown. */
export const heldBy = (standings: ReadonlyMap<string, Standing>): Held[] =>
  [...standings].flatMap(([student, { slips }]) =>
    Object.entries(slips).map(([key, holding]) => {
      const slash = key.indexOf("/");
      return { ...holding, student, topic: key.slice(0, slash), idea: key.slice(slash + 1) };
    }),
  );

/** First answers of the class as a table of marks. */
export const tableOfStandings = (standings: ReadonlyMap<string, Standing>) =>
  tableOf(
    [...standings].flatMap(([student, { items }]) =>
      Object.entries(items).flatMap(([item, { firsts, points }]) => (firsts === 0 ? [] : [{ student, item, mark: points / firsts }])),
    ),
  );

function itemsOf(catalog: Catalog, standings: ReadonlyMap<string, Standing>) {
  const { items, marks } = tableOfStandings(standings);
  return items.flatMap((item, column) => {
    const { value, n, few } = statistics.facility(marks, column);
    return value === null ? [] : [{ item, name: itemTitle(catalog, item), facility: value, n, few }];
  });
}

/** Titles of work that was due and not begun, by student; and whether the class was given any work at all. */
async function missedWork({ store, cohort }: Classroom, now: number) {
  const at = new Date(now);
  const [rows, published] = await Promise.all([
    store.$queryRaw<{ memberId: string; title: string }[]>(
      Prisma.sql`SELECT m."id" AS "memberId", a."title"
        FROM "Assignment" a JOIN "CohortMember" m ON m."cohortId" = a."cohortId" AND m."role" = 'STUDENT' AND m."leftAt" IS NULL
        LEFT JOIN "Extension" e ON e."assignmentId" = a."id" AND e."memberId" = m."id"
        LEFT JOIN "StudentWork" w ON w."assignmentId" = a."id" AND w."memberId" = m."id"
        WHERE a."cohortId" = ${cohort.id} AND a."publishedAt" <= ${at} AND a."withdrawnAt" IS NULL
          AND COALESCE(e."dueAt", a."dueAt") < ${at} AND m."joinedAt" < COALESCE(e."dueAt", a."dueAt") AND COALESCE(w."done", 0) = 0
          AND (NOT a."forSome" OR EXISTS (SELECT 1 FROM "AssignedTo" t WHERE t."assignmentId" = a."id" AND t."memberId" = m."id"))
        ORDER BY a."dueAt", a."id"`,
    ),
    store.assignment.findFirst({
      where: { cohortId: cohort.id, publishedAt: { lte: at }, withdrawnAt: null },
      select: { id: true },
    }),
  ]);
  const titles = new Map<string, string[]>();
  for (const { memberId, title } of rows) titles.set(memberId, [...(titles.get(memberId) ?? []), title]);
  return { titles, asked: published !== null };
}
