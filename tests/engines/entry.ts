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

/** One hash over the perfect answers and what grading says of each, and of the answer that was perfect for the seed before. */
function digestVerdicts(challenge: SealedChallenge, level: Level): string {
  let hash = 0;
  let before: unknown = null;
  for (let seed = 0; seed < SEEDS; seed++) {
    const instance = challenge.instance(String(seed), level);
    const solution = challenge.solutionOf(instance);
    const verdicts = [solution, before ?? solution].map((answer) => challenge.judgeInstance(instance, level, answer));
    hash = hash32(`${hash}:${JSON.stringify([solution, verdicts])}`);
    before = solution;
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
