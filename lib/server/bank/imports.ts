/** Files of questions: looked at row by row, then taken whole or not at all. */
import { doubtsOf } from "@/lib/bank";
import { readCsv } from "@/lib/bank/csv/read";
import { readGift, type ReadRow } from "@/lib/bank/gift/read";
import { BANK } from "@/lib/wire/bankParts";
import type { Catalog } from "../catalog";
import { prisma, type Store } from "../database";
import { onceColumns, sameAsBefore } from "../groups/once";
import { badLines, noQuestions, tooManyQuestions } from "../http/bankErrors";
import { forbidden } from "../http/errors";
import { isAuthor, writeInBank } from "./author";
import { strangeIn } from "./fit";
import { markdownOf } from "./markdownOf";
import { bytesOf, makeQuestions, refuseTooMuch } from "./rows";
import type { SessionUser } from "../auth/session";
import type { BankCheck, importBankFile } from "@/lib/wire/bank";
import type { BodyOf } from "@/lib/wire/route";

type File = BodyOf<typeof importBankFile>;

/** Lines that are named where a file is refused. */
const NAMED = 20;

/**
 * The questions of a file with all that is wrong with them.
 * @throws ApiError no-questions, too-many-questions
 */
async function rowsOf(store: Store, userId: string, catalog: Catalog, { format, text, language }: File): Promise<ReadRow[]> {
  const rows = format === "csv" ? readCsv(text, BANK.rows) : readGift(text, { language, toMarkdown: markdownOf }, BANK.rows);
  if (rows === null) throw tooManyQuestions(BANK.rows);
  if (rows.length === 0) throw noQuestions();
  const contents = rows.flatMap(({ content }) => content ?? []);
  const strange = new Map((await strangeIn(store, userId, catalog, contents)).map((faults, i) => [contents[i], faults]));
  return rows.map((row) => {
    const faults = row.content === null ? [] : (strange.get(row.content) ?? []);
    return faults.length === 0
      ? row
      : { ...row, content: null, faults: faults.map(({ text: words }) => ({ line: row.line, text: words })) };
  });
}

/** @throws ApiError forbidden, no-questions, too-many-questions */
export async function checkFile(user: Pick<SessionUser, "id" | "guest" | "role">, catalog: Catalog, file: File): Promise<BankCheck> {
  const store = await prisma();
  if (!(await isAuthor(store, user))) throw forbidden();
  const rows = await rowsOf(store, user.id, catalog, file);
  const ignored = new Set(rows.flatMap((row) => row.ignored ?? []));
  return {
    ignored: [...ignored].slice(0, BANK.ignored).map((name) => name.slice(0, 60)),
    rows: rows.map(({ line, content, faults, said }) => ({
      line,
      kind: content?.kind ?? null,
      said,
      faults: [...faults],
      doubts: content === null ? [] : doubtsOf(content).map(({ text }) => text),
    })),
  };
}

/** @throws ApiError forbidden, no-questions, too-many-questions, bad-lines, bank-full, bank-heavy, key-reused */
export function importFile(userId: string, catalog: Catalog, key: string, file: File, now: number) {
  return writeInBank(userId, async (tx, owner) => {
    const once = onceColumns(owner, key, file);
    const before = await tx.bankImport.findUnique({ where: { createKey: once.createKey }, select: { requestHash: true, made: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { made: before.made, repeated: true };
    const rows = await rowsOf(tx, owner, catalog, file);
    const bad = rows.flatMap(({ faults }) => faults.map(({ line }) => line));
    if (bad.length > 0) throw badLines([...new Set(bad)].slice(0, NAMED));
    const contents = rows.flatMap(({ content }) => content ?? []);
    await refuseTooMuch(tx, owner, { questions: contents.length, bytes: contents.reduce((sum, each) => sum + bytesOf(each), 0) });
    const keyed = contents.map((content, i) => ({ content, ...onceColumns(owner, `${key}/${i}`, content) }));
    // A list shows the latest first; of a file the first stands on top.
    await makeQuestions(tx, owner, keyed, now);
    await tx.bankImport.create({ data: { ...once, userId: owner, made: contents.length, createdAt: new Date(now) } });
    return { made: contents.length, repeated: false };
  });
}
