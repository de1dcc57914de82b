/** A question's row and its versions. */
import { slipsOf, type Content } from "@/lib/bank";
import { BANK } from "@/lib/wire/bankParts";
import type { Transaction } from "../database";
import { bankFull, bankHeavy } from "../http/bankErrors";
import type { Prisma } from "../prisma/client";
import { picturesOf } from "./fit";

export const bytesOf = (content: Content): number => Buffer.byteLength(JSON.stringify(content));
export const asJson = (content: Content): Prisma.InputJsonValue => content as unknown as Prisma.InputJsonValue;
/** Back from the column that `asJson` filled: it went in through the schema. */
export const asContent = (json: unknown): Content => json as Content;

/** What lists and searches look at, as a version has it. */
export const columnsOf = (content: Content) => ({
  kind: content.kind,
  title: content.title,
  topic: content.topic,
  slips: slipsOf(content),
  found: [content.title, content.category, ...content.tags, content.prompt.ko, content.prompt.en].join("\n").toLowerCase(),
});

/**
 * Refuses more than a bank holds. The caller holds the owner's row.
 * @throws ApiError bank-full, bank-heavy
 */
export async function refuseTooMuch(
  tx: Transaction,
  userId: string,
  more: { readonly questions: number; readonly bytes: number },
): Promise<void> {
  const { _count, _sum } = await tx.bankQuestion.aggregate({ where: { userId }, _count: true, _sum: { size: true } });
  if (_count + more.questions > BANK.questions) throw bankFull(BANK.questions);
  if ((_sum.size ?? 0) + more.bytes > BANK.bytes) throw bankHeavy(BANK.bytes / 1024 / 1024);
}

/** Makes questions with their first versions, in their order. */
export async function makeQuestions(
  tx: Transaction,
  userId: string,
  contents: readonly { readonly content: Content; readonly createKey: string; readonly requestHash: string }[],
  now: number,
): Promise<string[]> {
  // Of many that are made at once the first is the earliest, and stands on top of a list.
  const created = (i: number) => new Date(now - contents.length + i + 1);
  const made = await tx.bankQuestion.createManyAndReturn({
    data: contents.map(({ content, createKey, requestHash }, i) => ({
      ...columnsOf(content),
      ...{ userId, createKey, requestHash },
      pictures: picturesOf(content),
      size: bytesOf(content),
      createdAt: created(i),
      updatedAt: new Date(now - i),
    })),
    select: { id: true, createKey: true },
  });
  const idOf = new Map(made.map(({ id, createKey }) => [createKey, id]));
  const ids = contents.map(({ createKey }) => idOf.get(createKey) ?? "");
  await tx.bankVersion.createMany({
    data: contents.map(({ content }, i) => ({ questionId: ids[i], version: 1, content: asJson(content), createdAt: created(i) })),
  });
  return ids;
}
