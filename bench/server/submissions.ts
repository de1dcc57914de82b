/** A verified submission against a bare one: the same session, limit and body, then a row as it was sent. */
import { POST as submit } from "@/app/api/v1/attempts/route";
import { endpoint, type RouteHandler } from "@/lib/server/http/endpoint";
import { prisma } from "@/lib/server/database";
import { submitAttempt } from "@/lib/wire/play";
import { demand } from "../timing";
import { makePlayers, perfectAnswer, type Player, type Sending } from "./players";
import type { Prisma } from "@/lib/server/prisma/client";
import type { Database } from "@/lib/server/database/open";

const PLAYERS = 100;
/** Rounds of each; both together stay within a learner's limit of a minute. */
const ROUNDS = 7;

export interface Submissions {
  /** Submissions a second with all learners at once: the median round. */
  readonly verified: number;
  readonly bare: number;
}

const bare = endpoint(submitAttempt, async ({ user, body, key, now }) => {
  const fields = { requestHash: "", topic: "nms", kind: "bare", version: 1, seed: key, level: 1, score: 0, stars: 0, earned: 0, total: 1 };
  const day = { localDate: "2026-01-01", timeZone: "UTC", createdAt: new Date(now) };
  const answer = body.answer as Prisma.InputJsonValue;
  const data = { ...fields, ...day, answer, userId: user.id, idempotencyKey: key, parts: [], misconceptions: [], xp: 0, chosen: true };
  const { id } = await (await prisma()).attempt.create({ data, select: { id: true } });
  return { status: 201, json: { id } as never };
});

/** Milliseconds until everybody is answered. */
async function round(handler: RouteHandler, sendings: readonly (readonly [Player, Sending])[]): Promise<number> {
  const begun = performance.now();
  const answers = await Promise.all(sendings.map(([{ visitor }, sending]) => visitor.send(handler, sending)));
  const took = performance.now() - begun;
  demand(
    answers.every(({ status }) => status === 201),
    `every submission is taken: ${JSON.stringify(answers.find(({ status }) => status !== 201)?.json)}`,
  );
  return took;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

export async function measureSubmissions(open: Database): Promise<Submissions> {
  const players = await makePlayers(open, PLAYERS);
  const answers = () => Promise.all(players.map(async (player) => [player, await perfectAnswer(player, 2)] as const));
  const times = { verified: [] as number[], bare: [] as number[] };
  for (let i = 0; i < ROUNDS + 2; i++) {
    const [first, second] = [await answers(), await answers()];
    const verified = await round(submit, first);
    const plain = await round(bare, second);
    // The first two warm up.
    if (i >= 2) times.verified.push(verified);
    if (i >= 2) times.bare.push(plain);
  }
  // Bare rows are none of the product's, so no invariant speaks of them.
  await open.client.attempt.deleteMany({ where: { kind: "bare" } });
  return { verified: (1000 * PLAYERS) / median(times.verified), bare: (1000 * PLAYERS) / median(times.bare) };
}
