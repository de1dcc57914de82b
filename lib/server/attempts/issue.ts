import { randomBytes } from "node:crypto";
import { nextLevel } from "@/lib/challenges/score";
import { prisma, type Store } from "../database";
import { kindOf, type Catalog } from "../catalog";
import { badBody, notFound, unknownKind } from "../http/errors";
import { canReviewCard } from "../policy";
import { INSTANCE_HOURS, signInstance } from "./token";
import type { Level } from "@/lib/challenges/contract";
import type { instanceBody, IssuedInstance } from "@/lib/wire/api";
import type { z } from "zod";

export const levelOf = (value: number): Level => Math.min(5, Math.max(1, Math.round(value))) as Level;

/** The level to offer `userId` next in `kind`, from their latest attempts. */
export async function offeredLevel(store: Store, userId: string, kind: string): Promise<Level> {
  const recent = await store.attempt.findMany({
    where: { userId, kind },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 2,
    select: { level: true, score: true },
  });
  return nextLevel(recent.map(({ level, score }) => ({ level: levelOf(level), score })));
}

/** Issues an instance to `userId`: draws what the request left open and signs the whole. */
export async function issueInstance(
  catalog: Catalog,
  userId: string,
  body: z.infer<typeof instanceBody>,
  now: number,
): Promise<IssuedInstance> {
  const facts = kindOf(catalog, body.kind);
  if (!facts) throw unknownKind();
  const store = await prisma();
  if (body.cardId !== undefined) {
    // A review draws afresh: a chosen seed could be learned by heart.
    if (body.seed !== undefined) throw badBody("seed", "a review card's seed is drawn by the server");
    const card = await store.card.findFirst({ where: { id: body.cardId, type: "SKILL", item: body.kind }, select: { userId: true } });
    if (!card || !canReviewCard({ id: userId }, { ownerId: card.userId })) throw notFound();
  }
  const level = body.level ?? (await offeredLevel(store, userId, body.kind));
  const seed = body.seed ?? randomBytes(12).toString("base64url");
  const iat = Math.floor(now / 1000);
  const exp = iat + INSTANCE_HOURS * 3600;
  const token = signInstance({
    kind: body.kind,
    version: facts.version,
    seed,
    level,
    user: userId,
    iat,
    exp,
    ...(body.cardId === undefined ? {} : { card: body.cardId }),
  });
  return { token, kind: body.kind, version: facts.version, seed, level, expiresAt: new Date(exp * 1000).toISOString() };
}
