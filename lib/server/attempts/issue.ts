import { randomBytes } from "node:crypto";
import { nextLevel } from "@/lib/challenges/score";
import { prisma, type Store } from "../database";
import { kindOf, type Services } from "../catalog";
import { badBody, brokenKind, notFound, unknownKind } from "../http/errors";
import { canReviewCard } from "../policy";
import { NEWEST } from "../review/cards";
import { lockUser } from "../auth/users";
import { Prisma, type IssuedWork, type PrismaClient } from "../prisma/client";
import { fileCrash } from "../reports/crash";
import { levelOf } from "./level";
import { drawSeed, isDrawn } from "./seed";
import { INSTANCE_SECONDS, signInstance } from "./token";
import type { Level } from "@/lib/challenges/contract";
import type { Drawn } from "@/lib/challenges/judging";
import type { GradedInstance, InstanceRequest, IssuedInstance, PracticeInstance } from "@/lib/wire/play";

type GradedRequest = InstanceRequest & { readonly graded: true };
type PracticeRequest = InstanceRequest & { readonly graded?: undefined };

/** The level to offer `userId` next in each of `kinds`, from their two latest attempts that count. */
export async function offeredLevels(store: Store, userId: string, kinds: readonly string[]): Promise<ReadonlyMap<string, Level>> {
  if (kinds.length === 0) return new Map();
  const latest = await store.$queryRaw<{ kind: string; level: number; score: number }[]>(
    Prisma.sql`SELECT k."kind", a."level", a."score" FROM jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb) AS k("kind"), LATERAL (
        SELECT "level", "score", "createdAt", "id" FROM "Attempt" WHERE "userId" = ${userId} AND "kind" = k."kind" AND "credited"
          ORDER BY "createdAt" DESC, "id" DESC LIMIT 2) a
      ORDER BY a."createdAt" DESC, a."id" DESC`,
  );
  const of = (kind: string) => latest.filter((row) => row.kind === kind).map(({ level, score }) => ({ level: levelOf(level), score }));
  return new Map(kinds.map((kind) => [kind, nextLevel(of(kind))]));
}

/** The level to offer `userId` next in `kind`. */
export async function offeredLevel(store: Store, userId: string, kind: string): Promise<Level> {
  return (await offeredLevels(store, userId, [kind])).get(kind) ?? nextLevel([]);
}

const freshSeed = (): string => randomBytes(12).toString("base64url");

/**
 * Issues an instance to `userId`: draws what the request left open and signs the whole. Practice names its seed, and the
 * browser draws; graded work is drawn here and kept, and travels as a view.
 */
export function issueInstance(services: Services, userId: string, request: GradedRequest, now: number): Promise<GradedInstance>;
export function issueInstance(services: Services, userId: string, request: PracticeRequest, now: number): Promise<PracticeInstance>;
export function issueInstance(services: Services, userId: string, request: InstanceRequest, now: number): Promise<IssuedInstance>;
export async function issueInstance(services: Services, userId: string, request: InstanceRequest, now: number): Promise<IssuedInstance> {
  const facts = kindOf(services.catalog, request.kind);
  if (!facts) throw unknownKind();
  const store = await prisma();
  if (request.seed !== undefined) {
    // A chosen seed could be learned by heart.
    if (request.cardId !== undefined)
      throw badBody("seed", "복습 카드의 시드는 서버가 뽑아요.", "a review card's seed is drawn by the server.");
    if (request.graded) throw badBody("seed", "채점되는 문제의 시드는 서버가 뽑아요.", "a graded instance's seed is drawn by the server.");
  }
  if (request.cardId !== undefined) {
    if (!request.graded) throw badBody("graded", "복습 카드는 채점되는 문제로 답해요.", "a review card is answered by graded work.");
    const card = await store.card.findFirst({ where: { id: request.cardId, type: "SKILL", item: request.kind }, select: { userId: true } });
    if (!card || !canReviewCard({ id: userId }, { ownerId: card.userId })) throw notFound();
  }
  // A card asks at the level that the learner has reached: a lower one would be easy to remember.
  const level =
    request.cardId === undefined && request.level !== undefined ? request.level : await offeredLevel(store, userId, request.kind);
  const iat = Math.floor(now / 1000);
  const exp = iat + INSTANCE_SECONDS;
  const issued = { kind: request.kind, version: facts.version, level, expiresAt: new Date(exp * 1000).toISOString() };
  if (request.graded) {
    const cardId = request.cardId ?? null;
    const open = cardId === null ? null : await openWork(store, { userId, kind: request.kind, version: facts.version, cardId }, now);
    const { work, exp: ends, ...drawn } = open ?? (await drawWork(services, store, { ...issued, exp, userId, cardId, now }));
    return { ...issued, ...drawn.issued, token: signInstance({ work, iat, exp: ends }), seed: null };
  }
  const drawn = { userId, kind: request.kind, level };
  const seed = request.seed ?? drawSeed(drawn);
  const token = signInstance({
    kind: request.kind,
    version: facts.version,
    seed,
    level,
    user: userId,
    iat,
    exp,
    ...(isDrawn(seed, drawn) ? {} : { chosen: true as const }),
  });
  return { ...issued, token, seed };
}

