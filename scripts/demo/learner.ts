/**
 * A learner as a model: what they know fades unless it is used, and some hold wrong ideas until something mends them. Nothing here is
 * measured on people; it makes a class whose truth is known, so that what the pages say of it can be held against that.
 */
import type { Random } from "../../lib/engine/random";

/** A wrong idea that was planted: held from one day on, and to another, or to the end. */
export interface Planted {
  readonly topic: string;
  readonly misconception: string;
  readonly from: number;
  /** Null: still held at the end. */
  readonly until: number | null;
}

export interface Learner {
  /** 0 to 1: how much of what is taught they take in. */
  readonly ability: number;
  /** 0 to 1: how surely they do what is due, and in time. */
  readonly diligence: number;
  readonly ideas: readonly Planted[];
  /** By topic: days until half of it is forgotten, and the day it was last used. */
  readonly memory: Map<string, { halfLife: number; at: number }>;
}

export const holdsOn = ({ from, until }: Planted, day: number): boolean => from <= day && (until === null || day < until);

/** Every use makes the memory last longer (as half-life regression has it: Settles & Meeder, 2016, §3); at most a term. */
const LONGER = 1.8;
const LONGEST = 120;

export function practised({ memory }: Learner, topic: string, day: number): void {
  const before = memory.get(topic);
  memory.set(topic, { halfLife: Math.min(LONGEST, (before?.halfLife ?? 4) * LONGER), at: day });
}

/** The chance that they know what a level of a topic asks, on a day: ability, less with the level, times what is not forgotten. */
export function chanceOf({ ability, ideas, memory }: Learner, topic: string, level: number, day: number): number {
  const kept = memory.get(topic);
  // Who got over a wrong idea has understood what it was about.
  const mended = ideas.some((idea) => idea.topic === topic && idea.until !== null && idea.until <= day);
  const recall = kept === undefined ? 0.6 : 2 ** (-(day - kept.at) / kept.halfLife);
  const skill = 0.55 + 0.45 * ability - 0.07 * (level - 1) + (mended ? 0.2 : 0);
  return Math.max(0.05, Math.min(0.97, skill * (0.55 + 0.45 * recall)));
}

/** A number around `mean`, within 0 and 1; `width` is the standard deviation. */
export const around = (random: Random, mean: number, width: number): number => Math.max(0, Math.min(1, mean + random.normal() * width));
