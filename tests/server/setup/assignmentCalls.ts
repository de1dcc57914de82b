/** How a page calls the routes of assignments: for each, what it needs first, then the call. */
import { call } from "@/lib/client/api";
import { download } from "@/lib/client/api/download";
import { createAssignment } from "@/lib/server/assignments/create";
import { joinByCode, makeCode } from "@/lib/server/cohorts/invites";
import { answerItem } from "@/lib/server/assignments/answer";
import { openSlot } from "@/lib/server/assignments/open";
import { prisma } from "@/lib/server/database";
import * as assignments from "@/lib/wire/assignments";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import * as work from "@/lib/wire/work";
import * as workAnswer from "@/lib/wire/workAnswer";
import { resolveObjectURL } from "node:buffer";
import { vi } from "vitest";
import { ALL_PARTS, TERMS } from "./assignments";
import { freshKey } from "./client";
import { aCohort, learning, whoIsHere } from "./cohortCalls";
import { services, TOPIC } from "./content";
import type { Call, Scene } from "./groupCalls";

const body = { terms: { ...TERMS, dueAt: "2099-01-01T00:00:00.000Z" }, parts: [...ALL_PARTS], publish: true };

/** A cohort of the page's learner with an assignment and a student who has begun it. */
async function taught(scene: Scene) {
  const { id } = await aCohort(scene);
  const student = await scene.otherUser();
  const { code } = await makeCode(await whoIsHere(), id, { as: "student", days: 1, maxUses: 1 }, Date.now());
  await joinByCode(student, code, { consent: CONSENT_VERSION }, { address: "192.0.2.80", now: Date.now() });
  const { id: assignment } = await call(assignments.createAssignment, { params: { id }, body, key: freshKey() });
  const { works, parts } = await call(assignments.readAssignment, { params: { id, assignment } });
  const opened = await openSlot(services, student, { assignment, part: parts[0].id, slot: "0" }, Date.now());
  return { id, assignment, member: works[0].member, parts, item: opened.id, student };
}

/** An assignment that the page's learner is given. */
async function given(scene: Scene) {
  const { id, other } = await learning(scene);
  const { id: assignment } = await createAssignment(services.catalog, other, id, freshKey(), body, Date.now());
  const { parts } = await call(work.readWork, { params: { assignment } });
  return { assignment, part: (at: number) => parts[at].id };
}

async function opened(scene: Scene, at: number) {
  const { assignment, part } = await given(scene);
  return call(work.openSlot, { params: { assignment, part: part(at), slot: "0" }, body: {} });
}

