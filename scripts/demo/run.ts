/**
 * Makes the demo class through the product's own use cases, moment by moment over six weeks: who joins, what is given, opened and
 * answered, each with the clock of that moment. What the pages show of it was counted as it is for everybody.
 */
import { randomUUID } from "node:crypto";
import { seeded } from "../../lib/engine/random";
import type { Instance } from "../../lib/challenges/contract";
import type { DrawnQuestion } from "../../lib/questions";
import { answerItem } from "../../lib/server/assignments/answer";
import { createAssignment } from "../../lib/server/assignments/create";
import { setExtension, setTimePercent } from "../../lib/server/assignments/extensions";
import { openSlot } from "../../lib/server/assignments/open";
import { readWork } from "../../lib/server/assignments/work";
import { submitAttempt } from "../../lib/server/attempts/submit";
import { hashPassword } from "../../lib/server/auth/password";
import type { Services } from "../../lib/server/catalog";
import { createCohort } from "../../lib/server/cohorts/create";
import { joinByCode, makeCode } from "../../lib/server/cohorts/invites";
import type { Database } from "../../lib/server/database/open";
import { CONSENT_VERSION } from "../../lib/wire/cohortParts";
import { answerTo, choiceOf, type Playable } from "./answers";
import { learnersOf } from "./cohort";
import { practised, type Learner } from "./learner";
import { DEMO_DOMAIN, peopleOf } from "./people";
import { WORKS, type PlannedWork } from "./plan";
import { beginOf, DAY, HOUR, PAUSE, termsOf, thinking, triesAgain, visitsOf } from "./visits";

const ZONE = "Asia/Seoul";
const ADDRESS = "192.0.2.1";

export interface DemoRequest {
  readonly services: Services;
  readonly database: Database;
  /** The kinds with those who must not pass them, by kind. */
  readonly playables: ReadonlyMap<string, Playable>;
  readonly students: number;
  readonly seed: string;
  /** The end of the six weeks. */
  readonly now: number;
  readonly password: string;
  readonly works?: readonly PlannedWork[];
  onDone?(done: number, of: number): void;
}

export interface DemoStudent {
  readonly member: string;
  readonly user: string;
  readonly name: string;
  readonly learner: Learner;
}

export interface DemoClass {
  readonly cohort: string;
  readonly instructor: string;
  readonly students: readonly DemoStudent[];
}

const key = (): string => randomUUID().replaceAll("-", "");

async function account(
  { client }: Database,
  passwordHash: string,
  facts: { name: string; email: string; locale: string },
  at: number,
  role: "STUDENT" | "INSTRUCTOR" = "STUDENT",
): Promise<string> {
  const { id } = await client.user.create({
    data: { ...facts, role, guest: false, passwordHash, emailVerified: new Date(at), timeZone: ZONE, createdAt: new Date(at) },
    select: { id: true },
  });
  return id;
}

/** One student's sitting at one piece of work. */
interface Sitting {
  readonly at: number;
  readonly student: DemoStudent;
  readonly assignment: string;
}

