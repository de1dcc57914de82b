/** A learner about whom every table has something to say, in words that can be searched for. */
import { authAdapter } from "@/lib/server/auth/adapter";
import { mergeGuest, startSession } from "@/lib/server/auth";
import { hashPassword } from "@/lib/server/auth/password";
import { consume } from "@/lib/server/http/limits";
import { importFile } from "@/lib/server/bank/imports";
import { addQuestion, saveQuestion } from "@/lib/server/bank/questions";
import { createCohort } from "@/lib/server/cohorts/create";
import { makeCode } from "@/lib/server/cohorts/invites";
import { addRoster } from "@/lib/server/cohorts/roster";
import { addCorrection } from "@/lib/server/groups/corrections";
import { setSign } from "@/lib/server/discussion/comments";
import { complain } from "@/lib/server/discussion/complaints";
import { createGroup } from "@/lib/server/groups/create";
import { readGroup } from "@/lib/server/groups/home";
import { makeInvite } from "@/lib/server/groups/invites";
import { addItem, changeItem } from "@/lib/server/groups/items";
import { confirmReading } from "@/lib/server/groups/readings";
import { markAttendance } from "@/lib/server/groups/attendance";
import { changeSession, startSession as startPeerSession } from "@/lib/server/groups/sessions";
import { finishLesson } from "@/lib/server/learn/lessons";
import { fileCrash } from "@/lib/server/reports/crash";
import { fileReport } from "@/lib/server/reports/file";
import { gradeReview } from "@/lib/server/review/grade";
import { addNoteImage } from "@/lib/server/notes/images";
import { searchNotes } from "@/lib/server/notes/search";
import { shifted } from "@/lib/groups";
import { pictureOf, singleOf } from "./bank";
import { assignmentRow } from "./grades";
import { freshKey, signedIn, type Visitor } from "./client";
import { KIND, services, TOPIC, VERSION } from "./content";
import { answer, noteIn, readOf, wonder } from "./groups";
import { pngOf } from "./pictures";
import { playerOn } from "./player";
import type { Database } from "@/lib/server/database/open";

export const PASSWORD = "correct horse battery";

export interface FullLearner {
  readonly id: string;
  readonly guestId: string;
  readonly visitor: Visitor;
  readonly email: string;
  /** Texts that stand in the database because of this learner. */
  readonly traces: readonly string[];
  /** What opens the account: never in an export. */
  readonly secrets: readonly string[];
  /** Graded work that can still be answered. */
  readonly openWork: { readonly id: string; readonly seed: string };
}

