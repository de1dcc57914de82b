/** What the pages of /teach ask for, as their components ask it. */
import { GET as listBank } from "@/app/api/v1/bank/questions/route";
import { GET as readAssignment } from "@/app/api/v1/cohorts/[id]/assignments/[assignment]/route";
import { GET as listAssignments } from "@/app/api/v1/cohorts/[id]/assignments/route";
import { GET as readStudentWork } from "@/app/api/v1/cohorts/[id]/assignments/[assignment]/students/[member]/route";
import { GET as gradesFile } from "@/app/api/v1/cohorts/[id]/grades/file/route";
import { GET as readGrades } from "@/app/api/v1/cohorts/[id]/grades/route";
import { GET as readItemFigures } from "@/app/api/v1/cohorts/[id]/insight/item/route";
import { GET as listItems } from "@/app/api/v1/cohorts/[id]/insight/items/route";
import { GET as readMisconceptions } from "@/app/api/v1/cohorts/[id]/insight/misconceptions/route";
import { GET as readInsight } from "@/app/api/v1/cohorts/[id]/insight/route";
import { GET as listTries } from "@/app/api/v1/cohorts/[id]/insight/tries/route";
import { GET as readItem } from "@/app/api/v1/cohorts/[id]/items/[item]/route";
import { GET as readCohort } from "@/app/api/v1/cohorts/[id]/route";
import { GET as listCohorts } from "@/app/api/v1/cohorts/route";
import { prisma } from "@/lib/server/database";
import { PLAN } from "./plan";
import { demand } from "../timing";
import type { Visitor } from "@/tests/server/setup/client";
import type { RouteHandler } from "@/lib/server/http/endpoint";

/** One request of a page. */
export interface Asked {
  readonly name: string;
  /** Not timed. */
  prepare(): Promise<unknown>;
  run(): Promise<unknown>;
}

const [kindItem, questionItem] = [PLAN[0], PLAN.find(({ part }) => part === "q") ?? PLAN[0]].map(({ item }) => item);

/** Every request of every page for one class. @param idea one that its board shows */
export function asksOf(instructor: Visitor, id: string): Record<string, readonly Asked[]> {
  const ask = (name: string, handler: RouteHandler, params: Record<string, string> = { id }, query = ""): Asked => ({
    name,
    // Files are made a few times an hour only.
    prepare: async () => (await prisma()).rateLimiterFlexible.deleteMany(),
    async run() {
      const { status, json } = await instructor.get(handler, { params, path: `/api/v1/bench${query}` });
      demand(status === 200, `${name} of ${id} answers: ${status} ${JSON.stringify(json).slice(0, 300)}`);
      return json;
    },
  });
  const assignment = { id, assignment: `a-${id}-0` };
  const of = (item: string) => `?item=${encodeURIComponent(item)}`;
  return {
    "/teach": [ask("classes", listCohorts, {})],
    "/teach/:class": [ask("roster", readCohort)],
    "/teach/:class/work": [ask("assignments", listAssignments)],
    "/teach/:class/work/:assignment": [ask("assignment", readAssignment, assignment)],
    "/teach/:class/work/:assignment/:student": [ask("a student's work", readStudentWork, { ...assignment, member: `m-${id}-0` })],
    "/teach/:class/insight": [
      ask("heat map, at risk, plan", readInsight),
      ask("misconception board", readMisconceptions),
      ask("item analysis", listItems),
      ask("item analysis of an assignment", listItems, { id }, `?assignment=a-${id}-0`),
      ask("an item: kind and level", readItemFigures, { id }, of(kindItem)),
      ask("an item: question", readItemFigures, { id }, of(questionItem)),
      ask("answers behind a figure", listTries, { id }, of(kindItem)),
      ask("answers of a student", listTries, { id }, `?member=m-${id}-0`),
      ask("replay", readItem, { id, item: `i-${id}-0-000` }),
    ],
    "/teach/:class/grades": [ask("gradebook", readGrades), ask("gradebook as CSV", gradesFile)],
    "/teach/questions": [ask("bank", listBank, {})],
  };
}

/** Requests that a page sends when it opens; the others wait for a click. */
const AT_ONCE: Readonly<Record<string, readonly string[]>> = {
  "/teach/:class/insight": ["heat map, at risk, plan", "misconception board", "item analysis"],
  "/teach/:class/grades": ["gradebook"],
};
export const opening = (page: string, asks: readonly Asked[]): readonly Asked[] =>
  asks.filter(({ name }) => AT_ONCE[page]?.includes(name) ?? true);
