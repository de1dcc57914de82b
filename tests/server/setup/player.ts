/** What a learner does to instances, straight through the use cases: the acts that several suites play. */
import { takeHint } from "@/lib/server/attempts/hint";
import { issueInstance } from "@/lib/server/attempts/issue";
import { revealInstance } from "@/lib/server/attempts/reveal";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { freshKey, signedIn } from "./client";
import { KIND, services } from "./content";
import { SECRET } from "./secret";
import type { Database } from "@/lib/server/database/open";

/** Acts on the database that `open` gives. */
export function playerOn(open: () => Database) {
  const learner = async () => (await signedIn(open())).id;
  const practise = (userId: string, kind = KIND) => issueInstance(services, userId, { kind, level: 1 }, Date.now());
  const work = (userId: string, kind = SECRET) => issueInstance(services, userId, { kind, level: 1, graded: true }, Date.now());
  const submit = (userId: string, token: string, answer: unknown, key = freshKey(), hints?: number) =>
    submitAttempt(services, { userId, key, token, answer, hints, now: Date.now() });
  const reveal = (userId: string, token: string, key = freshKey()) => revealInstance(services, { userId, key, token, now: Date.now() });
  const hint = (userId: string, token: string, rung: number) => takeHint(services, { userId, token, rung, now: Date.now() });
  const xpOf = async (id: string) => (await open().client.user.findUniqueOrThrow({ where: { id } })).xp;
  const attemptsOf = (userId: string) => open().client.attempt.count({ where: { userId } });
  const rowOf = (userId: string) => open().client.issuedWork.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: "desc" } });
  const claimsOf = (token: string): unknown => JSON.parse(Buffer.from(token.split(".")[0], "base64url").toString("utf8"));
  return { learner, practise, work, submit, reveal, hint, xpOf, attemptsOf, rowOf, claimsOf };
}
