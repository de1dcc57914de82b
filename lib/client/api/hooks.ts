"use client";

import { useCallback, useSyncExternalStore } from "react";
import { UNREAD_PATH } from "@/lib/wire/unreadPath";
import { readProgress, type Progress } from "@/lib/wire/learn";
import { readMe } from "@/lib/wire/me";
import { readQueue, type ReviewQueue } from "@/lib/wire/review";
import type { ReplyOf, Route } from "@/lib/wire/route";
import { askAnew, NOTHING, shownOf, tell, WAITING, watch } from "./replies";
import { send } from "./send";
import { askWhoIsHere } from "./session";

const idle = () => undefined;

/** Reads `route` (one without params or query) and keeps the answer under its path; does not ask while `asks` is false. */
export function useReply<R extends Route>(route: R, asks = true, ask?: () => Promise<ReplyOf<R>>) {
  const { path } = route;
  const subscribe = useCallback(
    (listener: () => void) => (asks ? watch(path, ask ?? (() => send(route, {})), listener) : idle),
    [asks, path, ask, route],
  );
  const shown = useSyncExternalStore(
    subscribe,
    () => (asks ? shownOf(path) : NOTHING),
    () => (asks ? WAITING : NOTHING),
  );
  return {
    // Only `ask` and `tell` put anything under this route's path.
    data: shown.data as ReplyOf<R> | undefined,
    error: shown.error,
    isLoading: shown.isLoading,
    refresh: () => askAnew(path),
    /** Shows what a write has just answered. */
    tell: (reply: ReplyOf<R>) => tell(path, reply),
  };
}

/** Who is here, with XP, streak and due cards. A visitor without a session has `user: null`. */
export const useMe = () => useReply(readMe, true, askWhoIsHere);

/** What belongs to a learner. A visitor without a session has nothing yet, which needs no question to the server. */
function useOwn<R extends Route>(route: R, nothing: ReplyOf<R>) {
  const me = useMe();
  const visitor = me.data?.user === null;
  const own = useReply(route, me.data !== undefined && !visitor);
  return {
    data: visitor ? nothing : own.data,
    error: me.data === undefined ? me.error : own.error,
    isLoading: me.isLoading || own.isLoading,
    refresh: async () => {
      await me.refresh();
      await own.refresh();
    },
  };
}

const NO_PROGRESS: Progress = { topics: [], last: null };
const NO_CARDS: ReviewQueue = {
  cards: [],
  dueToday: 0,
  doneToday: 0,
  seenToday: 0,
  againToday: 0,
  nextDue: null,
  canUndo: false,
  lastReview: null,
  stamp: "",
};

/** What has been learnt and played, by topic. */
export const useProgress = () => useOwn(readProgress, NO_PROGRESS);
/** Whether a learner has finished or played anything yet. */
export const hasBegun = (progress: Progress | undefined): boolean =>
  progress?.topics.some((topic) => topic.lessonDone || topic.kinds.some(({ attempts }) => attempts > 0)) ?? false;
/** Today's cards. */
export const useReviewQueue = () => useOwn(readQueue, NO_CARDS);

/** After a write: everything shown about the learner is asked for anew. */
export async function refreshLearner(): Promise<void> {
  await askAnew(readMe.path);
  await Promise.all([readProgress.path, readQueue.path, UNREAD_PATH].map(askAnew));
}
