import { nextLevel, starsOf } from "@/lib/challenges/score";
import { masteryOf } from "@/lib/review";
import { levelOf } from "../attempts/level";
import { kindsOfTopic, type Catalog } from "../catalog";
import { prisma } from "../database";
import { NEWEST } from "../review/cards";
import { Prisma } from "../prisma/client";
import type { Progress } from "@/lib/wire/learn";

/** Where the learner stands in every topic of the catalog. */
export async function progressOf(catalog: Catalog, userId: string): Promise<Progress> {
  const store = await prisma();
  const [tried, latest, lessons, played] = await Promise.all([
    store.attempt.groupBy({ by: ["kind", "level", "credited"], where: { userId }, _max: { score: true }, _count: { _all: true } }),
    // The two latest of each kind that count decide the next level; one pass over the index (user, kind, time).
    store.$queryRaw<{ kind: string; level: number; score: number }[]>(Prisma.sql`
      SELECT "kind", "level", "score" FROM (
        SELECT "kind", "level", "score", "createdAt", "id", row_number() OVER (PARTITION BY "kind" ORDER BY "createdAt" DESC, "id" DESC) AS place FROM "Attempt" WHERE "userId" = ${userId} AND "credited"
      ) ranked WHERE place <= 2 ORDER BY "kind", place`),
    store.lessonDone.findMany({ where: { userId }, select: { topic: true, createdAt: true }, orderBy: { createdAt: "desc" } }),
    store.attempt.findFirst({ where: { userId }, orderBy: NEWEST, select: { topic: true, createdAt: true } }),
  ]);
  const done = new Set(lessons.map((l) => l.topic));
  const bests = tried
    .filter((row) => row.credited)
    .map((row) => ({ kind: row.kind, level: levelOf(row.level), score: row._max.score ?? 0 }));
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
            attempts: tried.filter((row) => row.kind === kind).reduce((sum, row) => sum + row._count._all, 0),
            nextLevel: nextLevel(latest.filter((l) => l.kind === kind).map((l) => ({ level: levelOf(l.level), score: l.score }))),
          };
        }),
      };
    }),
  };
}
