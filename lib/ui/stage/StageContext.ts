"use client";

import { createContext, use, useCallback, useEffect, useRef, useState } from "react";
import { Grips } from "./Grips";

export interface StageWorld {
  /** Stage pixels per CSS pixel. */
  readonly scale: number;
  /** Says a sentence to a screen reader, politely, and at most three times a second: a key held down is not a hundred sentences. */
  readonly announce: (sentence: string) => void;
  /** Whose tag is under a point, stage pixels; null where there is none. */
  readonly tagUnder: (x: number, y: number) => string | null;
  /** Whose handle, tag or area a press is meant for, among the boxes to move. */
  readonly grips: Grips;
}

const StageContext = createContext<StageWorld>({ scale: 1, announce: () => undefined, tagUnder: () => null, grips: new Grips() });

export const StageProvider = StageContext.Provider;

/** What a drawing inside a `Stage` may ask of it. */
export const useStage = (): StageWorld => use(StageContext);

const QUIET_MS = 300;

/** The latest sentence once things have been quiet for 300 ms, and a function to say the next one. */
export function useAnnouncer(): [string, (sentence: string) => void] {
  const [said, setSaid] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const announce = useCallback((sentence: string) => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(sentence), QUIET_MS);
  }, []);
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);
  return [said, announce];
}
