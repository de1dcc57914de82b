// Runs in a bare JavaScript engine: digests of what decides an instance and a grade, printed as one line of JSON.
import "./es2023";
import { kinds } from "@/content/_generated/kinds";
import { LEVELS } from "@/lib/challenges/contract";
import { digestInstances } from "@/lib/challenges/digest";
import type { SealedChallenge } from "@/lib/challenges/seal";
import type { Level } from "@/lib/challenges/contract";
import { hash32 } from "@/lib/engine/random";
import { digestExact } from "./exactDigest";

/** Seeds a kind and level. */
const SEEDS = 10;

/** One hash over the perfect answers and what grading says of them. */
function digestVerdicts(challenge: SealedChallenge, level: Level): string {
  let hash = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const solution = challenge.solution(String(seed), level);
    const slack = challenge.slack(String(seed), level);
    hash = hash32(`${hash}:${JSON.stringify([solution, String(slack), challenge.judge(String(seed), level, solution)])}`);
  }
  return hash.toString(16).padStart(8, "0");
}

const digests: Record<string, string> = {};
for (const [kind, challenge] of Object.entries(kinds))
  for (const level of LEVELS) {
    digests[`${kind} ${level}, instances`] = digestInstances(challenge, 0, SEEDS, level);
    digests[`${kind} ${level}, solutions and verdicts`] = digestVerdicts(challenge, level);
  }
for (const [name, digest] of Object.entries(digestExact())) digests[`exact ${name}`] = digest;

declare const print: ((line: string) => void) | undefined;
(typeof print === "function" ? print : console.log)(JSON.stringify(digests));
