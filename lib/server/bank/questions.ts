/** Writing, reading and putting away one's questions. */
import type { Content } from "@/lib/bank";
import type { Catalog } from "../catalog";
import { prisma, type Store } from "../database";
import { onceColumns, sameAsBefore } from "../groups/once";
import { bankQuestionChanged } from "../http/bankErrors";
import { notFound } from "../http/errors";
import { canDeleteQuestion, canReadQuestion } from "../policy";
import { isAuthor, writeInBank } from "./author";
import { fitted, picturesOf } from "./fit";
import { asContent, asJson, bytesOf, columnsOf, makeQuestions, refuseTooMuch } from "./rows";
import type { SessionUser } from "../auth/session";
import type { BankQuestionRead, QuestionSave } from "@/lib/wire/bank";

/** One's own question; to others it does not exist. @throws ApiError not-found */
async function ownQuestion(store: Store, userId: string, id: string) {
  const question = await store.bankQuestion.findUnique({
    where: { id },
    select: { id: true, userId: true, version: true, pictures: true, usedAt: true, archivedAt: true },
  });
  if (question === null || !canReadQuestion({ id: userId }, question)) throw notFound();
  return question;
}

async function versionOf(store: Store, questionId: string, version: number) {
  const row = await store.bankVersion.findUnique({ where: { questionId_version: { questionId, version } } });
  if (row === null) throw notFound();
  return { version, content: asContent(row.content), createdAt: row.createdAt.toISOString() };
}

/** @throws ApiError forbidden, bad-question, bank-full, bank-heavy, key-reused */
export function addQuestion(userId: string, catalog: Catalog, key: string, sent: Content, now: number) {
  return writeInBank(userId, async (tx, owner) => {
    const content = await fitted(tx, owner, catalog, sent);
    const once = onceColumns(owner, key, content);
    const before = await tx.bankQuestion.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, version: 1, repeated: true };
    await refuseTooMuch(tx, owner, { questions: 1, bytes: bytesOf(content) });
    const [id] = await makeQuestions(tx, owner, [{ content, ...once }], now);
    return { id, version: 1, repeated: false };
  });
}

/** @throws ApiError not-found */
export async function readQuestion(user: Pick<SessionUser, "id" | "guest" | "role">, id: string): Promise<BankQuestionRead> {
  const store = await prisma();
  const { version, usedAt, archivedAt } = await ownQuestion(store, user.id, id);
  const versions = await store.bankVersion.findMany({
    where: { questionId: id },
    select: { version: true, createdAt: true },
    orderBy: { version: "desc" },
    take: MOST_SHOWN,
  });
  return {
    id,
    version,
    content: (await versionOf(store, id, version)).content,
    archived: archivedAt !== null,
    used: usedAt !== null,
    mayWrite: await isAuthor(store, user),
    versions: versions.map((each) => ({ version: each.version, createdAt: each.createdAt.toISOString() })),
  };
}
/** Versions that a list of them names. */
const MOST_SHOWN = 200;

/** @throws ApiError not-found */
export async function readVersion(userId: string, { id, version }: { readonly id: string; readonly version: string }) {
  const store = await prisma();
  await ownQuestion(store, userId, id);
  return versionOf(store, id, Number(version));
}

/** @throws ApiError not-found, forbidden, bad-question, bank-question-changed, bank-heavy */
export async function saveQuestion(userId: string, catalog: Catalog, id: string, { base, content: sent }: QuestionSave, now: number) {
  // To who is not its owner a question does not exist, whatever they may write.
  await ownQuestion(await prisma(), userId, id);
  return writeInBank(userId, async (tx, owner) => {
    const question = await ownQuestion(tx, owner, id);
    const content = await fitted(tx, owner, catalog, sent);
    const latest = await versionOf(tx, id, question.version);
    // Sent twice, or nothing was changed.
    if (sameContent(latest.content, content) && (base === question.version || base === question.version - 1))
      return { id, version: question.version };
    if (base !== question.version) throw bankQuestionChanged();
    await refuseTooMuch(tx, owner, { questions: 0, bytes: bytesOf(content) });
    const version = question.version + 1;
    await tx.bankVersion.create({ data: { questionId: id, version, content: asJson(content), createdAt: new Date(now) } });
    await tx.bankQuestion.update({
      where: { id },
      data: {
        ...columnsOf(content),
        version,
        pictures: [...new Set([...question.pictures, ...picturesOf(content)])],
        size: { increment: bytesOf(content) },
        updatedAt: new Date(now),
      },
    });
    return { id, version };
  });
}

/** JSON in the database has an order of keys of its own. */
function sameContent(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every((key) => sameContent((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}

/** @throws ApiError not-found, forbidden */
export async function archiveQuestion(userId: string, id: string, archived: boolean, now: number) {
  await ownQuestion(await prisma(), userId, id);
  return writeInBank(userId, async (tx, owner) => {
    const { archivedAt } = await ownQuestion(tx, owner, id);
    if (archived !== (archivedAt !== null))
      await tx.bankQuestion.update({ where: { id }, data: { archivedAt: archived ? new Date(now) : null } });
    return { id, archived };
  });
}

/** @throws ApiError not-found, forbidden */
export async function dropQuestion(userId: string, id: string, now: number) {
  await ownQuestion(await prisma(), userId, id);
  return writeInBank(userId, async (tx, owner) => {
    const question = await ownQuestion(tx, owner, id);
    const goes = canDeleteQuestion({ id: owner }, { userId: question.userId, used: question.usedAt !== null });
    if (goes) await tx.bankQuestion.delete({ where: { id } });
    else await tx.bankQuestion.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: new Date(now) } });
    return { id, archived: !goes };
  });
}
