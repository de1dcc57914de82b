"use client";

import useSWRInfinite from "swr/infinite";
import { call } from "@/lib/client/api";
import { useGroupNews } from "@/lib/client/live";
import { listComplaints, listThreads, readThread, type ThreadList } from "@/lib/wire/discussion";
import { LOOKING, shownOf, useLive, useWho } from "../data";

/** What a discussion is shown for: lines of one note, one session, or all of the group. */
export interface About {
  readonly note?: string;
  readonly session?: string;
}

/** Threads page by page, asked for anew when somebody writes in the group. `asks`: whether anybody wants to see them. */
export function useThreads(group: string, about: About, state: "open" | "answered", asks = true) {
  const who = useWho();
  const { data, error, mutate, size, setSize } = useSWRInfinite(
    (page: number, before: ThreadList | null) =>
      !asks || who === null || (page > 0 && before?.before == null)
        ? null
        : (["threads", who, group, state, about.note ?? "", about.session ?? "", before?.before ?? ""] as const),
    ([, , , , note, session, before]) =>
      call(listThreads, {
        params: { id: group },
        query: { state, ...(note && { note }), ...(session && { session }), ...(before && { before }) },
      }),
    LOOKING,
  );
  useGroupNews(asks && who !== null ? group : null, () => void mutate());
  const last = data?.[data.length - 1];
  return {
    ...shownOf({
      data: last && { ...last, threads: data.flatMap(({ threads }) => threads) },
      error,
      mutate: () => Promise.resolve(undefined),
    }),
    refresh: () => void mutate(),
    more: last?.before == null ? null : () => void setSize(size + 1),
  };
}

/** One thread with what was said in it, once somebody opens it. */
export function useThread(group: string, thread: string, asks: boolean) {
  const who = useWho();
  return useLive(group, asks && who !== null ? ["thread", who, group, thread] : null, () =>
    call(readThread, { params: { id: group, thread } }),
  );
}

export function useComplaints(group: string, asks: boolean) {
  const who = useWho();
  return useLive(group, asks && who !== null ? ["complaints", who, group] : null, () => call(listComplaints, { params: { id: group } }));
}
