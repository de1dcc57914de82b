/** How a page calls the routes of cohorts, and of who teaches: for each, what it needs first, then the call. */
import { call } from "@/lib/client/api";
import { download } from "@/lib/client/api/download";
import { addRoster } from "@/lib/server/cohorts/roster";
import { createCohort } from "@/lib/server/cohorts/create";
import { joinByCode, makeCode } from "@/lib/server/cohorts/invites";
import { overrideGrade } from "@/lib/server/grades/change";
import { drawPins } from "@/lib/server/cohorts/pins";
import { openInstructorCode } from "@/lib/server/instructors/code";
import { prisma } from "@/lib/server/database";
import { readMe } from "@/lib/wire/account";
import * as classes from "@/lib/wire/classes";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import * as grades from "@/lib/wire/grades";
import * as cohorts from "@/lib/wire/cohorts";
import * as insight from "@/lib/wire/insight";
import * as instructors from "@/lib/wire/instructors";
import * as roster from "@/lib/wire/roster";
import { freshKey } from "./client";
import { services } from "./content";
import { answer, assignmentOf } from "./insight";
import { assignmentRow } from "./grades";
import { kept, type Call, type Scene } from "./groupCalls";

const ADDRESS = "192.0.2.79";
export const whoIsHere = async (): Promise<string> => (await call(readMe)).user?.id ?? "";
/** Lets the page's learner make cohorts. */
async function office({ signedUp }: Scene): Promise<void> {
  await signedUp();
  await (await prisma()).user.update({ where: { id: await whoIsHere() }, data: { role: "INSTRUCTOR" } });
}

/** A cohort of the page's learner, with an address and a name in its roster. */
export async function aCohort(scene: Scene) {
  await office(scene);
  const { id } = await call(cohorts.createCohort, { body: { name: "1학년 3반", timeZone: "asia/seoul" }, key: freshKey() });
  const rows = [
    { name: "보라", email: "bora@example.com" },
    { name: "찬", email: "" },
  ];
  await call(roster.addRoster, { params: { id }, body: { rows }, key: freshKey() });
  const { waiting, me } = await call(cohorts.readCohort, { params: { id } });
  const seat = (name: string): string => waiting.find((each) => each.name === name)?.id ?? "";
  return { id, me, addressed: seat("보라"), pupil: seat("찬") };
}

/** A cohort of somebody else's, in which a place is kept for the page's learner. */
async function offered(scene: Scene) {
  const email = await scene.withPassword("the one before");
  const other = await scene.otherUser();
  const store = await prisma();
  await store.user.update({ where: { id: other }, data: { role: "INSTRUCTOR", name: "Ara" } });
  const now = Date.now();
  const { id } = await createCohort(other, freshKey(), { name: "1학년 3반" }, now);
  await addRoster(other, id, freshKey(), [{ name: "보라", email }], now);
  const { offers } = await call(classes.listClasses);
  return { id, other, seat: offers[0].id };
}

/** The page's learner in it, as one of its students. */
export async function learning(scene: Scene) {
  const { id, other, seat } = await offered(scene);
  await call(classes.takeSeat, { params: { seat }, body: { consent: CONSENT_VERSION } });
  return { id, other };
}

/** The page's learner teaches somebody who holds a wrong idea. */
async function answeredClass(scene: Scene) {
  const { id } = await aCohort(scene);
  const { id: member } = await (
    await prisma()
  ).cohortMember.create({
    data: { cohortId: id, userId: await scene.otherUser(), role: "STUDENT", joinedAt: new Date(), consentVersion: CONSENT_VERSION },
    select: { id: true },
  });
  const open = { client: await prisma() };
  const work = await assignmentOf(open, id);
  const item = "question:numbers/question-1";
  for (let i = 0; i < 2; i++)
    await answer(open, services.catalog, id, work, member, { item, score: 0, option: "wrong", misconceptions: ["slip"] });
  return { id, item };
}

/** An assignment of a cohort, as a row. */
const plainAssignment = async (id: string): Promise<string> => assignmentRow({ client: await prisma() }, id, { dueAt: new Date(0) });