interface OpenWork {
  readonly work: string;
  readonly exp: number;
  readonly issued: { readonly level: Level; readonly view: unknown; readonly expiresAt: string };
}

/**
 * What was drawn for a card since its last review: the same however often it is asked for, so that nobody draws until one is easy.
 * Null where there is none, where it has ended, or where it crashed in the learner's hands.
 */
async function openWork(
  store: Store,
  drawn: Pick<IssuedWork, "userId" | "kind" | "version"> & { readonly cardId: string },
  now: number,
): Promise<OpenWork | null> {
  const [last, row] = await Promise.all([
    store.reviewLog.findFirst({ where: { cardId: drawn.cardId, undoneAt: null }, orderBy: NEWEST, select: { createdAt: true } }),
    store.issuedWork.findFirst({ where: { ...drawn, expiresAt: { gt: new Date(now) } }, orderBy: NEWEST }),
  ]);
  if (row === null || (last !== null && row.createdAt <= last.createdAt)) return null;
  if (await isReplaceable(store, drawn, row.id, last?.createdAt ?? null)) return null;
  const { view } = JSON.parse(row.instance) as { view: unknown };
  const exp = Math.floor(row.expiresAt.getTime() / 1000);
  return { work: row.id, exp, issued: { level: levelOf(row.level), view, expiresAt: row.expiresAt.toISOString() } };
}

/** Whether the work crashed in the learner's hands, by the page's own report, and is the first since the last review: that a second one does too is hardly chance. */
async function isReplaceable(store: Store, { cardId }: { readonly cardId: string }, workId: string, since: Date | null): Promise<boolean> {
  const drawn = await store.issuedWork.count({ where: { cardId, ...(since === null ? {} : { createdAt: { gt: since } }) } });
  return drawn === 1 && (await store.report.count({ where: { workId, byHand: false } })) > 0;
}

/** Seeds to try before a kind counts as broken: one that crashes is reported, and the learner is given the next. */
const DRAWS = 3;

interface WorkRequest {
  readonly userId: string;
  readonly kind: string;
  readonly version: number;
  readonly level: Level;
  readonly cardId: string | null;
  readonly exp: number;
  readonly expiresAt: string;
  readonly now: number;
}

async function drawWork(services: Services, store: PrismaClient, request: WorkRequest): Promise<OpenWork> {
  const { userId, kind, version, level, cardId, exp, expiresAt, now } = request;
  const { seed, drawn } = await drawWhole(services, store, request);
  const data = { userId, kind, version, level, seed, instance: drawn.stored, cardId, createdAt: new Date(now), expiresAt };
  return store.$transaction(async (tx) => {
    // Of two tabs that ask at once, the second gets what the first has drawn.
    if (cardId !== null) await lockUser(tx, userId);
    const open = cardId === null ? null : await openWork(tx, { userId, kind, version, cardId }, now);
    if (open !== null) return open;
    const { id: work } = await tx.issuedWork.create({ data, select: { id: true } });
    return { work, exp, issued: { level, view: drawn.view, expiresAt } };
  });
}

/** An instance that could be drawn, and its seed. @throws ApiError broken-kind */
async function drawWhole(
  { grader }: Services,
  store: PrismaClient,
  { userId, kind, version, level, now }: Pick<WorkRequest, "userId" | "kind" | "version" | "level" | "now">,
): Promise<{ readonly seed: string; readonly drawn: Extract<Drawn, { status: "drawn" }> }> {
  for (let draw = 0; draw < DRAWS; draw++) {
    const seed = freshSeed();
    const drawn = await grader.draw({ kind, seed, level });
    if (drawn.status === "drawn") return { seed, drawn };
    await fileCrash(store, { userId, kind, version, level, seed, workId: null, answer: undefined, crash: drawn, now });
  }
  throw brokenKind(60);
}

/** Graded work that is drawn, and not yet anybody's: the columns of its row but for whose it is and when it ends. */
export interface StoredWork {
  readonly topic: string;
  /** Of its drawn numbers, as its kind names it; null where it names none. */
  readonly band: string | null;
  readonly row: Pick<IssuedWork, "kind" | "version" | "level" | "seed" | "instance" | "createdAt">;
}

/** Draws graded work for whoever keeps it. @throws ApiError unknown-kind, broken-kind */
export async function drawStored(
  services: Services,
  userId: string,
  { kind, level }: { readonly kind: string; readonly level: Level },
  now: number,
): Promise<StoredWork> {
  const facts = kindOf(services.catalog, kind);
  if (!facts) throw unknownKind();
  const { version, topic } = facts;
  const { seed, drawn } = await drawWhole(services, await prisma(), { userId, kind, version, level, now });
  return { topic, band: drawn.band, row: { kind, version, level, seed, instance: drawn.stored, createdAt: new Date(now) } };
}

/** How long work that nobody answered is kept after it has ended: reports may still speak of it. */
const KEPT_MS = 30 * 86_400_000;

/** Removes graded work that ended long ago without an attempt, but what an assignment holds; called now and then by the server. */
export async function forgetUnusedWork(now: number): Promise<number> {
  const { count } = await (
    await prisma()
  ).issuedWork.deleteMany({ where: { expiresAt: { lt: new Date(now - KEPT_MS) }, attempts: { none: {} }, assigned: null } });
  return count;
}
