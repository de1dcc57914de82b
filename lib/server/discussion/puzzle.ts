/** The attempt that somebody brought into a group, for its members: exactly that one, and nothing else of its owner. */
import { instanceOf } from "../attempts/submit";
import { levelOf } from "../attempts/level";
import { prisma } from "../database";
import { enterGroup } from "../groups/membership";
import { notFound } from "../http/errors";
import { canReadComment } from "../policy";
import { readFacts } from "./show";
import type { ThreadPath } from "./threads";
import type { SharedPuzzle } from "@/lib/wire/discussion";

/** @throws ApiError not-found also where nothing was answered, or it was taken back or hidden */
export async function readPuzzle(userId: string, { id: groupId, thread: threadId }: ThreadPath, now: number): Promise<SharedPuzzle> {
  const store = await prisma();
  const { place } = await enterGroup(store, userId, groupId, now);
  const thread = await store.thread.findFirst({
    where: { id: threadId, groupId },
    select: {
      attempt: true,
      comments: { where: { first: true }, select: { memberId: true, hiddenAt: true, deletedAt: true } },
    },
  });
  if (thread?.attempt == null || !canReadComment(place, readFacts(thread.comments[0]))) throw notFound();
  const { kind, version, level, seed, workId, answer, score } = thread.attempt;
  const instance = await instanceOf(store, { workId });
  return { kind, version, level: levelOf(level), seed: workId === null ? seed : null, instance, answer, score };
}
