"use client";

import { useCallback, useRef, useState } from "react";
import { hintsOf, RUNGS, type Hints, type SealedInstance, type Text } from "@/lib/challenges";
import { call } from "@/lib/client/api";
import type { Playable, Round } from "@/lib/ui/play/playable";
import { takeHint, type IssuedInstance } from "@/lib/wire/play";
import { readHints, readStep, writeHints, writeStep, type RoundName } from "./roundStore";

/** What of a round the hints depend on. */
export interface Hinted {
  readonly round: Round;
  /** Under which it is kept; null for graded work that belongs to no card. */
  readonly name: RoundName | null;
  /** Of practice; null for graded work, whose third hint the server alone can give. */
  readonly instance: SealedInstance | null;
}

/** What was opened for the round on the board. */
export interface OpenHints {
  readonly count: Hints;
  /** Those that can be shown: one of graded work may still be on its way. */
  readonly texts: readonly Text[];
  /** The next one comes once the server is reached. */
  readonly late: boolean;
}
const NONE: OpenHints = { count: 0, texts: [], late: false };

/** The hint of that rung where the page can tell it, 1-based; null where only the server can. */
function textOf(game: Playable, { round, name, instance }: Hinted, rung: number): Text | null {
  if (rung < RUNGS.length) return rung === 1 ? round.asked() : round.rule();
  return instance === null ? name && readStep(name) : game.step(instance);
}

/** The hints of the round on the board. What was opened counts at once here, is told to the server, and comes back with the draft. */
export function useHints() {
  const [opened, setOpened] = useState<OpenHints>(NONE);
  // Of the round: what comes late for one is not shown on the next.
  const number = useRef(0);

  /** Another round is on the board, with the hints that were opened for it before. */
  const restore = useCallback((game: Playable, hinted: Hinted) => {
    number.current++;
    const count = hinted.name ? readHints(hinted.name) : 0;
    const texts = RUNGS.slice(0, count).flatMap((_, i) => textOf(game, hinted, i + 1) ?? []);
    setOpened(count === 0 ? NONE : { count, texts, late: false });
  }, []);

  /**
   * Opens the next hint.
   * @param issued the ticket of the round, however it is come by
   * @throws ApiError where the server alone has it and does not give it; CrashError
   */
  const take = useCallback(
    async (game: Playable, hinted: Hinted, issued: () => Promise<IssuedInstance>) => {
      const rung = opened.count + 1;
      if (rung > RUNGS.length) return;
      const mine = number.current;
      const change = (to: (before: OpenHints) => OpenHints) => mine === number.current && setOpened(to);
      const show = (text: Text | null) =>
        change(({ texts }) => ({ count: hintsOf(rung), texts: text ? [...texts, text] : texts, late: false }));
      /** Tells the server, which answers what the page cannot know. */
      const note = async (onKept?: () => void) => call(takeHint, { body: { token: (await issued()).token, rung }, onKept });
      const told = textOf(game, hinted, rung);
      if (told === null) {
        const { step } = await note(() => change((before) => ({ ...before, late: true })));
        if (hinted.name && step) writeStep(hinted.name, step);
        if (hinted.name) writeHints(hinted.name, hintsOf(rung));
        return show(step);
      }
      show(told);
      if (hinted.name) writeHints(hinted.name, hintsOf(rung));
      // Where the server does not hear of it, the number goes with the answer.
      note().catch(() => undefined);
    },
    [opened.count],
  );

  return { ...opened, restore, take };
}