/** @param mark a word that no other learner of the test has, and a number of four digits that none has */
export async function fullLearner(open: Database, mark: string, number: number): Promise<FullLearner> {
  const { practise, work, submit, reveal, hint, rowOf } = playerOn(() => open);
  const { client } = open;
  const now = Date.now();
  const email = `${mark}@example.com`;
  const guest = await signedIn(open, { guest: true, name: `${mark}-guest-name` });
  await client.authSession.update({ where: { id: guest.sessionId }, data: { userAgent: `${mark}-guest-agent` } });
  const first = await practise(guest.id);
  const guestAnswer = await submit(guest.id, first.token, { sum: number * 10_000 + 1, product: 1 });

  const passwordHash = await hashPassword(PASSWORD, "tests");
  const image = `https://pictures.example/${mark}`;
  const me = await signedIn(open, { guest: false, email, name: `${mark}-name`, image, passwordHash });
  await mergeGuest(guest.id, me.id, now);
  const phone = await startSession(client, me.id, `${mark}-agent`, now);
  const adapter = authAdapter(null);
  await adapter.linkAccount?.({ userId: me.id, type: "oauth", provider: "github", providerAccountId: `${mark}-github` });
  await adapter.createVerificationToken?.({ identifier: email, token: `${mark}-link`, expires: new Date(now + 60_000) });
  await client.passwordReset.create({
    data: { tokenHash: `${mark}-reset`, userId: me.id, mailed: false, expiresAt: new Date(now + 60_000) },
  });

  await finishLesson(services.catalog, me.id, TOPIC, now);
  const second = await practise(me.id);
  const key = freshKey();
  await submit(me.id, second.token, { sum: number * 10_000 + 2, product: 1 }, key);
  const closed = await work(me.id);
  await reveal(me.id, closed.token);
  await hint(me.id, closed.token, 1);
  await work(me.id);
  const openWork = await rowOf(me.id);
  const card = await client.card.findFirstOrThrow({ where: { userId: me.id, type: "QUESTION" } });
  const rating = freshKey();
  await gradeReview(services.catalog, me.id, rating, { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 3 }, now);

  const where = { kind: KIND, version: VERSION, level: 1 } as const;
  const said = { ...where, seed: `${mark}-seed`, answer: { words: `${mark}-report-answer` } };
  const byHand = { phase: "other", message: `${mark}-by-hand`, byHand: true } as const;
  await fileReport(services.catalog, me.id, { ...said, ...byHand }, now);
  const met = { phase: "board", message: `${mark}-crash`, byHand: false, backend: `${mark}-backend`, build: `${mark}-build` } as const;
  await fileReport(services.catalog, me.id, { ...said, ...met }, now);
  const crash = { phase: "grade", message: `${mark}-server-crash` } as const;
  await fileCrash(client, { ...said, userId: me.id, workId: null, crash: { status: "crashed", ...crash }, now });
  await consume("login-account", email);
  await consume("write", me.id);

  const group = await fullGroup(open, me.id, mark, now);

  const cohort = await fullCohort(open, me.id, mark, email, now);
  const bank = await fullBank(me.id, mark, now);

  const secrets = [...cohort.secrets, group.code, passwordHash, me.sessionId, guest.sessionId, phone, `${mark}-link`, `${mark}-reset`];
  const said4 = [
    "name",
    "guest-name",
    "agent",
    "guest-agent",
    "github",
    "by-hand",
    "crash",
    "server-crash",
    "report-answer",
    "seed",
    "backend",
  ];
  const traces = [
    ...secrets,
    ...said4.map((word) => `${mark}-${word}`),
    ...["group", "agenda", "item", "answer", "statement", "correction", "note", "question", "comment"].map((word) => `${mark}-${word}`),
    ...["matched", "slip", "other", "task", "source"].map((word) => `${mark}-${word}`),
    ...["cohort", "pupil", "nickname", "word", "assignment", "extension", "instance", "assigned-answer"].map((word) => `${mark}-${word}`),
    ...[cohort.id, cohort.member],
    ...[`${mark}-bank`, `${mark}-imported`, ...bank],
    ...[group.id, group.member, group.item, group.note, group.thread, group.comment],
    ...[email, image, me.id, guest.id, guestAnswer.id, card.id, openWork.id, openWork.seed, key, rating],
    ...[`${number}0001`, `${number}0002`],
  ];
  return { id: me.id, guestId: guest.id, visitor: me.visitor, email, traces, secrets, openWork };
}

/** A group of the learner's own, in which everything stands that can stand in one. */
async function fullGroup({ client }: Database, userId: string, mark: string, now: number) {
  const { id } = await createGroup(userId, freshKey(), { name: `${mark}-group`, sharesReview: true }, now);
  const { me: member, today } = await readGroup(userId, id, now);
  const { code } = await makeInvite(userId, id, { days: 7, maxUses: 5 }, now);
  const { id: ofSession } = await startPeerSession(userId, id, shifted(today, -1), now);
  const { id: session } = await startPeerSession(userId, id, today, now);
  await changeSession(userId, { id, session }, { agenda: { text: `${mark}-agenda`, version: 0 } }, now);
  for (const at of [ofSession, session]) await markAttendance(userId, { id, session: at, member }, { status: "late", next: "absent" }, now);
  const asked = { session: ofSession, type: "question", text: `${mark}-item`, assignee: member } as const;
  const { id: item } = await addItem(userId, id, freshKey(), asked, now);
  await changeItem(userId, { id, item }, { closed: { end: "done", answer: `${mark}-answer`, session } }, now);
  await addCorrection(userId, id, freshKey(), { session, ofSession, statement: `${mark}-statement`, text: `${mark}-correction` }, now);
  const plain = readOf();
  const read = readOf({
    topics: [{ topic: "nms", matched: `${mark}-matched` }],
    slips: [{ ...plain.slips[0], statement: `${mark}-slip` }],
    others: [{ name: `${mark}-other`, status: "on-leave" }],
    items: [{ ...plain.items[0], text: `${mark}-task`, source: `${mark}-source` }],
  });
  await confirmReading(services.catalog, userId, { id, session }, freshKey(), read, now);
  const note = await noteIn(userId, id, { session, title: `${mark}-note`, text: `${mark}-note-text` }, now);
  await client.noteVersion.create({ data: { noteId: note, seq: 1, text: `${mark}-version`, reason: "BY_HAND", memberId: member } });
  await addNoteImage(userId, { id, note }, new Uint8Array(pngOf(9, 9)), now);
  await searchNotes(userId, { q: mark });
  const thread = await wonder(userId, id, `${mark}-question @${member}`, note, now);
  const comment = await answer(userId, id, thread, `${mark}-comment`, now);
  await setSign(userId, { id, comment, sign: "thanks" }, true, now);
  await complain(userId, id, { about: { comment }, reason: "other" }, now);
  const erased = { groupId: id, sharesReview: false, joinedAt: new Date(now), joinedOn: today, leftAt: new Date(now) };
  const { id: actorId } = await client.groupMember.create({ data: erased });
  await client.inboxEntry.create({
    data: {
      groupId: id,
      memberId: member,
      actorId,
      cause: "REPLY",
      reason: `comment:${comment}`,
      threadId: thread,
      commentId: comment,
    },
  });
  return { id, member, code, item, note, thread, comment };
}