/** A cohort of the page's learner with a student in it, whose work an instructor's word stands for. */
async function graded(scene: Scene): Promise<{ id: string; assignment: string; bora: string }> {
  const { id } = await aCohort(scene);
  const me = await whoIsHere();
  const student = await scene.otherUser();
  const { code } = await makeCode(me, id, { as: "student", days: 1, maxUses: 1 }, Date.now());
  await joinByCode(student, code, { consent: CONSENT_VERSION }, { address: ADDRESS, now: Date.now() });
  const assignment = await plainAssignment(id);
  const { id: bora } = await (await prisma()).cohortMember.findFirstOrThrow({ where: { cohortId: id, userId: student } });
  await overrideGrade(me, { id, assignment, member: bora }, { percent: 80, reason: "IoU" }, Date.now());
  return { id, assignment, bora };
}

export const COHORT_CALLS: Readonly<Record<string, (scene: Scene) => Promise<Call>>> = {
  "GET /cohorts": async (scene) => {
    await aCohort(scene);
    return () => call(cohorts.listCohorts);
  },
  "POST /cohorts": async (scene) => {
    await office(scene);
    return (key) => call(cohorts.createCohort, { body: { name: "A" }, key });
  },
  "GET /cohorts/:id": async (scene) => {
    const { id, pupil } = await aCohort(scene);
    await call(cohorts.makeCohortInvite, { params: { id }, body: { as: "student", days: 7, maxUses: 30 } });
    await call(roster.drawPins, { params: { id }, body: { seats: [pupil] } });
    const bora = await scene.otherUser();
    const { code } = await makeCode(await whoIsHere(), id, { as: "student", days: 1, maxUses: 1 }, Date.now());
    await joinByCode(bora, code, { consent: CONSENT_VERSION }, { address: ADDRESS, now: Date.now() });
    return () => call(cohorts.readCohort, { params: { id } });
  },
  "GET /cohorts/:id/insight": async (scene) => {
    const { id } = await answeredClass(scene);
    return () => call(insight.readInsight, { params: { id } });
  },
  "GET /cohorts/:id/insight/misconceptions": async (scene) => {
    const { id } = await answeredClass(scene);
    return () => call(insight.readMisconceptions, { params: { id } });
  },
  "GET /cohorts/:id/insight/items": async (scene) => {
    const { id } = await answeredClass(scene);
    return () => call(insight.listItems, { params: { id }, query: {} });
  },
  "GET /cohorts/:id/insight/item": async (scene) => {
    const { id, item } = await answeredClass(scene);
    return () => call(insight.readItemFigures, { params: { id }, query: { item } });
  },
  "GET /cohorts/:id/insight/tries": async (scene) => {
    const { id, item } = await answeredClass(scene);
    return () => call(insight.listTries, { params: { id }, query: { item } });
  },
  "PATCH /cohorts/:id": async (scene) => {
    const { id } = await aCohort(scene);
    return () => call(cohorts.changeCohort, { params: { id }, body: { name: "B", timeZone: "UTC", classCode: "new", archived: true } });
  },
  "POST /cohorts/:id/invites": async (scene) => {
    const { id } = await aCohort(scene);
    return () => call(cohorts.makeCohortInvite, { params: { id }, body: { as: "instructor", days: 30, maxUses: 1 } });
  },
  "DELETE /cohorts/:id/invites/:invite": async (scene) => {
    const { id } = await aCohort(scene);
    const { id: invite } = await call(cohorts.makeCohortInvite, { params: { id }, body: { as: "student", days: 1, maxUses: 1 } });
    return () => call(cohorts.revokeCohortInvite, { params: { id, invite } });
  },
  "PATCH /cohorts/:id/members/:member": async (scene) => {
    const { id, me } = await aCohort(scene);
    return () => call(cohorts.changeCohortMember, { params: { id, member: me }, body: { removed: false } });
  },
  "DELETE /cohorts/:id/members/:member": async (scene) => {
    const { id } = await learning(scene);
    const { classes: mine } = await call(classes.listClasses);
    return () => call(cohorts.endCohortPlace, { params: { id, member: mine[0].me } });
  },
  "POST /cohorts/:id/roster/check": async (scene) => {
    const { id } = await aCohort(scene);
    return () => call(roster.checkRoster, { params: { id }, body: { text: "이름;이메일\n;not an address\n찬\n" } });
  },
  "POST /cohorts/:id/roster": async (scene) => {
    const { id } = await aCohort(scene);
    return (key) => call(roster.addRoster, { params: { id }, body: { rows: [{ name: "다온", email: "" }] }, key });
  },
  "DELETE /cohorts/:id/seats/:seat": async (scene) => {
    const { id, addressed } = await aCohort(scene);
    return () => call(roster.dropSeat, { params: { id, seat: addressed } });
  },
  "POST /cohorts/:id/pins": async (scene) => {
    const { id, pupil } = await aCohort(scene);
    return () => call(roster.drawPins, { params: { id }, body: { seats: [pupil] } });
  },
  "GET /cohorts/:id/grades": async (scene) => {
    const { id } = await graded(scene);
    return () => call(grades.readGrades, { params: { id } });
  },
  "GET /cohorts/:id/grades/file": async (scene) => {
    const { id } = await graded(scene);
    return () => kept(() => download(grades.exportGrades, { id }), /^grades\.csv$/);
  },
  "PUT /cohorts/:id/grades/weights": async (scene) => {
    const { id, assignment } = await graded(scene);
    return () => call(grades.weighAssignments, { params: { id }, body: { weights: [{ assignment, weight: 3 }] } });
  },
  "PUT /cohorts/:id/grades/:assignment/:member": async (scene) => {
    const { id, assignment, bora } = await graded(scene);
    const override = { percent: null, reason: "아팠어요" };
    return () => call(grades.overrideGrade, { params: { id, assignment, member: bora }, body: { override } });
  },
  "GET /classes/:id/grades": async (scene) => {
    const { id } = await learning(scene);
    await plainAssignment(id);
    return () => call(grades.readOwnGrades, { params: { id } });
  },
  "GET /classes": async (scene) => {
    await learning(scene);
    return () => call(classes.listClasses);
  },
  "GET /class-invites/:code": async (scene) => {
    const { id } = await aCohort(scene);
    const { code } = await call(cohorts.makeCohortInvite, { params: { id }, body: { as: "student", days: 1, maxUses: 1 } });
    return () => call(classes.readClassInvite, { params: { code } });
  },
  "POST /class-invites/:code": async (scene) => {
    const { id, other } = await offered(scene);
    const { code } = await makeCode(other, id, { as: "student", days: 1, maxUses: 1 }, Date.now());
    return () => call(classes.joinClass, { params: { code }, body: { consent: CONSENT_VERSION } });
  },
  "POST /seats/:seat": async (scene) => {
    const { seat } = await offered(scene);
    return () => call(classes.takeSeat, { params: { seat }, body: { consent: CONSENT_VERSION } });
  },
  "DELETE /seats/:seat": async (scene) => {
    const { seat } = await offered(scene);
    return () => call(classes.declineSeat, { params: { seat } });
  },
  "PUT /me/pin": async (scene) => {
    const { id, pupil } = await aCohort(scene);
    const me = await whoIsHere();
    const { pins } = await drawPins(me, id, [pupil], { address: ADDRESS, now: Date.now() });
    await (await prisma()).schoolAccount.updateMany({ where: { cohortId: id }, data: { userId: me } });
    return () => call(classes.changePin, { body: { current: pins[0].pin, pin: "271828" } });
  },
  "POST /instructors/code": async ({ signedUp }) => {
    await signedUp();
    const store = await prisma();
    await store.user.updateMany({ where: { role: "INSTRUCTOR" }, data: { role: "STUDENT" } });
    await store.instructorCode.deleteMany();
    const code = (await openInstructorCode()) ?? "";
    return () => call(instructors.useInstructorCode, { body: { code } });
  },
  "GET /instructors": async ({ otherUser }) => {
    await (await prisma()).user.update({ where: { id: await otherUser() }, data: { role: "INSTRUCTOR" } });
    return () => call(instructors.listOffices, { query: {} });
  },
};
