/**
 * What a demo learner answers. Who holds a wrong idea answers as its player does (the rivals of a kind, the wrong answers of a question);
 * who knows answers right; the rest answer as players without an idea do.
 */
import type { Random } from "../../lib/engine/random";
import type { Challenge, Instance, Level } from "../../lib/challenges/contract";
import type { Rivals } from "../../lib/challenges/rivals";
import { lineId } from "../../lib/questions/mistake/form";
import { placesOf } from "../../lib/questions/point/form";
import { solutionOf, startOf, type DrawnQuestion } from "../../lib/questions";
import { chanceOf, holdsOn, type Learner } from "./learner";

export interface Playable {
  readonly challenge: Challenge<unknown, unknown, unknown>;
  readonly rivals: Rivals<unknown, unknown>;
}

/** How surely a wrong idea shows where it can. */
const SHOWS = 0.92;
/** How often somebody who knows slips. */
const SLIPS = 0.04;

const heldIn = (learner: Learner, topic: string, day: number): string[] =>
  learner.ideas.filter((idea) => idea.topic === topic && holdsOn(idea, day)).map(({ misconception }) => misconception);

/** @param day since the class began; fractions are hours */
export function answerTo(
  learner: Learner,
  { challenge, rivals }: Playable,
  instance: Instance<unknown, unknown>,
  level: Level,
  day: number,
  random: Random,
): unknown {
  const held = heldIn(learner, challenge.topic, day);
  const believed = rivals.beliefs
    .filter(({ misconception, levels }) => held.includes(misconception) && levels.includes(level))
    .map(({ play }) => play(instance.view))
    .filter((answer) => answer !== null && challenge.check(instance.view, answer).ready);
  if (believed.length > 0 && random.chance(SHOWS)) return random.pick(believed);
  if (random.chance(chanceOf(learner, challenge.topic, level, day)) && !random.chance(SLIPS)) return challenge.solve(instance);
  return careless(challenge, rivals, instance, random);
}

/** Without an idea: one of the ways to play without looking that can be played here. */
function careless(
  challenge: Playable["challenge"],
  { blind }: Playable["rivals"],
  instance: Instance<unknown, unknown>,
  random: Random,
): unknown {
  const { view } = instance;
  const constants = typeof blind.constants === "function" ? blind.constants(view) : [];
  const plays = [blind.commonest, blind.quota, blind.startingValues].flatMap((play) => (typeof play === "function" ? [play(view)] : []));
  const playable = [...constants, ...plays].filter(
    (answer) => challenge.answerSchema.safeParse(answer).success && challenge.check(view, answer).ready,
  );
  return playable.length === 0 ? challenge.solve(instance) : random.pick(playable);
}

/** The same for a question. `level` is not known of questions: as at level 2. */
export function choiceOf(learner: Learner, topic: string, drawn: DrawnQuestion, day: number, random: Random): unknown {
  const held = heldIn(learner, topic, day);
  const believed = wrongAnswers(drawn).filter(({ misconception }) => held.includes(misconception));
  if (believed.length > 0 && random.chance(SHOWS)) return random.pick(believed).answer;
  if (random.chance(chanceOf(learner, topic, 2, day)) && !random.chance(SLIPS)) return solutionOf(drawn);
  return guessed(drawn, random);
}

interface Wrong {
  readonly misconception: string;
  readonly answer: unknown;
}

/** The answers that wrong ideas give to this very question. */
function wrongAnswers(drawn: DrawnQuestion): Wrong[] {
  const { view, truth } = drawn;
  if ("beliefs" in truth) return truth.beliefs.map(({ misconception, option }) => ({ misconception, answer: { option } }));
  const as = (answer: (said: never) => unknown): Wrong[] =>
    truth.wrong.map(({ misconception, said }) => ({ misconception, answer: answer(said as never) }));
  switch (view.form) {
    case "numeric":
      return as((value: number) => ({ value }));
    case "order":
      return as((order: readonly string[]) => ({ order }));
    case "point":
      return as((place: string) => ({ place }));
    case "mistake":
      return as((line: number) => ({ line: lineId(line) }));
    case "match":
      return as(([left, right]: readonly [string, string]) => ({
        pairs: swapped((solutionOf(drawn) as { pairs: Pairs }).pairs, left, right),
      }));
    default:
      return [];
  }
}

type Pairs = readonly (readonly [string, string])[];

/** All pairs right but that `left` has `right`, and who had that has its partner. */
function swapped(pairs: Pairs, left: string, right: string): Pairs {
  const own = pairs.find(([one]) => one === left)?.[1] ?? right;
  return pairs.map(([one, other]) => [one, one === left ? right : other === right ? own : other]);
}

/** Any answer that can be given. */
function guessed(drawn: DrawnQuestion, random: Random): unknown {
  const { view } = drawn;
  switch (view.form) {
    case "choice":
      return { option: random.pick(view.options).id };
    case "numeric": {
      const { min, max, step } = view.range;
      return { value: min + step * random.int(0, Math.max(1, Math.min(1000, Math.floor((max - min) / step)))) };
    }
    case "order":
      return startOf(drawn);
    case "point":
      return { place: random.pick(placesOf(view.picture)) };
    case "mistake":
      return { line: lineId(random.int(0, view.lines.length - 1)) };
    case "match": {
      const from = random.int(0, view.lefts.length - 1);
      return { pairs: view.lefts.map(({ id }, i) => [id, view.rights[(i + from) % view.rights.length].id]) };
    }
    default:
      return solutionOf(drawn);
  }
}