export async function demoClass(request: DemoRequest): Promise<DemoClass> {
  const { services, database, students: n, seed, now, password, works = WORKS } = request;
  const random = seeded(`demo:${seed}`);
  const begin = beginOf(now);
  const passwordHash = await hashPassword(password, ADDRESS);
  const instructor = await account(
    database,
    passwordHash,
    { name: "데모 강사", email: `instructor@${DEMO_DOMAIN}`, locale: "ko" },
    begin,
    "INSTRUCTOR",
  );
  const { id: cohort } = await createCohort(instructor, key(), { name: "객체 검출 입문 (데모)", timeZone: ZONE }, begin);
  const { code } = await makeCode(instructor, cohort, { as: "student", days: 30, maxUses: n }, begin);
  const people = peopleOf(n);
  const learners = learnersOf(n, random);
  const students: DemoStudent[] = [];
  for (const [i, person] of people.entries()) {
    const user = await account(database, passwordHash, person, begin);
    await joinByCode(user, code, { consent: CONSENT_VERSION }, { address: ADDRESS, now: begin + HOUR });
    const { id: member } = await database.client.cohortMember.findFirstOrThrow({
      where: { cohortId: cohort, userId: user },
      select: { id: true },
    });
    students.push({ member, user, name: person.name, learner: learners[i] });
  }
  // One student has half as long again for everything, as some classes have.
  if (n > 3) await setTimePercent(instructor, { id: cohort, member: students[3].member }, 150, begin + HOUR);

  const assignments: string[] = [];
  for (const work of works) {
    const { title, opens, parts } = work;
    const { opensAt, dueAt } = termsOf(work, begin);
    const iso = (moment: number): string => new Date(moment).toISOString();
    const terms = {
      title,
      about: "",
      opensAt: iso(opensAt),
      dueAt: iso(dueAt),
      closesAt: iso(dueAt + 4 * DAY),
      latePercent: 10,
      minutes: null,
      hideScores: false,
      weight: 1,
    };
    const body = { terms, parts: parts.map((settings) => ({ id: null, points: 10, settings })), publish: true };
    const { id: assignment } = await createAssignment(services.catalog, instructor, cohort, key(), body, opensAt);
    if (n > 7 && opens === 7)
      await setExtension(
        instructor,
        { id: cohort, assignment, member: students[7].member },
        { dueAt: iso(dueAt + 2 * DAY), closesAt: null, extraTries: 0, reason: "대회 참가" },
        opensAt,
      );
    assignments.push(assignment);
  }
  const visits = visitsOf(works, learners, { begin, now }, random);
  for (const [done, { at, learner, work }] of visits.entries()) {
    const student = students[learner];
    await sit(request, begin, { at, student, assignment: assignments[work] }, seeded(`demo:${seed}:${student.name}:${works[work].title}`));
    request.onDone?.(done + 1, visits.length);
  }
  return { cohort, instructor, students };
}

/** Answers all of an assignment's slots, one after the other, a second try where the first was not enough and they care to. */
async function sit(
  request: DemoRequest,
  begin: number,
  { at, student, assignment }: Sitting,
  random: ReturnType<typeof seeded>,
): Promise<void> {
  let clock = at;
  const { parts } = await readWork(request.services, student.user, assignment, clock);
  for (const part of parts)
    for (const { slot } of part.slots) {
      for (let nth = 1; ; nth++) {
        const opened = await openSlot(request.services, student.user, { assignment, part: part.id, slot: String(slot) }, clock);
        clock += thinking(random);
        const score = await answer(request, begin, student, opened, clock, random);
        clock += PAUSE;
        if (score === null || !triesAgain(student.learner, score, opened.triesLeft - 1, nth, random)) break;
      }
    }
}

type Opened = Awaited<ReturnType<typeof openSlot>>;

async function answer(
  { services, database, playables }: DemoRequest,
  begin: number,
  { user, learner }: DemoStudent,
  opened: Opened,
  clock: number,
  random: ReturnType<typeof seeded>,
): Promise<number | null> {
  const day = (clock - begin) / DAY;
  const row = await database.client.assignedItem.findUniqueOrThrow({
    where: { id: opened.id },
    select: { topic: true, instance: true, issued: { select: { kind: true, instance: true } } },
  });
  const topic = row.topic ?? "";
  try {
    if (opened.what.type === "challenge") {
      const playable = playables.get(row.issued?.kind ?? "");
      if (playable === undefined || row.issued === null) throw new Error(`${opened.what.instance.kind}: no such kind`);
      const instance = JSON.parse(row.issued.instance) as Instance<unknown, unknown>;
      const given = answerTo(learner, playable, instance, opened.what.instance.level, day, random);
      const result = await submitAttempt(services, {
        userId: user,
        key: key(),
        token: opened.what.instance.token,
        answer: given,
        now: clock,
        answeredAt: clock,
      });
      return result.score;
    }
    if (row.instance === null) return null;
    const given = choiceOf(learner, topic, JSON.parse(row.instance) as DrawnQuestion, day, random);
    const { score } = await answerItem(user, { item: opened.id }, key(), { answer: given as never }, { answeredAt: clock, now: clock });
    return score;
  } finally {
    practised(learner, topic, day);
  }
}
