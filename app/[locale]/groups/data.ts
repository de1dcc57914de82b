"use client";

import useSWR from "swr";
import { ApiError, call } from "@/lib/client/api";
import { readGroup } from "@/lib/wire/groups";
import { listPeerSessions, readPeerSession } from "@/lib/wire/peerSessions";

/** Who is not in a group any more keeps nothing of it on the screen. */
const isGone = (error: unknown): boolean => error instanceof ApiError && (error.status === 404 || error.status === 401);

const shownOf = <T>({ data, error, mutate }: { data: T | undefined; error: unknown; mutate: Mutate<T> }) => ({
  data: isGone(error) ? undefined : data,
  gone: isGone(error),
  error,
  mutate,
});
type Mutate<T> = ReturnType<typeof useSWR<T>>["mutate"];

const LIVE = { refreshInterval: 20_000, shouldRetryOnError: (error: unknown) => !isGone(error) };

/** A group's home; asked for anew now and then, since others write in it. */
export const useGroup = (id: string) => shownOf(useSWR(["group", id], () => call(readGroup, { params: { id } }), LIVE));

export const useSession = (id: string, session: string) =>
  shownOf(useSWR(["peer-session", id, session], () => call(readPeerSession, { params: { id, session } }), LIVE));

export const useMonth = (id: string, month: string) =>
  shownOf(
    useSWR(["peer-month", id, month], () => call(listPeerSessions, { params: { id }, query: { month } }), { keepPreviousData: true }),
  );
