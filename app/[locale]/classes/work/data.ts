"use client";

import useSWR from "swr";
import { ApiError, call, useMe } from "@/lib/client/api";
import { listWork, readWork, type WorkHome } from "@/lib/wire/work";

const gone = (error: unknown): boolean => error instanceof ApiError && [401, 403, 404].includes(error.status);
const OPTIONS = { shouldRetryOnError: (error: unknown) => !(error instanceof ApiError && error.status < 500) };

/** Who is here, where it is somebody with an account; null for a guest or nobody; undefined until it is known. */
export function useMember(): string | null | undefined {
  const user = useMe().data?.user;
  return user === undefined ? undefined : user === null || user.guest ? null : user.id;
}

/** What one is given in all one's classes. */
export function useWorkList() {
  const who = useMember();
  return useSWR(who ? ["work-list", who] : null, () => call(listWork), OPTIONS);
}

/** An assignment as its student sees it. `gone` where it is not theirs, or is no more. */
export function useWork(assignment: string) {
  const who = useMember();
  const reply = useSWR(who ? ["work", who, assignment] : null, () => call(readWork, { params: { assignment } }), OPTIONS);
  return { ...reply, data: gone(reply.error) ? undefined : reply.data, gone: who === null || gone(reply.error), who };
}

/** Whether something may be answered in it now. */
export const takes = ({ standing }: Pick<WorkHome, "standing">): boolean => standing.state === "open" || standing.state === "late";

export type Part = WorkHome["parts"][number];
export type Slot = Part["slots"][number];

export const isAnswered = ({ tries }: Slot): boolean => tries.some(({ answeredAt }) => answeredAt !== null);

/** The way to the first slot that waits for an answer after this one, round and round; null where none waits. */
export function nextSlot(parts: readonly Part[], part: string, slot: number): string | null {
  const all = parts.flatMap(({ id, slots }) => slots.map((each) => ({ part: id, slot: each })));
  const at = all.findIndex((each) => each.part === part && each.slot.slot === slot);
  const next = [...all.slice(at + 1), ...all.slice(0, at)].find((each) => !isAnswered(each.slot));
  return next ? `${next.part}/${next.slot.slot}` : null;
}
