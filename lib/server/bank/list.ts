import { missingLanguages, type Content } from "@/lib/bank";
import { BANK } from "@/lib/wire/bankParts";
import { prisma } from "../database";
import { isAuthor } from "./author";
import { asContent } from "./rows";
import type { SessionUser } from "../auth/session";
import type { Prisma } from "../prisma/client";
import type { BankList, listBank } from "@/lib/wire/bank";
import type { QueryOf } from "@/lib/wire/route";

/** Letters of a prompt that a list shows. */
const EXCERPT = 240;
/** Signs that a search pattern would take for others. */
const plain = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** A page of one's questions that fit, the latest saved first, in four queries. */
export async function listQuestions(
  user: Pick<SessionUser, "id" | "guest" | "role">,
  { search = "", topic, slip, kind, archived, after }: QueryOf<typeof listBank>,
): Promise<BankList> {
  const store = await prisma();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const where: Prisma.BankQuestionWhereInput = {
    userId: user.id,
    archivedAt: archived === "yes" ? { not: null } : null,
    ...(topic === undefined ? {} : { topic }),
    ...(slip === undefined ? {} : { slips: { has: slip } }),
    ...(kind === undefined ? {} : { kind }),
    AND: words.map((word) => ({ found: { contains: plain(word) } })),
  };
  const rows = await store.bankQuestion.findMany({
    where,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: BANK.page + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    select: { id: true, kind: true, title: true, topic: true, slips: true, version: true, archivedAt: true, usedAt: true, updatedAt: true },
  });
  const page = rows.slice(0, BANK.page);
  const versions = await store.bankVersion.findMany({
    where: { OR: page.map(({ id, version }) => ({ questionId: id, version })) },
    select: { questionId: true, content: true },
  });
  const contents = new Map(versions.map(({ questionId, content }) => [questionId, asContent(content)]));
  return {
    mayWrite: await isAuthor(store, user),
    count: await store.bankQuestion.count({ where }),
    after: rows.length > BANK.page ? page[page.length - 1].id : null,
    questions: page.flatMap(({ id, kind: own, title, version, slips, topic: about, archivedAt, usedAt, updatedAt }) => {
      const content = contents.get(id);
      if (content === undefined) return [];
      const { ko, en } = content.prompt;
      return [
        {
          ...{ id, title, version, slips, topic: about },
          kind: own as Content["kind"],
          prompt: { ko: ko.slice(0, EXCERPT), en: en.slice(0, EXCERPT) },
          missing: missingLanguages(content),
          archived: archivedAt !== null,
          used: usedAt !== null,
          updatedAt: updatedAt.toISOString(),
        },
      ];
    }),
  };
}
