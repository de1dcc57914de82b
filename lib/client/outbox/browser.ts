/** The outbox of this browser: all tabs share what is kept, and one at a time sends it. */
import { exchange } from "../api/send";
import { ensureSession, forgetSession, learnerShown } from "../api/session";
import { refreshLearner } from "../api/hooks";
import { pauseFor, outcomeOf } from "./entry";
import { createOutbox, type News } from "./outbox";
import { openStore } from "./store";
import { ApiError } from "../api/apiError";

const NAME = "boxup.outbox";

let channel: BroadcastChannel | null = null;

export const outbox = createOutbox({
  store: openStore(),
  now: Date.now,
  transmit: async ({ id, method, path, params, query, body, answeredAt, learner }) => {
    const outgoing = { params, query, body, key: id, answeredAt, ...(learner === null ? {} : { learner }) };
    try {
      return await exchange({ method, path }, outgoing);
    } catch (error) {
      // The session has ended: the next write begins another.
      if (error instanceof ApiError && error.status === 401) forgetSession();
      throw error;
    }
  },
  learner: ensureSession,
  learnerShown,
  // Without locks tabs may send the same entry twice, which counts once by its key.
  alone: (task) => (typeof navigator !== "undefined" && "locks" in navigator ? navigator.locks.request(NAME, task) : task()),
  refresh: refreshLearner,
  later: (task, ms) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  tell: (news) => channel?.postMessage(news),
});

/** Calls `listener` whenever trying again is worth it: the network is back, or the page is looked at again. */
function onWake(listener: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === "visible") listener();
  };
  window.addEventListener("online", listener);
  window.addEventListener("focus", listener);
  document.addEventListener("visibilitychange", seen);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("focus", listener);
    document.removeEventListener("visibilitychange", seen);
  };
}

/** From now on, until the function that comes back is called, entries are sent: those of earlier visits at once. */
export function startOutbox(): () => void {
  if (typeof BroadcastChannel !== "undefined") {
    channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }: MessageEvent<News>) => void outbox.hear(data);
  }
  const stop = onWake(() => void outbox.wake());
  void outbox.release();
  return () => {
    stop();
    channel?.close();
    channel = null;
  };
}

/**
 * Asks the server until it answers, with the outbox's pauses: for what a write needs first and cannot be stored without.
 * @param onAway called when it could not be reached
 * @throws ApiError what the server refused
 */
export async function untilReached<T>(ask: () => Promise<T>, onAway: () => void): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError) || outcomeOf(error).kind !== "away") throw error;
      onAway();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => go(), pauseFor(error, tries));
        const stop = onWake(() => go());
        const go = () => {
          clearTimeout(timer);
          stop();
          resolve();
        };
      });
    }
  }
}
