"use client";

import { useEffect, useRef } from "react";
import { INBOX } from "./hears";

/** What comes close together is asked for once. */
const FIRST_MS = 100;
/** However much is written: a page asks no oftener. */
const APART_MS = 1_000;

/** Calls `act` soon after it is rung for, and once for many rings; while nobody looks at the page, when somebody does. */
function calmly(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = 0;
  let rung = false;
  const go = (): void => {
    timer = undefined;
    if (!rung || document.visibilityState !== "visible") return;
    rung = false;
    lastAt = Date.now();
    act();
  };
  const soon = (): void => {
    timer ??= setTimeout(go, Math.max(FIRST_MS, lastAt + APART_MS - Date.now()));
  };
  const look = (): void => {
    if (rung) soon();
  };
  document.addEventListener("visibilitychange", look);
  return {
    ring: () => {
      rung = true;
      soon();
    },
    stop: () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    },
  };
}

function useHearing(of: string | null, refresh: () => void): void {
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    if (of === null) return;
    const calm = calmly(() => latest.current());
    let stop = (): void => undefined;
    let gone = false;
    // After the first paint, which nothing of it has a part in. Where it cannot be fetched, nothing is heard, and the page looks by itself.
    void import("./stream").then(
      ({ hearOf }) => {
        if (!gone) stop = hearOf({ of, hear: calm.ring });
      },
      () => undefined,
    );
    return () => {
      gone = true;
      stop();
      calm.stop();
    };
  }, [of]);
}

/** Asks anew within a second whenever something is written in a group, as long as `hears()`. @param group null: nobody wants to hear */
export const useGroupNews = (group: string | null, refresh: () => void): void => useHearing(group, refresh);

/** The same for one's inbox. */
export const useInboxNews = (asks: boolean, refresh: () => void): void => useHearing(asks ? INBOX : null, refresh);
