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
  type Mark,
  type MarkTable,
  type Situation,
  type Standing,
} from "@/lib/insight";
import { workEarned } from "@/lib/assignments";
import type { Insight } from "@/lib/wire/insight";
import { partWorks, rulesOf } from "../assignments/rows";
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
  const cellsAt = grouped(
    room.students.flatMap(({ id: student }) =>
      Object.entries(of(student).topics).map(([topic, scores]) => ({ student, topic, ...scores })),
    ),
    ({ topic }) => topic,
  );
  const order = catalog.topics.map(({ id }) => id);
  const topics = [...cellsAt.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const students = room.students.map(({ id, name }, i) => ({
    id,
    name,
    bucket: bucketOf(situations[i], now),
    reasons: reasonsOf(situations[i], now),
    answers: of(id).answers,
    lastAt: lastAt(of(id)),
    cells: Object.entries(of(id).topics).flatMap(([topic, scores]) => {
      const score = cellOf(scores);
      return score === null ? [] : [{ topic, score, n: scores.firsts }];
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
  const stuck: Situation["stuck"][number][] = [];
  for (const item in items) {
    const { misses } = items[item];
    if (misses >= NEEDS_HELP) stuck.push({ item, name: itemTitle(catalog, item), misses });
  }
  return { student: id, firsts, recent, lastAt: last?.at ?? null, joinedAt, stuck, missed, asked };
}

/** Every wrong idea that an answer of a student of the class could have shown. */
export function heldBy(standings: ReadonlyMap<string, Standing>): Held[] {
  const held: Held[] = [];
  const names = new Map<string, Pick<Held, "topic" | "idea">>();
  for (const [student, { slips }] of standings)
    for (const key in slips) {
      const name = names.get(key) ?? nameOfIdea(key);
      names.set(key, name);
      const { weight, spell } = slips[key];
      held.push({ student, topic: name.topic, idea: name.idea, weight, spell });
    }
  return held;
}

function nameOfIdea(key: string): Pick<Held, "topic" | "idea"> {
  const slash = key.indexOf("/");
  return { topic: key.slice(0, slash), idea: key.slice(slash + 1) };
}

/** First answers of the class as a table of marks. */
export function tableOfStandings(standings: ReadonlyMap<string, Pick<Standing, "items">>): MarkTable {
  const marks: Mark[] = [];
  for (const [student, { items }] of standings)
    for (const item in items) {
      const { firsts, points } = items[item];
      if (firsts > 0) marks.push({ student, item, mark: points / firsts });
    }
  return tableOf(marks);
}

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
  const [rows, published, withVoided] = await Promise.all([
    store.$queryRaw<{ memberId: string; title: string; assignmentId: string }[]>(
      Prisma.sql`SELECT m."id" AS "memberId", a."title", a."id" AS "assignmentId"
        FROM "Assignment" a JOIN "CohortMember" m ON m."cohortId" = a."cohortId" AND m."role" = 'STUDENT' AND m."leftAt" IS NULL
        LEFT JOIN "Extension" e ON e."assignmentId" = a."id" AND e."memberId" = m."id"
        LEFT JOIN "StudentWork" w ON w."assignmentId" = a."id" AND w."memberId" = m."id"
        WHERE a."cohortId" = ${cohort.id} AND a."publishedAt" <= ${at} AND a."withdrawnAt" IS NULL
          AND COALESCE(e."dueAt", a."dueAt") < ${at} AND m."joinedAt" < COALESCE(e."dueAt", a."dueAt") AND COALESCE(w."done", 0) = 0 AND COALESCE(w."slots", 1) > 0
          AND (NOT a."forSome" OR EXISTS (SELECT 1 FROM "AssignedTo" t WHERE t."assignmentId" = a."id" AND t."memberId" = m."id"))
        ORDER BY a."dueAt", a."id"`,
    ),
    store.assignment.findFirst({
      where: { cohortId: cohort.id, publishedAt: { lte: at }, withdrawnAt: null },
      select: { id: true },
    }),
    store.assignment.findMany({ where: { cohortId: cohort.id, voidedItems: { isEmpty: false } }, include: { parts: true } }),
  ]);
  // Of work in which nothing counts any more there was nothing to begin.
  const nothing = withVoided.filter((each) => workEarned(partWorks(each, [], null), rulesOf(each)).slots === 0).map(({ id }) => id);
  const titles = new Map<string, string[]>();
  for (const { memberId, title, assignmentId } of rows)
    if (!nothing.includes(assignmentId)) titles.set(memberId, [...(titles.get(memberId) ?? []), title]);
  return { titles, asked: published !== null };
}
