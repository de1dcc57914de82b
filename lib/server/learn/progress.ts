import { nextLevel, starsOf } from "@/lib/challenges/score";
import { LEVELS } from "@/lib/challenges/contract";
import { masteryOf, type BestScore } from "@/lib/review";
import { offeredLevels } from "../attempts/issue";
import { levelOf } from "../attempts/level";
import { kindsOfTopic, type Catalog } from "../catalog";
import { prisma, type Store } from "../database";
import { NEWEST } from "../review/cards";
import { Prisma } from "../prisma/client";
import { TRIED, type Tried } from "./record";
import type { Progress } from "@/lib/wire/learn";

const listed = (values: readonly unknown[]) => Prisma.sql`jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)`;

async function triedBy(store: Store, userId: string): Promise<Tried> {
  const [row] = await store.$queryRaw<{ tried: Tried }[]>(Prisma.sql`SELECT ${TRIED} AS "tried" FROM "User" u WHERE u."id" = ${userId}`);
  return row?.tried ?? {};
}

/** The best score that counts at each level of each of `kinds`: one look into the index for each. */
async function bestsOf(store: Store, userId: string, kinds: readonly string[]): Promise<BestScore[]> {
  const rows = await store.$queryRaw<
    { kind: string; level: number; score: number }[]
  >(Prisma.sql`SELECT k."kind", l."level"::int AS "level", b."score"
    FROM ${listed(kinds)} AS k("kind") CROSS JOIN ${listed(LEVELS)} AS l("level"), LATERAL (
      SELECT "score" FROM "Attempt" a WHERE a."userId" = ${userId} AND a."kind" = k."kind" AND a."credited" AND a."level" = l."level"::int
      ORDER BY a."score" DESC LIMIT 1) b`);
  return rows.map(({ kind, level, score }) => ({ kind, level: levelOf(level), score }));
}

/** Where the learner stands in every topic of the catalog. */
export async function progressOf(catalog: Catalog, userId: string): Promise<Progress> {
  const store = await prisma();
  const kinds = catalog.topics.flatMap((topic) => kindsOfTopic(catalog, topic.id));
  const [tried, bests, levels, lessons, played] = await Promise.all([
    triedBy(store, userId),
    bestsOf(store, userId, kinds),
    offeredLevels(store, userId, kinds),
    store.lessonDone.findMany({ where: { userId }, select: { topic: true, createdAt: true }, orderBy: { createdAt: "desc" } }),
    store.attempt.findFirst({ where: { userId }, orderBy: NEWEST, select: { topic: true, createdAt: true } }),
  ]);
  const done = new Set(lessons.map((l) => l.topic));
  const moments = [...(played ? [played] : []), ...lessons.slice(0, 1)].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return {
    last: moments[0]?.topic ?? null,
    topics: catalog.topics.map((topic) => {
      const kinds = kindsOfTopic(catalog, topic.id);
      return {
        topic: topic.id,
        lessonDone: done.has(topic.id),
        mastery: masteryOf(kinds, bests),
        kinds: kinds.map((kind) => {
          const mine = bests.filter((b) => b.kind === kind);
          const bestScore = Math.max(0, ...mine.map((b) => b.score));
          return {
            kind,
            bestScore,
            bestStars: starsOf(bestScore),
            // The highest level with at least one star; 0 before that.
            bestLevel: Math.max(0, ...mine.filter((b) => starsOf(b.score) > 0).map((b) => b.level)),
            // All of them, also those that came after the solution was shown.
            attempts: tried[kind] ?? 0,
            nextLevel: levels.get(kind) ?? nextLevel([]),
          };
        }),
      };
    }),
  };
}
