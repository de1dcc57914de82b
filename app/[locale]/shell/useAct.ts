"use client";

import { useState } from "react";

/** What is done: `kept` is to be called once it waits in the outbox, so that nobody waits for it. */
type Work = (kept: () => void) => Promise<unknown>;

/**
 * One thing sent at a time.
 * @returns `busy` while it is on its way, `refused` with what it failed with, and `act`, which tells whether it went well.
 * With `leaves` it stays busy after going well, since the page is being left: a second press would do it twice.
 */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const act = async (work: Work, { leaves = false } = {}): Promise<boolean> => {
    setBusy(true);
    setRefused(null);
    try {
      await work(() => setBusy(false));
      if (!leaves) setBusy(false);
      return true;
    } catch (error) {
      setRefused(error);
      setBusy(false);
      return false;
    }
  };
  return { busy, refused, act };
}
