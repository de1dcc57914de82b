import { kinds } from "@/content/_generated/kinds";
import { isThorough } from "../contract/thorough";

/**
 * What a kind is looked at with: with all of it where its folder changed; else with one, and each kind with the next one, so that
 * together the kinds are seen with all.
 */
export function inTurn<X>(kind: string, all: readonly X[]): readonly X[] {
  return isThorough(kind) ? all : [all[Object.keys(kinds).indexOf(kind) % all.length]];
}
