import { hash32 } from "@/lib/engine/random";
import type { Level } from "./contract";
import type { SealedChallenge } from "./seal";

/** One hash over the instances of seeds "first", "first+1", …: equal on every machine that runs the same code. */
export function digestInstances(challenge: SealedChallenge, first: number, count: number, level: Level): string {
  let hash = 0;
  for (let seed = first; seed < first + count; seed++) {
    hash = hash32(`${hash}:${JSON.stringify(challenge.instance(String(seed), level))}`);
  }
  return hash.toString(16).padStart(8, "0");
}
