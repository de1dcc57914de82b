"use client";

import { useEffect, useMemo, useState } from "react";
import { saveItem } from "@/lib/wire/work";
import { send } from "../api/send";
import { writeDraft } from "./draft";
import { createSaver, type Saved, type Saver } from "./saver";

/**
 * Keeps what stands on the board of a try that is open.
 * @param item null while there is none
 */
export function useSaver(learner: string, item: string | null): { readonly saver: Saver | null; readonly state: Saved } {
  const [state, setState] = useState<Saved>("still");
  const saver = useMemo(
    () =>
      item === null
        ? null
        : createSaver({
            send: (answer, leaving) => send(saveItem, { params: { item }, body: { answer }, keepalive: leaving }),
            keep: (answer) => writeDraft(learner, item, answer),
            later: (task, ms) => {
              const timer = setTimeout(task, ms);
              return () => clearTimeout(timer);
            },
            show: setState,
          }),
    [item, learner],
  );
  useEffect(() => {
    if (saver === null) return;
    const leaving = () => void saver.flush(true);
    const hidden = () => {
      if (document.visibilityState === "hidden") leaving();
    };
    const back = () => void saver.flush();
    window.addEventListener("pagehide", leaving);
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      // Another board comes, or none: what this one has left to send goes now.
      leaving();
      window.removeEventListener("pagehide", leaving);
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [saver]);
  return { saver, state };
}
