import type { Level } from "./contract";

/**
 * A misconception as a player: what somebody who holds it answers, from what a learner sees and nothing else.
 * The contract suite plays it over hundreds of seeds: at each of its levels it stays below the pass mark in at least four of five
 * instances, and its pass rate does not rise with the level.
 */
export interface Belief<V, A> {
  /** Id from the topic's list of misconceptions. */
  readonly misconception: string;
  /** The levels that are about it: there it must fail. */
  readonly levels: readonly Level[];
  /** Null where the belief leads to no answer: a sum that no box has. It must lead to one in at least half of the instances. */
  play(view: V, level: Level): A | null;
}

/** A player without a belief. It must not earn XP in more than one of five instances. */
export type BlindPlay<V, A> = (view: V, level: Level) => A;

/** Why a way of playing blindly cannot be played on a board, in words for the table of rivals. */
export interface NotPlayable {
  readonly notPlayable: string;
}

/**
 * Everybody who must not pass. `blind` names the ways of earning without seeing that every kind is tried with; what cannot be played
 * on a board says why.
 */
export interface Rivals<V, A> {
  readonly beliefs: readonly Belief<V, A>[];
  readonly blind: {
    /** Constant answers, the same for every picture: entry k is one constant. The best of them counts. */
    readonly constants: ((view: V, level: Level) => readonly A[]) | NotPlayable;
    /** Gives every part the answer that is right most often. */
    readonly commonest: BlindPlay<V, A> | NotPlayable;
    /** Ranks the parts by what is seen at once (score, size, place) and hands out a fixed number of each answer. */
    readonly quota: BlindPlay<V, A> | NotPlayable;
    /** Leaves what the board shows at first, with the least change that makes it gradable. */
    readonly startingValues: BlindPlay<V, A> | NotPlayable;
  };
}

/** Identity with inference. */
export function defineRivals<V, A>(rivals: Rivals<V, A>): Rivals<V, A> {
  return rivals;
}
