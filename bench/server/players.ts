/** Learners with a session, and what they send. */
import { kinds } from "@/content/_generated/kinds";
import type { Level } from "@/lib/challenges/contract";
import { issueInstance } from "@/lib/server/attempts/issue";
import { services } from "@/app/api/services";
import { freshKey, practiceOf, signedIn, type Visitor } from "@/tests/server/setup/client";
import type { Database } from "@/lib/server/database/open";

export const KIND = "nms-survivors";

export interface Player {
  readonly id: string;
  readonly visitor: Visitor;
}

/** What one submission sends. */
export interface Sending {
  readonly body: { readonly token: string; readonly answer: unknown };
  readonly key: string;
}

export async function makePlayers(open: Database, count: number): Promise<Player[]> {
  const players: Player[] = [];
  for (let i = 0; i < count; i++) players.push(await signedIn(open));
  return players;
}

/** A perfect answer to an instance drawn for `player`. */
export async function perfectAnswer({ id }: Player, level: Level): Promise<Sending> {
  const { token, seed } = practiceOf(await issueInstance(services, id, { kind: KIND, level }, Date.now()));
  return { body: { token, answer: kinds[KIND].solution(seed, level) }, key: freshKey() };
}
