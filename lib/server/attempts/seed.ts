/** Seeds of practice: drawn by the server for one learner, and known again without being kept. */
import { createHmac, randomBytes } from "node:crypto";
import { FIRST_ROUND } from "@/lib/challenges/firstRound";
import { derivedKey } from "../auth/secret";
import type { Level } from "@/lib/challenges/contract";

export interface Drawn {
  readonly userId: string;
  readonly kind: string;
  readonly level: Level;
}

/** Letters of chance in a seed, and of the mark behind them. */
const CHANCE = 8;

const markOf = (chance: string, { userId, kind, level }: Drawn): string =>
  createHmac("sha256", derivedKey("seed")).update(`${userId}\n${kind}\n${level}\n${chance}`).digest("base64url").slice(0, CHANCE);

/** A fresh seed of practice for a learner, at one level of one kind: 48 bits of chance and a mark of as many. */
export function drawSeed(drawn: Drawn): string {
  const chance = randomBytes(6).toString("base64url");
  return chance + markOf(chance, drawn);
}

/**
 * Whether the server drew `seed` for this very learner, kind and level, or it is the landing page's. Every other seed was chosen:
 * somebody's link, a replay, or one that was looked at under another name first.
 */
export function isDrawn(seed: string, drawn: Drawn): boolean {
  if (FIRST_ROUND.seed === seed && FIRST_ROUND.kind === drawn.kind && FIRST_ROUND.level === drawn.level) return true;
  return seed.length === 2 * CHANCE && seed.slice(CHANCE) === markOf(seed.slice(0, CHANCE), drawn);
}
