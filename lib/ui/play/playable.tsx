"use client";

import type { ComponentType, ReactElement } from "react";
import type { BoardProps, Challenge, Grade, Level, Locale, Readiness, ReplayProps, Text } from "@/lib/challenges";

/** One instance being played: the challenge's types are closed over, so a page that plays any kind needs no casts. */
export interface Round {
  readonly prompt: Text;
  /** The answer the board starts with. */
  readonly empty: unknown;
  /** The answer's state as the learner's own JSON; accepts what `Board` handed out or a stored draft. */
  check(answer: unknown): Readiness;
  /** True when `answer` fits this kind's schema (used before a stored draft is restored). */
  accepts(answer: unknown): boolean;
  grade(answer: unknown): Grade;
  solve(): unknown;
  board(props: { answer: unknown; onChange: (answer: unknown) => void; locale: Locale; locked: boolean }): ReactElement;
  replay(props: { answer: unknown; locale: Locale }): ReactElement;
}

/** A challenge kind with its board and replay. */
export interface Playable {
  readonly kind: string;
  readonly topic: string;
  readonly version: number;
  readonly title: Text;
  readonly skill: Text;
  round(seed: string, level: Level): Round;
}

/** Joins a kind's pure functions with its two components. Answers are parsed by the kind's schema at the border. */
export function playable<I, V, A, S>(
  challenge: Challenge<I, V, A, S>,
  Board: ComponentType<BoardProps<V, A>>,
  Replay: ComponentType<ReplayProps<I, A, S>>,
): Playable {
  return {
    kind: challenge.kind,
    topic: challenge.topic,
    version: challenge.version,
    title: challenge.title,
    skill: challenge.skill,
    round(seed, level) {
      const instance = challenge.generate(seed, level);
      const view = challenge.view(instance);
      const parse = (answer: unknown): A => challenge.answerSchema.parse(answer);
      return {
        prompt: challenge.prompt(view),
        empty: challenge.empty(view),
        check: (answer) => challenge.check(view, parse(answer)),
        accepts: (answer) => challenge.answerSchema.safeParse(answer).success,
        grade: (answer) => challenge.grade(instance, parse(answer)),
        solve: () => challenge.solve(instance),
        board: ({ answer, onChange, locale, locked }) => (
          <Board view={view} answer={parse(answer)} onChange={onChange} locale={locale} level={level} locked={locked} />
        ),
        // The steps come from this kind's own grade(); regrading here gives them back with their type.
        replay: ({ answer, locale }) => {
          const parsed = parse(answer);
          return <Replay instance={instance} answer={parsed} grade={challenge.grade(instance, parsed)} locale={locale} />;
        },
      };
    },
  };
}
