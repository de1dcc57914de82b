/**
 * Finding notes. What a note is found by is not written with each edit: eight people who write at once change a note several times a second,
 * and an index of pairs is dear to change. The server writes it once a note has been quiet for half a minute, and a search first writes what
 * is left, of however many notes: so it agrees with the notes' rows, whoever wrote them, and has little to write.
 */
import { createHash } from "node:crypto";
import { foldNote, foundLines, gramsOf, wordsOf } from "@/lib/notes/search";
import { prisma, type Store } from "../database";
import { notFound } from "../http/errors";
import { canManageGroup, canReadNote, type GroupPlace } from "../policy";
import { Prisma } from "../prisma/client";
import type { FoundNotes } from "@/lib/wire/noteSearch";

/** Notes of one answer. */
const PAGE = 20;

/**
 * A group as one of the numbers that its notes are found by, beside their pairs of signs: so the database intersects the group's notes with
 * those that hold the pairs, and a search costs no more than the shorter list, however many other groups write of the same things.
 */
const groupMark = (groupId: string): number => createHash("sha256").update(groupId).digest().readInt32BE(0);

export interface Indexed {
  readonly id: string;
  readonly groupId: string;
  readonly seq: number;
  readonly title: string;
  readonly text: string;
}

/** The row that a note is found by. */
export function indexRow({ id, groupId, seq, title, text }: Indexed): Prisma.NoteIndexUncheckedCreateInput & { readonly grams: number[] } {
  const folded = foldNote(title, text);
  return { noteId: id, seq, title, folded, grams: [groupMark(groupId), ...gramsOf(folded)] };
}

/** Notes of which texts are in memory at a time. */
const PIECE = 20;
/** Notes that one round of the server's own brings up to date, and how long a note has been quiet then, in milliseconds. */
const MOST_OF_ROUND = 500;
export const QUIET_MS = 30_000;

/** Some of the notes that are found by what they were, the longest unwritten first. */
const behind = (store: Store, which: Prisma.Sql): Promise<Indexed[]> =>
  store.$queryRaw<Indexed[]>(
    Prisma.sql`SELECT n."id", n."groupId", n."seq", n."title", n."text" FROM "Note" n LEFT JOIN "NoteIndex" i ON i."noteId" = n."id"
      WHERE ${which} AND (i."noteId" IS NULL OR i."seq" <> n."seq" OR i."title" <> n."title") ORDER BY n."updatedAt" LIMIT ${PIECE}`,
  );

/** Those who search in the same groups at once do it one after the other: the second finds little left. */
const catching = new Map<string, Promise<void>>();

/** Brings up to date what all notes of some groups are found by. */
function catchUp(store: Store, groups: readonly string[]): Promise<void> {
  const name = groups.join(" ");
  const begun = catching.get(name);
  const work = (begun?.catch(() => undefined) ?? Promise.resolve()).then(() => catchAll(store, groups));
  const leave = (): void => void (catching.get(name) === work && catching.delete(name));
  catching.set(name, work);
  work.then(leave, leave);
  return work;
}

async function catchAll(store: Store, groups: readonly string[]): Promise<void> {
  for (let left = PIECE; left === PIECE;) {
    const notes = await behind(store, Prisma.sql`n."groupId" IN (${Prisma.join(groups)})`);
    for (const note of notes) await indexNote(store, note);
    left = notes.length;
  }
}

/** Brings up to date what notes are found by that have become quiet, so that searches need not. Answers how many. */
export async function indexQuiet(now: number): Promise<number> {
  const store = await prisma();
  const quiet = new Date(now - QUIET_MS);
  let done = 0;
  for (let left = PIECE; left === PIECE && done < MOST_OF_ROUND; done += left) {
    const notes = await behind(store, Prisma.sql`n."updatedAt" < ${quiet}`);
    for (const note of notes) await indexNote(store, note);
    left = notes.length;
  }
  return done;
}

