/** Graded work for a review card: its seed stays on the server. Apart from practice, so that a review carries none of that. */
import { call } from "@/lib/client/api";
import { issueInstance } from "@/lib/wire/play";
import type { Issue } from "./issued";
import { playableOf } from "./playableOf";

export const issueWork: Issue = async (kind, cardId, wish) => {
  const [game, ticket] = await Promise.all([playableOf(kind), call(issueInstance, { body: { kind, ...wish, cardId, graded: true } })]);
  return { game, ticket };
};
