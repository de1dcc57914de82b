/** What a token stands for: practice, drawn again from its seed, or graded work, kept in the database. */
import { actsFor } from "../auth/heir";
import { kindOf, type Catalog } from "../catalog";
import { foreignToken, notFound, unknownKind } from "../http/errors";
import { levelOf } from "./level";
import { readClaims, readInstance, type InstanceClaims, type WorkClaims } from "./token";
import { hintsOf, type Hints } from "@/lib/challenges/score";
import type { InstanceRef } from "@/lib/challenges/judging";
import type { Store, Transaction } from "../database";

export interface Issued {
  readonly topic: string;
  readonly ref: InstanceRef;
  readonly seed: string;
  /** The skill card it was drawn for. */
  readonly cardId: string | null;
  /** The row of graded work; null for practice. */
  readonly workId: string | null;
  /** The cause under which its XP is booked, once: the same for everything that is the same instance. */
  readonly reason: string;
  /** The learner chose the seed: feedback and a mark, no XP and no mastery, since it may have been looked at before. */
  readonly chosen: boolean;
  /** When it was issued: nobody answered it before. */
  readonly shown: number;
}

const practiceReason = (kind: string, version: number, seed: string, level: number): string =>
  `attempt:${kind}:${version}:${seed}:${level}`;
const workReason = (workId: string): string => `work:${workId}`;

/**
 * What `token` issued to `userId`, or to the guest whose work moved into that account.
 * @throws ApiError forged-token, expired-token, foreign-token, unknown-kind
 */
export function openIssued(store: Store, catalog: Catalog, token: string, userId: string, now: number, answeredAt = now): Promise<Issued> {
  return issuedBy(store, catalog, readInstance(token, now, answeredAt), userId);
}

/** The same for a token that may have expired: what was issued can still be spoken of. */
export function recallIssued(store: Store, catalog: Catalog, token: string, userId: string): Promise<Issued> {
  return issuedBy(store, catalog, readClaims(token), userId);
}

async function issuedBy(store: Store, catalog: Catalog, claims: InstanceClaims | WorkClaims, userId: string): Promise<Issued> {
  const shown = claims.iat * 1000;
  if ("work" in claims) {
    const work = await store.issuedWork.findUnique({ where: { id: claims.work } });
    // Signed by us, so it was there: forgotten since, like all work that nobody answered in time.
    if (!work) throw notFound();
    await refuseStrangers(store, work.userId, userId);
    return {
      topic: topicOf(catalog, work.kind),
      ref: { kind: work.kind, version: work.version, level: levelOf(work.level), from: { stored: work.instance } },
      seed: work.seed,
      cardId: work.cardId,
      workId: work.id,
      reason: workReason(work.id),
      chosen: false,
      shown,
    };
  }
  await refuseStrangers(store, claims.user, userId);
  const { kind, version, level, seed } = claims;
  return {
    topic: topicOf(catalog, kind),
    ref: { kind, version, level, from: { seed } },
    seed,
    cardId: claims.card ?? null,
    workId: null,
    reason: practiceReason(kind, version, seed, level),
    chosen: claims.chosen === true,
    shown,
  };
}

function topicOf(catalog: Catalog, kind: string): string {
  const facts = kindOf(catalog, kind);
  if (!facts) throw unknownKind();
  return facts.topic;
}

async function refuseStrangers(store: Store, issuedTo: string, userId: string): Promise<void> {
  if (!(await actsFor(store, userId, issuedTo))) throw foreignToken();
}

/** How many hints `userId` has opened for an instance. Reads under the learner's lock, which a hint takes too. */
export async function hintsFor(tx: Transaction, userId: string, instance: string): Promise<Hints> {
  const hint = await tx.hint.findUnique({ where: { userId_instance: { userId, instance } }, select: { rung: true } });
  return hintsOf(hint?.rung ?? 0);
}

/** From now on nothing that answers this work brings credit. */
export async function closeWork(tx: Transaction, workId: string, now: number): Promise<void> {
  await tx.issuedWork.updateMany({ where: { id: workId, closedAt: null }, data: { closedAt: new Date(now) } });
}
