/** One's bank as a file. */
import type { Content } from "@/lib/bank";
import { writeCsv } from "@/lib/bank/csv/write";
import { writeGift } from "@/lib/bank/gift/write";
import { writeMoodleXml } from "@/lib/bank/xml";
import { localDate } from "@/lib/review";
import { prisma } from "../database";
import { countedAt, type CalendarRow } from "../learn/calendar";
import { picturesOf } from "./fit";
import { asContent } from "./rows";

type Language = "ko" | "en";
type Author = CalendarRow & { readonly id: string };

/** The latest versions of what is not archived, by category, the earliest first. */
async function contentsOf(userId: string): Promise<Content[]> {
  const store = await prisma();
  const questions = await store.bankQuestion.findMany({
    where: { userId, archivedAt: null },
    select: { id: true, version: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (questions.length === 0) return [];
  const versions = await store.bankVersion.findMany({
    where: { questionId: { in: questions.map(({ id }) => id) } },
    select: { questionId: true, version: true, content: true },
  });
  const byVersion = new Map(versions.map(({ questionId, version, content }) => [`${questionId}/${version}`, asContent(content)]));
  const contents = questions.flatMap(({ id, version }) => byVersion.get(`${id}/${version}`) ?? []);
  // Without a category first: nothing in a file ends one.
  return contents.sort((one, other) => (one.category < other.category ? -1 : one.category > other.category ? 1 : 0));
}

async function* whole(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** By the author's own day. */
const named = (name: string, author: Author, now: number): string => `boxup-questions-${localDate(now, countedAt(author, now))}.${name}`;

export const giftOf = async (author: Author, language: Language, now: number) => ({
  name: named("gift.txt", author, now),
  pieces: whole(writeGift(await contentsOf(author.id), language)),
});

export const csvOf = async (author: Author, now: number) => ({
  name: named("csv", author, now),
  pieces: whole(writeCsv(await contentsOf(author.id))),
});

/** With the pictures inside. */
export async function xmlOf(author: Author, language: Language, now: number) {
  const contents = await contentsOf(author.id);
  const pictures = await (
    await prisma()
  ).bankPicture.findMany({ where: { userId: author.id, id: { in: contents.flatMap(picturesOf) } }, select: { id: true, bytes: true } });
  const encoded = new Map(pictures.map(({ id, bytes }) => [id, Buffer.from(bytes).toString("base64")]));
  return { name: named("xml", author, now), pieces: whole(writeMoodleXml(contents, language, encoded)) };
}
