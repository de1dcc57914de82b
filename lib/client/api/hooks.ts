"use client";

import useSWR, { mutate } from "swr";
import type { ZodType } from "zod";
import { meReply, progressReply, reviewReply, type Me, type Progress, type ReviewQueue } from "@/lib/wire/api";
import type { ApiError } from "./apiError";
import { api } from "./request";

const PATHS = ["/me", "/progress", "/review"] as const;
type Path = (typeof PATHS)[number];

function useReply<T>(path: Path | null, reply: ZodType<T>) {
  const {
    data,
    error,
    isLoading,
    mutate: refresh,
  } = useSWR<T, ApiError>(path, (asked: Path) => api.get(asked, reply), {
    keepPreviousData: true,
    errorRetryCount: 3,
    // Only what another attempt can mend.
    shouldRetryOnError: (problem: ApiError) => problem.status === 0 || problem.status >= 500,
  });
  return { data, error, isLoading, refresh };
}

/** Who is here, with XP, streak and due cards. A visitor without a session has `user: null`. */
export const useMe = () => useReply<Me>("/me", meReply);

/** What belongs to a learner. A visitor without a session has nothing yet, which needs no question to the server. */
function useOwn<T>(path: Path, reply: ZodType<T>, nothing: T) {
  const me = useMe();
  const visitor = me.data?.user === null;
  const own = useReply<T>(me.data === undefined || visitor ? null : path, reply);
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

const NO_PROGRESS: Progress = { topics: [] };
const NO_CARDS: ReviewQueue = { cards: [], dueToday: 0, doneToday: 0, nextDue: null, canUndo: false };

/** What has been learnt and played, by topic. */
export const useProgress = () => useOwn("/progress", progressReply, NO_PROGRESS);
/** Today's cards. */
export const useReviewQueue = () => useOwn("/review", reviewReply, NO_CARDS);

/** After a write: everything shown about the learner is asked for anew. */
export async function refreshLearner(): Promise<void> {
  await mutate("/me");
  await Promise.all(PATHS.slice(1).map((path) => mutate(path)));
}
