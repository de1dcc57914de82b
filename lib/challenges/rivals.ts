import type { Level } from "./contract";
import { PASS_SCORE, starsOf } from "./score";

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
  play(view: V): A | null;
}

/** A player without a belief. It must not earn XP in more than one of five instances. */
export type BlindPlay<V, A> = (view: V) => A;

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
    readonly constants: ((view: V) => readonly A[]) | NotPlayable;
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

/** An answer's score 0–100 for one instance. */
export type Scored<A> = (answer: A) => number;

/**
 * Whether nobody with a wrong idea of the level passes this instance: what a generator redraws for.
 * @param spare ids of beliefs that are right here by the draw's own design, so that they may pass
 */
export function nobodyPasses<V, A>(
  beliefs: readonly Belief<V, A>[],
  view: V,
  level: Level,
  score: Scored<A>,
  spare: readonly string[] = [],
): boolean {
  return beliefs.every(({ misconception, levels, play }) => {
    if (!levels.includes(level) || spare.includes(misconception)) return true;
    const answer = play(view);
    return answer === null || score(answer) < PASS_SCORE;
  });
}

/** Whether none of these answers, given without a look at the question, earns a star. */
export const nobodyEarns = <A>(answers: readonly A[], score: Scored<A>): boolean => answers.every((answer) => starsOf(score(answer)) === 0);

/**
 * The misconceptions whose players give the very answer that `same` recognises. Several that give the same one cannot be told apart, so
 * all are named.
 */
export function believersOf<V, A>(beliefs: readonly Belief<V, A>[], view: V, same: (played: A) => boolean): string[] {
  return beliefs.flatMap(({ misconception, play }) => {
    const played = play(view);
    return played !== null && same(played) ? [misconception] : [];
  });
}
