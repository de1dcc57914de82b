/** What stands on the board, and what it is called elsewhere. */
import type { Level, SealedInstance } from "@/lib/challenges";
import type { Playable } from "@/lib/ui/play/playable";
import type { IssuedInstance } from "@/lib/wire/play";
import { workName, type RoundName } from "./roundStore";
import type { Reported } from "./useReports";

/**
 * The instance on the board. Practice is drawn from its public seed, here as on the server. Of graded work the server has sent the view;
 * the rest comes with its verdict.
 */
export interface Place {
  readonly level: Level;
  readonly view: unknown;
  /** What it was issued by; null where it stood there before anything was asked of the server. */
  readonly ticket: IssuedInstance | null;
  /** Null for graded work. */
  readonly drawn: { readonly seed: string; readonly instance: SealedInstance } | null;
  /** Of assigned work: the try that it answers. */
  readonly item?: string;
}

export type Practised = NonNullable<Place["drawn"]>;

interface Named {
  readonly seed: string;
  readonly level: Level;
}

/** Practice at that seed, drawn here. @throws CrashError */
export function practice(game: Playable, { seed, level }: Named, ticket: IssuedInstance | null): Place {
  const instance = game.draw(seed, level);
  return { level, view: instance.view, ticket, drawn: { seed, instance } };
}

/** Under which the round at a place is kept in this tab; null for graded work that belongs neither to a card nor to an assignment. */
export function nameOf(kind: string, cardId: string | undefined, { level, drawn, ticket, item }: Place): RoundName | null {
  if (drawn) return { kind, level, seed: drawn.seed };
  if (item !== undefined) return { kind, level, seed: `work.${item}` };
  return ticket && cardId !== undefined ? { kind, level, seed: workName(cardId, ticket) } : null;
}

/** The round as a report names it. */
export function reportedOf(game: Playable | null, { level, ticket, drawn }: Place, answer: unknown): Reported {
  const of = { version: game?.version ?? 0, level, answer };
  return drawn ? { ...of, seed: drawn.seed } : { ...of, work: ticket?.token };
}

/** Whether what was issued can still be answered. */
export const stands = (ticket: IssuedInstance): boolean => Date.parse(ticket.expiresAt) > Date.now();
