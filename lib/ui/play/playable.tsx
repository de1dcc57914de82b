"use client";

import type { ComponentType, ReactElement } from "react";
import { preload } from "react-dom";
import type { BoardProps, Challenge, Grade, Instance, Level, Locale, Readiness, ReplayProps, SealedInstance, Text } from "@/lib/challenges";
import { running, type Phase } from "@/lib/challenges/crash";
import { scoreOf } from "@/lib/challenges/score";
import type { TaskRunner, TaskTable, TopicRunners } from "@/lib/challenges/task";
import { picturesOf } from "../stage/pictures";

/** One picture being played, from what a learner may see alone: nothing here knows the truth. */
export interface Round {
  readonly prompt: Text;
  /** The first two hints: what is asked, and the rule. */
  asked(): Text;
  rule(): Text;
  /** The answer the board starts with. */
  readonly empty: unknown;
  /** The answer's state as the learner's own JSON; accepts what `Board` handed out or a stored draft. */
  check(answer: unknown): Readiness;
  /** True when `answer` fits this kind's schema (used before a stored draft is restored). */
  accepts(answer: unknown): boolean;
  board(props: {
    answer: unknown;
    onChange: (answer: unknown) => void;
    locale: Locale;
    locked: boolean;
    runners: TopicRunners;
  }): ReactElement;
}

/** What is shown once an answer was graded: the verdict and its replay, from the whole instance. */
export interface Reveal {
  readonly grade: Grade;
  /** 0–100, as it was graded: what counts of it depends on the hints that were opened. */
  readonly score: number;
  /** @param props.own false where the answer is the solution, not a learner's */
  replay(props: { locale: Locale; runners: TopicRunners; own?: boolean }): ReactElement;
}

/**
 * A challenge kind with its board and replay. The challenge's types are closed over, so a page that plays any kind needs no casts.
 * What its own functions throw arrives as a CrashError that says where.
 */
export interface Playable {
  readonly kind: string;
  readonly topic: string;
  readonly version: number;
  readonly title: Text;
  readonly skill: Text;
  /** The instance of a public seed, for practice. */
  draw(seed: string, level: Level): SealedInstance;
  /** A round from a view: of a drawn instance, or one that the server sent without its truth. */
  open(view: unknown, level: Level): Round;
  /** The third hint: one step of this very instance. */
  step(instance: SealedInstance): Text;
  reveal(instance: SealedInstance, answer: unknown): Reveal;
}

/**
 * Joins a kind's pure functions with its two components. Answers are parsed by the kind's schema at the border.
 * @param engineOf picks the runner of the topic's own tasks, and so says which tasks board and replay may ask for
 */
export function playable<V, T, A, S, K extends TaskTable>(
  challenge: Challenge<V, T, A, S>,
  Board: ComponentType<BoardProps<V, A, NoInfer<K>>>,
  Replay: ComponentType<ReplayProps<V, T, A, S, NoInfer<K>>>,
  engineOf: (runners: TopicRunners) => TaskRunner<K>,
): Playable {
  const parse = (answer: unknown): A => challenge.answerSchema.parse(answer);
  const inPhase = <R,>(phase: Phase, run: () => R): R => running(challenge.kind, phase, run);
  return {
    kind: challenge.kind,
    topic: challenge.topic,
    version: challenge.version,
    title: challenge.title,
    skill: challenge.skill,
    draw: (seed, level) => inPhase("generate", () => challenge.generate(seed, level)),
    open(given, level) {
      // A view is this kind's own JSON, drawn here or by the server from the same code.
      const view = given as V;
      // The board is long in the making on a slow phone; its drawings come meanwhile.
      for (const picture of picturesOf(given)) preload(picture, { as: "image" });
      return {
        prompt: inPhase("generate", () => challenge.prompt(view)),
        asked: () => inPhase("generate", () => challenge.hints.asked(view)),
        rule: () => inPhase("generate", () => challenge.hints.rule(view)),
        empty: inPhase("generate", () => challenge.empty(view)),
        check: (answer) => inPhase("check", () => challenge.check(view, parse(answer))),
        accepts: (answer) => challenge.answerSchema.safeParse(answer).success,
        board: ({ answer, onChange, locale, locked, runners }) => (
          <Board
            view={view}
            answer={parse(answer)}
            onChange={onChange}
            locale={locale}
            level={level}
            locked={locked}
            engine={engineOf(runners)}
          />
        ),
      };
    },
    step: (given) => inPhase("solve", () => challenge.hints.step(given as Instance<V, T>).text),
    reveal(given, answer) {
      const instance = given as Instance<V, T>;
      const parsed = parse(answer);
      const grade = inPhase("grade", () => challenge.grade(instance, parsed));
      return {
        grade,
        score: scoreOf(grade),
        replay: ({ locale, runners, own = true }) => (
          <Replay instance={instance} answer={parsed} grade={grade} own={own} locale={locale} engine={engineOf(runners)} />
        ),
      };
    },
  };
}