export const ASSIGNMENT_CALLS: Readonly<Record<string, (scene: Scene) => Promise<Call>>> = {
  "GET /cohorts/:id/assignments": async (scene) => {
    const { id } = await taught(scene);
    return () => call(assignments.listAssignments, { params: { id } });
  },
  "POST /cohorts/:id/assignments": async (scene) => {
    const { id } = await aCohort(scene);
    return (key) => call(assignments.createAssignment, { params: { id }, body, key });
  },
  "GET /cohorts/:id/assignments/:assignment": async (scene) => {
    const { id, assignment, member } = await taught(scene);
    const extension = { dueAt: "2099-02-01T00:00:00.000Z", closesAt: null, extraTries: 1, reason: "ill" };
    await call(assignments.setExtension, { params: { id, assignment, member }, body: extension });
    return () => call(assignments.readAssignment, { params: { id, assignment } });
  },
  "PUT /cohorts/:id/assignments/:assignment": async (scene) => {
    const { id, assignment, parts } = await taught(scene);
    const kept = parts.map(({ id: part, points, settings }) => ({ id: part, points, settings }));
    const changed = { revision: 0, terms: { ...TERMS, minutes: 30 }, parts: kept, state: "published" as const };
    return () => call(assignments.changeAssignment, { params: { id, assignment }, body: changed });
  },
  "DELETE /cohorts/:id/assignments/:assignment": async (scene) => {
    const { id } = await aCohort(scene);
    const { id: assignment } = await call(assignments.createAssignment, { params: { id }, body, key: freshKey() });
    return () => call(assignments.deleteAssignment, { params: { id, assignment } });
  },
  "PUT /cohorts/:id/assignments/:assignment/students/:member/extension": async (scene) => {
    const { id, assignment, member } = await taught(scene);
    const extension = { dueAt: null, closesAt: null, extraTries: 2, reason: "ill" };
    return () => call(assignments.setExtension, { params: { id, assignment, member }, body: extension });
  },
  "PUT /cohorts/:id/members/:member/time": async (scene) => {
    const { id, member } = await taught(scene);
    return () => call(assignments.setTimePercent, { params: { id, member }, body: { percent: 150 } });
  },
  "POST /cohorts/:id/assignments/:assignment/close": async (scene) => {
    const { id, assignment } = await taught(scene);
    return () => call(assignments.closeWorks, { params: { id, assignment }, body: {} });
  },
  "GET /cohorts/:id/assignments/:assignment/students/:member": async (scene) => {
    const { id, assignment, member } = await taught(scene);
    return () => call(assignments.readStudentWork, { params: { id, assignment, member } });
  },
  "POST /cohorts/:id/assignments/:assignment/void": async (scene) => {
    const { id, assignment, item } = await taught(scene);
    const wish = { what: { try: item }, voided: true, reason: "unclear", apply: true };
    return () => call(assignments.voidItem, { params: { id, assignment }, body: wish });
  },
  "POST /cohorts/:id/assignments/:assignment/regrade": async (scene) => {
    const { id, assignment, parts, student } = await taught(scene);
    const { id: item } = await openSlot(services, student, { assignment, part: parts[1].id, slot: "0" }, Date.now());
    const now = Date.now();
    await answerItem(student, { item }, freshKey(), { answer: { option: "right" } }, { answeredAt: now, now });
    await (await prisma()).assignedItem.update({ where: { id: item }, data: { score: 50 } });
    const wish = { item: `question:${TOPIC}/question-1`, mode: "keep-higher" as const, apply: true };
    return () => call(assignments.regradeItem, { params: { id, assignment }, body: wish });
  },
  "GET /cohorts/:id/items/:item": async (scene) => {
    const { id, item } = await taught(scene);
    return () => call(assignments.readItem, { params: { id, item } });
  },
  "GET /work": async (scene) => {
    await given(scene);
    return () => call(work.listWork);
  },
  "GET /work/:assignment": async (scene) => {
    const { assignment, part } = await given(scene);
    await call(work.openSlot, { params: { assignment, part: part(0), slot: "0" }, body: {} });
    return () => call(work.readWork, { params: { assignment } });
  },
  "POST /work/:assignment/begin": async (scene) => {
    const { assignment } = await given(scene);
    return () => call(work.beginWork, { params: { assignment }, body: {} });
  },
  "POST /work/:assignment/parts/:part/slots/:slot": async (scene) => {
    const { assignment, part } = await given(scene);
    return () => call(work.openSlot, { params: { assignment, part: part(0), slot: "0" }, body: {} });
  },
  "PUT /work/items/:item/saved": async (scene) => {
    const { id: item } = await opened(scene, 0);
    return () => call(work.saveItem, { params: { item }, body: { answer: { guess: 7 } } });
  },
  "POST /work/items/:item": async (scene) => {
    const { id: item } = await opened(scene, 1);
    return (key) => call(workAnswer.answerItem, { params: { item }, body: { answer: { option: "right" } }, key });
  },
  "GET /work/items/:item": async (scene) => {
    const { id: item } = await opened(scene, 1);
    await call(workAnswer.answerItem, { params: { item }, body: { answer: { option: "wrong" } }, key: freshKey() });
    return () => call(work.readOwnItem, { params: { item } });
  },
  "POST /work/:assignment/hand-in": async (scene) => {
    const { assignment } = await given(scene);
    await call(work.beginWork, { params: { assignment }, body: {} });
    return () => call(work.handIn, { params: { assignment }, body: {} });
  },
  "POST /me/calendar": async (scene) => {
    await given(scene);
    return () => call(work.calendarAddress, { body: { fresh: true } });
  },
  "GET /calendars/:secret": async (scene) => {
    await given(scene);
    const { path } = await call(work.calendarAddress, { body: { fresh: false } });
    return async () => {
      const link = { click: vi.fn(), href: "", download: "" };
      vi.stubGlobal("document", { createElement: () => link });
      await download(work.readCalendar, { secret: path.split("/").at(-1) ?? "" });
      return new Uint8Array((await resolveObjectURL(link.href)?.arrayBuffer()) ?? []);
    };
  },
};
