"use client";

import useSWR, { mutate } from "swr";
import type { ZodType } from "zod";
import { meReply, progressReply, reviewReply, type Me, type Progress, type ReviewQueue } from "@/lib/wire/api";
import type { ApiError } from "./apiError";
import { api } from "./request";

const PATHS = ["/me", "/progress", "/review"] as const;

function useReply<T>(path: (typeof PATHS)[number], reply: ZodType<T>) {
  const { data, error, isLoading, mutate: refresh } = useSWR<T, ApiError>(path, () => api.get(path, reply), {
    keepPreviousData: true,
    errorRetryCount: 3,
    // Only what another attempt can mend.
    shouldRetryOnError: (problem: ApiError) => problem.status === 0 || problem.status >= 500,
  });
  return { data, error, isLoading, refresh };
}

/** Who is here, with XP, streak and due cards. A visitor without a session has `user: null`. */
export const useMe = () => useReply<Me>("/me", meReply);
/** What has been learnt and played, by topic. */
export const useProgress = () => useReply<Progress>("/progress", progressReply);
/** Today's cards. */
export const useReviewQueue = () => useReply<ReviewQueue>("/review", reviewReply);

/** After a write: everything shown about the learner is asked for anew. */
export async function refreshLearner(): Promise<void> {
  await Promise.all(PATHS.map((path) => mutate(path)));
}