/** A question with a second version, one out of a file, and a picture. The learner teaches a class and may write. */
async function fullBank(userId: string, mark: string, now: number): Promise<string[]> {
  const { id } = await addQuestion(userId, services.catalog, freshKey(), singleOf(`${mark}-bank`), now);
  await saveQuestion(userId, services.catalog, id, { base: 1, content: singleOf(`${mark}-bank 2`) }, now);
  const text = `${mark}-imported {T}`;
  await importFile(userId, services.catalog, freshKey(), { format: "gift", text, language: "en" }, now);
  return [id, (await pictureOf(userId)).id];
}

/** A cohort of the learner's own, whose roster knows them too, and an account of it without e-mail. */
async function fullCohort({ client }: Database, userId: string, mark: string, email: string, now: number) {
  const held = (role: "INSTRUCTOR" | "STUDENT") => client.user.update({ where: { id: userId }, data: { role } });
  await held("INSTRUCTOR");
  const { id } = await createCohort(userId, freshKey(), { name: `${mark}-cohort` }, now);
  await held("STUDENT");
  const { code } = await makeCode(userId, id, { as: "student", days: 1, maxUses: 1 }, now);
  await addRoster(userId, id, freshKey(), [{ name: `${mark}-pupil`, email }], now);
  const pinHash = `${mark}-pin-hash`;
  await client.schoolAccount.create({ data: { userId, cohortId: id, nickname: `${mark}-nickname`, pinHash } });
  const { id: place } = await client.cohortMember.findFirstOrThrow({ where: { cohortId: id }, select: { id: true } });
  const assignment = await assignmentRow({ client }, id);
  await client.gradeOverride.create({
    data: { assignmentId: assignment, memberId: place, percent: 50, reason: `${mark}-word`, byId: place, createdAt: new Date(now) },
  });
  const { classCode } = await client.cohort.findUniqueOrThrow({ where: { id }, select: { classCode: true } });
  const { id: member } = await client.cohortMember.findFirstOrThrow({ where: { cohortId: id }, select: { id: true } });
  await fullAssignment(client, { cohortId: id, memberId: member }, mark, now);
  await client.memberStanding.create({ data: { memberId: member, cohortId: id, recent: [] } });
  return { id, member, secrets: [code, pinHash, classCode] };
}

/** An assignment of the cohort with an answer of the learner's, for whom it is. */
async function fullAssignment(client: Database["client"], place: { cohortId: string; memberId: string }, mark: string, now: number) {
  const once = { createKey: `${mark}-create`, requestHash: "" };
  const { cohortId, memberId } = place;
  const { id: assignmentId } = await client.assignment.create({ data: { ...once, cohortId, title: `${mark}-assignment`, forSome: true } });
  const { id: partId } = await client.assignmentPart.create({
    data: { assignmentId, position: 0, type: "QUIZ", points: 10, settings: {} },
  });
  await client.assignedTo.create({ data: { assignmentId, memberId } });
  await client.extension.create({ data: { assignmentId, memberId, extraTries: 1, reason: `${mark}-extension` } });
  const closed = { closedAt: new Date(now), closedBy: "HANDED_IN" } as const;
  const { id: workId } = await client.studentWork.create({ data: { assignmentId, memberId, startedAt: new Date(now), ...closed } });
  const points = { before: 5, beforeOf: 10, after: 10, afterOf: 10, note: `${mark}-void` };
  await client.inboxEntry.create({ data: { studentId: memberId, workId, cause: "VOIDED", reason: `voided:${workId}`, ...points } });
  const asked = { item: "question:iou/x", instance: `${mark}-instance`, answer: { words: `${mark}-assigned-answer` }, score: 50 };
  const at = { openedAt: new Date(now), answeredAt: new Date(now) };
  await client.assignedItem.create({ data: { ...place, ...asked, ...at, assignmentId, partId, workId, slot: 0, try: 1 } });
}
