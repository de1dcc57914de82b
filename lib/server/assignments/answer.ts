/** Answering what is assigned: questions and simulations here, challenges by `submitAttempt`, which calls `answerAssigned`. */
import { fixedItems, slotEarned, takesAnswer, triesLeft, triesOf } from "@/lib/assignments";
import { gradeQuestion, type DrawnQuestion } from "@/lib/questions";
import { canonical } from "../attempts/hash";
import { prisma, type Store, type Transaction } from "../database";
import { itemAnswered, voidedSlot, workClosed, wrongWay } from "../http/assignmentErrors";
import { keyReused, notFound } from "../http/errors";
import { answeredMoment } from "../learn/answered";
import { holdTerms, holdWork } from "./hold";
import { begunOf, isOver, partOf, readGiven, rulesOf, standingOf, tryOf, type Given, type Part } from "./rows";
import { writeAnswer } from "./written";
import { Prisma, type AssignedItem, type StudentWork } from "../prisma/client";
import type { BodyOf } from "@/lib/wire/route";
import type { ItemAnswered, answerItem as route } from "@/lib/wire/workAnswer";

/** A try of the asker's own, with what it stands in: read while its terms and its work are held. */
export interface Held {
  readonly given: Given;
  readonly work: StudentWork;
  readonly part: Part;
  readonly item: AssignedItem;
}

/** Holds the work of a try for the learner whose it is. @throws ApiError not-found */
export async function holdItem(tx: Transaction, userId: string, itemId: string): Promise<Held> {
  const place = await tx.assignedItem.findFirst({
    where: { id: itemId, member: { userId } },
    select: { assignmentId: true, workId: true },
  });
  if (place === null) throw notFound();
  await holdTerms(tx, place.assignmentId);
  const work = await holdWork(tx, place.workId);
  const [given, item] = [await readGiven(tx, userId, place.assignmentId), await tx.assignedItem.findUnique({ where: { id: itemId } })];
  const part = given.assignment.parts.find(({ id }) => id === item?.partId);
  if (work === null || item === null || part === undefined) throw notFound();
  return { given: { ...given, work }, work, part: partOf(part), item };
}

/** @throws ApiError work-closed, voided */
export function refuseUntakenAnswer({ given, work, item }: Held, answeredAt: number, now: number): void {
  const { terms } = standingOf(given, now, true);
  if (!takesAnswer(terms, begunOf(work), answeredAt, now, isOver(given.assignment, given.cohort))) throw workClosed();
  if (item.voidedAt !== null) throw voidedSlot();
}

/** What is judged all together, once the work is handed in. */
const judgedLater = ({ settings }: Part): boolean => settings.type === "quiz" && settings.feedback === "end";

export const questionOf = ({ instance }: Pick<AssignedItem, "instance">): DrawnQuestion | null =>
  instance === null ? null : (JSON.parse(instance) as DrawnQuestion);

/** Marks of an answer to a question or a simulation; null where it is no answer to it. */
export function marksOf({ type }: Part["settings"], item: AssignedItem, answer: unknown) {
  if (type === "simulation") return isSeen(answer) ? { score: 100, misconceptions: [] } : null;
  const question = type === "quiz" ? questionOf(item) : null;
  return question === null || isSeen(answer) ? null : gradeQuestion(question, answer);
}

const isSeen = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "seen" in answer && typeof answer.seen === "string" && answer.seen.trim() !== "";

/** @throws ApiError not-found, work-closed, voided, not-an-answer, item-answered, key-reused */
export async function answerItem(
  userId: string,
  { item: itemId }: { readonly item: string },
  key: string,
  { answer }: BodyOf<typeof route>,
  { answeredAt: claimed, now }: { readonly answeredAt: number; readonly now: number },
): Promise<ItemAnswered> {
  return (await prisma()).$transaction(async (tx) => {
    const held = await holdItem(tx, userId, itemId);
    const { item, given, part } = held;
    const before = await tx.assignedItem.findUnique({
      where: { memberId_idempotencyKey: { memberId: given.memberId, idempotencyKey: key } },
      select: { id: true, answer: true },
    });
    if (before !== null) {
      if (before.id !== itemId || canonical(before.answer) !== canonical(answer)) throw keyReused();
      return answered(tx, held, now, true);
    }
    const same = item.answeredAt !== null && canonical(item.answer) === canonical(answer);
    if (item.score !== null || same) {
      // The same answer twice is the one that it was; a verdict that was seen is not answered anew.
      if (same) return answered(tx, held, now, true);
      throw itemAnswered();
    }
    const answeredAt = answeredMoment(claimed, item.openedAt.getTime(), now);
    refuseUntakenAnswer(held, answeredAt, now);
    const marks = marksOf(part.settings, item, answer);
    if (marks === null) throw wrongWay();
    await writeAnswer(tx, given.assignment, item, { answer, answeredAt, arrivedAt: now, key, marks: judgedLater(part) ? null : marks });
    const work = await tx.studentWork.findUniqueOrThrow({ where: { id: item.workId } });
    const written = await tx.assignedItem.findUniqueOrThrow({ where: { id: itemId } });
    return answered(tx, { ...held, work, item: written, given: { ...given, work } }, now, false);
  });
}

async function answered(tx: Transaction, { given, part, item }: Held, now: number, repeated: boolean): Promise<ItemAnswered> {
  const { json, shown } = standingOf(given, now, true);
  const left = await leftAt(tx, given, part, item.slot);
  const seen = shown && item.score !== null;
  return {
    id: item.id,
    score: seen ? item.score : null,
    misconceptions: seen ? item.misconceptions : [],
    truth: seen && showsTruth(item, left) ? (questionOf(item)?.truth ?? null) : null,
    triesLeft: left,
    standing: json,
    repeated,
  };
}

/** A question's truth is kept back while the same question can still be answered for more. */
const showsTruth = ({ score }: Pick<AssignedItem, "score">, left: number): boolean => left === 0 || score === 100;

/** Whether an answer's truth is kept back from its student. A challenge's next try is another instance; a question's is the same one. */
export const keepsBack = (
  part: Part,
  item: Pick<AssignedItem, "score">,
  left: number,
  work: Pick<StudentWork, "closedAt"> | null,
): boolean => part.settings.type === "quiz" && !judgedLater(part) && !showsTruth(item, left) && work?.closedAt === null;

/** How many tries are left at a slot: none where what it holds counts for nobody. */
export async function leftAt(store: Store, given: Given, part: Part, slot: number): Promise<number> {
  const rows = await store.assignedItem.findMany({ where: { partId: part.id, memberId: given.memberId, slot } });
  const tries = rows.map((each) => tryOf(each, null));
  const { out } = slotEarned(tries, rulesOf(given.assignment), fixedItems(part.settings)[slot] ?? null);
  return out ? 0 : triesLeft(triesOf(part.settings, given.extension?.extraTries ?? 0), tries);
}

/** Keeps what is on the board, so that it can be graded where time runs out. @throws ApiError not-found, work-closed, voided, item-answered */
export async function saveItem(
  userId: string,
  { item: itemId }: { readonly item: string },
  answer: unknown,
  now: number,
): Promise<{ savedAt: string }> {
  return (await prisma()).$transaction(async (tx) => {
    const held = await holdItem(tx, userId, itemId);
    if (held.item.score !== null) throw itemAnswered();
    refuseUntakenAnswer(held, now, now);
    await tx.assignedItem.update({
      where: { id: itemId },
      data: { saved: (answer ?? Prisma.JsonNull) as Prisma.InputJsonValue, savedAt: new Date(now) },
    });
    return { savedAt: new Date(now).toISOString() };
  });
}
