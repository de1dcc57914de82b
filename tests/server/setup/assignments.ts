/** Assignments in a cohort, made as the routes make them. */
import { answerItem } from "@/lib/server/assignments/answer";
import { createAssignment } from "@/lib/server/assignments/create";
import { openSlot } from "@/lib/server/assignments/open";
import { recountWork } from "@/lib/server/assignments/recount";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { passingTrouble } from "@/lib/server/http/failure";
import { expect } from "vitest";
import { freshKey } from "./client";
import { cohortOf, joinedAs } from "./cohorts";
import { services, TOPIC } from "./content";
import { SECRET, secretOf } from "./secret";
import type { PartSettings, Terms, WrittenPart } from "@/lib/wire/assignmentParts";
import type { Database } from "@/lib/server/database/open";

export const TERMS: Terms = {
  title: "Week 3",
  about: "Read first.",
  opensAt: null,
  dueAt: null,
  closesAt: null,
  latePercent: 0,
  minutes: null,
  hideScores: false,
  weight: 1,
};

export const part = (settings: PartSettings, points = 10): WrittenPart => ({ id: null, points, settings });
export const challenge = (more: Partial<Extract<PartSettings, { type: "challenge" }>> = {}): PartSettings => ({
  ...{ type: "challenge", kind: SECRET, level: 1, count: 1, tries: 1 },
  ...more,
});
export const quiz = (more: Partial<Extract<PartSettings, { type: "quiz" }>> = {}): PartSettings => ({
  type: "quiz",
  from: { questions: ["question-1", "question-2"].map((question) => ({ topic: TOPIC, question })) },
  same: true,
  feedback: "each",
  tries: 1,
  ...more,
});
export const lesson: PartSettings = { type: "lesson", topic: TOPIC, lesson: TOPIC };
export const simulation: PartSettings = { type: "simulation", topic: TOPIC, state: "t=0.5", hidden: ["t"], task: "What happens?" };

export const ALL_PARTS = [part(challenge()), part(quiz()), part(lesson), part(simulation)] as const;

interface Making {
  readonly terms?: Partial<Terms>;
  readonly parts?: readonly WrittenPart[];
  readonly publish?: boolean;
  readonly students?: string[];
  readonly now?: number;
}

/** An assignment of the cohort; answers its id and those of its parts, in order. */
export async function assignmentOf(
  { client }: Database,
  { cohort, instructor }: { readonly cohort: string; readonly instructor: { readonly id: string } },
  { terms = {}, parts = ALL_PARTS, publish = true, students, now = Date.now() }: Making = {},
): Promise<{ id: string; parts: string[] }> {
  const body = { terms: { ...TERMS, ...terms }, parts: [...parts], publish, ...(students && { students }) };
  const { id } = await createAssignment(services.catalog, instructor.id, cohort, freshKey(), body, now);
  const rows = await client.assignmentPart.findMany({ where: { assignmentId: id }, orderBy: { position: "asc" }, select: { id: true } });
  return { id, parts: rows.map((row) => row.id) };
}

export const slotOf = (userId: string, assignment: string, partId: string, slot = 0, now = Date.now()) =>
  openSlot(services, userId, { assignment, part: partId, slot: String(slot) }, now);

/** A challenge's slot opened: its try, token and seed, which only the server knows. */
export async function challengeOf({ client }: Database, userId: string, assignment: string, partId: string, slot = 0, now = Date.now()) {
  const opened = await slotOf(userId, assignment, partId, slot, now);
  if (opened.what.type !== "challenge") throw new Error(`slot ${slot} holds a ${opened.what.type}`);
  const { issued } = await client.assignedItem.findUniqueOrThrow({ where: { id: opened.id }, include: { issued: true } });
  if (issued === null) throw new Error("the try has no instance");
  return { item: opened.id, token: opened.what.instance.token, seed: issued.seed, opened };
}

interface Answering {
  readonly slot?: number;
  readonly right?: boolean;
  readonly now?: number;
  readonly answeredAt?: number;
}

/** Answers a challenge's slot, rightly or not. */
export async function answeredSlot(
  open: Database,
  userId: string,
  assignment: string,
  partId: string,
  { slot = 0, right = true, now = Date.now(), answeredAt = now }: Answering = {},
) {
  const { token, seed, item } = await challengeOf(open, userId, assignment, partId, slot, answeredAt < now ? answeredAt : now);
  const answer = right ? secretOf(seed, 1) : { guess: 1 };
  const attempt = await submitAttempt(services, { userId, key: freshKey(), token, answer, now, answeredAt });
  return { attempt, item, token, answer };
}

/** What tests of assigned work do, on the database of their suite. */
export function workOn(open: () => Database) {
  async function aClass() {
    const made = await cohortOf(open());
    const student = await joinedAs(open(), made, "student", "Bora");
    return { ...made, student };
  }
  const workOf = async (memberId: string, assignmentId: string) =>
    open().client.studentWork.findUniqueOrThrow({ where: { assignmentId_memberId: { assignmentId, memberId } } });
  /** What the row says, which a recount from the items says too. */
  async function sumsOf(memberId: string, assignmentId: string) {
    const { id, earnedAtDue, earnedNow, points, done, slots, arrivedLate, lastAt } = await workOf(memberId, assignmentId);
    const said = { id, earnedAtDue, earnedNow, points, done, slots, arrivedLate, lastAt: lastAt?.toISOString() ?? null };
    expect(await recountWork(open().client, id)).toEqual(said);
    return { atDue: earnedAtDue, now: earnedNow, points, done, slots };
  }
  const answer = (userId: string, item: string, option: string, now = Date.now(), key = freshKey(), answeredAt = now) =>
    answerItem(userId, { item }, key, { answer: { option } }, { answeredAt, now });
  return { aClass, workOf, sumsOf, answer };
}

/** Does it again while the database is too busy to answer, as a browser does that is told so. */
export async function persisting<T>(send: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await send();
    } catch (error) {
      if (passingTrouble(error) === null) throw error;
    }
}
