"use client";

import useSWR from "swr";
import { ApiError, call, useMe } from "@/lib/client/api";
import { readGroup } from "@/lib/wire/groups";
import { listNotes, listVersions, readNote } from "@/lib/wire/notes";
import { listPeerSessions, readPeerSession } from "@/lib/wire/peerSessions";

/** Who is not in a group any more keeps nothing of it on the screen. */
const isGone = (error: unknown): boolean => error instanceof ApiError && (error.status === 404 || error.status === 401);

export const shownOf = <T>({ data, error, mutate }: { data: T | undefined; error: unknown; mutate: Mutate<T> }) => ({
  data: isGone(error) ? undefined : data,
  gone: isGone(error),
  error,
  mutate,
});
type Mutate<T> = ReturnType<typeof useSWR<T>>["mutate"];

export const LIVE = { refreshInterval: 20_000, shouldRetryOnError: (error: unknown) => !isGone(error) };

/** Whose answers are kept: nothing of one learner's groups is shown to the next who signs in here. Null until it is known. */
export function useWho(): string | null {
  const me = useMe().data;
  return me === undefined ? null : (me.user?.id ?? "nobody");
}

/** A group's home; asked for anew now and then, since others write in it. */
export function useGroup(id: string) {
  const who = useWho();
  return shownOf(useSWR(who && ["group", who, id], () => call(readGroup, { params: { id } }), LIVE));
}

export function useSession(id: string, session: string) {
  const who = useWho();
  return shownOf(useSWR(who && ["peer-session", who, id, session], () => call(readPeerSession, { params: { id, session } }), LIVE));
}

export function useMonth(id: string, month: string) {
  const who = useWho();
  const ask = () => call(listPeerSessions, { params: { id }, query: { month } });
  return shownOf(useSWR(who && ["peer-month", who, id, month], ask, { keepPreviousData: true }));
}

/** What is written in a note comes by another way; its title and who is in the group change seldom. */
const SLOWLY = { ...LIVE, refreshInterval: 60_000 };

/** A note as it is read, and whose tab it is. */
export function useNote(id: string, note: string) {
  const who = useWho();
  return { ...shownOf(useSWR(who && ["note", who, id, note], () => call(readNote, { params: { id, note } }), SLOWLY)), who };
}

export function useNotes(id: string) {
  const who = useWho();
  return shownOf(useSWR(who && ["notes", who, id], () => call(listNotes, { params: { id } }), LIVE));
}

export function useVersions(id: string, note: string) {
  const who = useWho();
  return shownOf(useSWR(who && ["note-versions", who, id, note], () => call(listVersions, { params: { id, note } })));
}
