"use client";

import useSWR, { unstable_serialize, useSWRConfig } from "swr";
import useSWRInfinite from "swr/infinite";
import { ApiError, call, useMe } from "@/lib/client/api";
import { hears, useGroupNews } from "@/lib/client/live";
import { readGroup } from "@/lib/wire/groups";
import { listNotes, listVersions, readNote, type NoteList, type NoteRead } from "@/lib/wire/notes";
import { listPeerSessions, readPeerSession } from "@/lib/wire/peerSessions";
import { listReadings } from "@/lib/wire/readings";

/** Who is not in a group any more keeps nothing of it on the screen. */
const isGone = (error: unknown): boolean => error instanceof ApiError && (error.status === 404 || error.status === 401);

export const shownOf = <T>({ data, error, mutate }: { data: T | undefined; error: unknown; mutate: Mutate<T> }) => ({
  data: isGone(error) ? undefined : data,
  gone: isGone(error),
  error,
  mutate,
});
type Mutate<T> = ReturnType<typeof useSWR<T>>["mutate"];

/** Others write in a group: what they do is heard at once (`useGroupNews`), and looked for where no connection is open; who has studied today, seldom. */
export const LOOKING = { refreshInterval: () => (hears() ? 60_000 : 20_000), shouldRetryOnError: (error: unknown) => !isGone(error) };

/** Whose answers are kept: nothing of one learner's groups is shown to the next who signs in here. Null until it is known. */
export function useWho(): string | null {
  const me = useMe().data;
  return me === undefined ? null : (me.user?.id ?? "nobody");
}

/** Something of a group, asked for anew when somebody writes in it. @param key null: nobody asks */
export function useLive<T>(group: string, key: readonly string[] | null, ask: () => Promise<T>) {
  const reply = useSWR(key, ask, LOOKING);
  useGroupNews(key === null ? null : group, () => void reply.mutate());
  return shownOf(reply);
}

const keyOf = (who: string | null, name: string, ...ids: readonly string[]): readonly string[] | null =>
  who === null ? null : [name, who, ...ids];

/** A group's home. */
export function useGroup(id: string) {
  return useLive(id, keyOf(useWho(), "group", id), () => call(readGroup, { params: { id } }));
}

export function useSession(id: string, session: string) {
  return useLive(id, keyOf(useWho(), "peer-session", id, session), () => call(readPeerSession, { params: { id, session } }));
}

/** What was read out of a session's notes; without a session, of the group's notes of late. */
export function useReadings(id: string, session?: string) {
  const ask = () => call(listReadings, { params: { id }, query: { session } });
  return useLive(id, keyOf(useWho(), "readings", id, session ?? ""), ask);
}

export function useMonth(id: string, month: string) {
  const who = useWho();
  const ask = () => call(listPeerSessions, { params: { id }, query: { month } });
  return shownOf(useSWR(keyOf(who, "peer-month", id, month), ask, { keepPreviousData: true }));
}

/**
 * A note as it is read, and whose tab it is. What is written in it comes by another way; its title and who is in the group by this one, whenever
 * somebody writes in the group: the text is sent again only where it has changed.
 */
export function useNote(id: string, note: string) {
  const who = useWho();
  const key = keyOf(who, "note", id, note);
  const { cache } = useSWRConfig();
  const ask = async (): Promise<NoteRead> => {
    const had = cache.get(unstable_serialize(key))?.data as NoteRead | undefined;
    // Of a hidden note there was no text to have.
    const has = had === undefined || (had.hidden && !had.owner) ? undefined : String(had.seq);
    const read = await call(readNote, { params: { id, note }, query: { has } });
    return read.same && had !== undefined ? { ...read, text: had.text } : read;
  };
  return { ...useLive(id, key, ask), who };
}

/** A group's notes page by page, the latest first. */
export function useNotes(id: string) {
  const who = useWho();
  const { data, error, mutate, size, setSize } = useSWRInfinite(
    (page: number, before: NoteList | null) =>
      who === null || (page > 0 && before?.before == null) ? null : (["notes", who, id, before?.before ?? ""] as const),
    ([, , , before]) => call(listNotes, { params: { id }, query: before === "" ? {} : { before } }),
    LOOKING,
  );
  useGroupNews(who === null ? null : id, () => void mutate());
  const last = data?.at(-1);
  const all = last && { ...last, notes: data?.flatMap(({ notes }) => notes) ?? [] };
  return {
    ...shownOf({ data: all, error, mutate: () => Promise.resolve(undefined) }),
    refresh: () => void mutate(),
    more: last?.before == null ? null : () => void setSize(size + 1),
  };
}

export function useVersions(id: string, note: string) {
  const who = useWho();
  return shownOf(useSWR(keyOf(who, "note-versions", id, note), () => call(listVersions, { params: { id, note } })));
}