/** Writes what a note is found by. Gone meanwhile, it is found no more. */
async function indexNote(store: Store, note: Indexed): Promise<void> {
  const { noteId, seq, title, folded, grams } = indexRow(note);
  await store.$executeRaw(
    Prisma.sql`INSERT INTO "NoteIndex" AS i ("noteId", "seq", "title", "folded", "grams")
      SELECT "id", ${seq}, ${title}, ${folded}, ${grams} FROM "Note" WHERE "id" = ${noteId}
      ON CONFLICT ("noteId") DO UPDATE SET "seq" = EXCLUDED."seq", "title" = EXCLUDED."title", "folded" = EXCLUDED."folded",
        "grams" = EXCLUDED."grams" WHERE i."seq" <= EXCLUDED."seq"`,
  );
}

interface FoundRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly updatedAt: Date;
  readonly date: string | null;
  readonly group: string;
  readonly name: string;
}

export interface Question {
  readonly q: string;
  readonly group?: string;
  readonly after?: string;
}

/**
 * The statement of a search through some groups' notes: the index names candidates, in whose text each word is looked for.
 * @param managed those of the groups in which the asker also reads what is hidden
 */
export const searchSql = (groups: readonly string[], managed: readonly string[], words: readonly string[], after?: string): Prisma.Sql =>
  Prisma.sql`WITH hit AS MATERIALIZED (
      SELECT i."noteId" FROM "NoteIndex" i
      WHERE i."grams" @> ${gramsOf(words.join("\n"))}::int[] AND i."grams" && ${groups.map(groupMark)}::int[] AND ${Prisma.join(
        words.map((word) => Prisma.sql`strpos(i."folded", ${word}) > 0`),
        " AND ",
      )}
    )
    SELECT n."id", n."title", n."text", n."updatedAt", s."localDate" AS "date", g."id" AS "group", g."name"
    FROM hit JOIN "Note" n ON n."id" = hit."noteId" JOIN "Group" g ON g."id" = n."groupId" LEFT JOIN "PeerSession" s ON s."id" = n."sessionId"
    WHERE n."groupId" IN (${Prisma.join(groups)}) AND (n."hiddenAt" IS NULL OR n."groupId" = ANY(${[...managed]}::text[]))
      ${after === undefined ? Prisma.empty : Prisma.sql`AND (n."updatedAt", n."id") < (SELECT "updatedAt", "id" FROM "Note" WHERE "id" = ${after})`}
    ORDER BY n."updatedAt" DESC, n."id" DESC LIMIT ${PAGE + 1}`;

/** @throws ApiError not-found where `group` or `after` is none of the asker's */
export async function searchNotes(userId: string, { q, group, after }: Question): Promise<FoundNotes> {
  const store = await prisma();
  const { mine, managed } = await readableGroups(store, userId);
  if (group !== undefined && !mine.includes(group)) throw notFound();
  if (after !== undefined && (await store.note.count({ where: { id: after, groupId: { in: mine } } })) === 0) throw notFound();
  const words = wordsOf(q);
  if (words === null || mine.length === 0) return { asked: words !== null, notes: [], after: null };
  const groups = group === undefined ? mine : [group];
  await catchUp(store, groups);
  const rows = await store.$queryRaw<FoundRow[]>(searchSql(groups, managed, words, after));
  const shown = rows.slice(0, PAGE);
  return {
    asked: true,
    notes: shown.map(({ id, title, text, updatedAt, date, group: groupId, name }) => ({
      id,
      title,
      group: { id: groupId, name },
      date,
      updatedAt: updatedAt.toISOString(),
      lines: foundLines(title, text, words),
    })),
    after: rows.length > PAGE ? shown[PAGE - 1].id : null,
  };
}

/** The groups whose notes somebody may read, and those of them where that holds for hidden ones too. */
async function readableGroups(store: Store, userId: string): Promise<{ readonly mine: string[]; readonly managed: string[] }> {
  const rows = await store.groupMember.findMany({ where: { userId }, select: { id: true, groupId: true, role: true, leftAt: true } });
  const places = rows.map(({ id, role, leftAt, groupId }) => ({ groupId, place: { memberId: id, role, current: leftAt === null } }));
  const idsOf = (may: (place: GroupPlace) => boolean) => places.filter(({ place }) => may(place)).map(({ groupId }) => groupId);
  return { mine: idsOf(canReadNote), managed: idsOf(canManageGroup) };
}
