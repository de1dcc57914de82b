"use client";

import useSWR, { mutate } from "swr";
import { ApiError, call, useMe } from "@/lib/client/api";
import { listWork, readWork, type WorkHome } from "@/lib/wire/work";

const gone = (error: unknown): boolean => error instanceof ApiError && [401, 403, 404].includes(error.status);
const OPTIONS = { shouldRetryOnError: (error: unknown) => !(error instanceof ApiError && error.status < 500) };

/** Who is here, where it is somebody with an account; null for a guest or nobody; undefined until it is known. */
function useMember(): string | null | undefined {
  const user = useMe().data?.user;
  return user === undefined ? undefined : user === null || user.guest ? null : user.id;
}

/** What one is given in all one's classes. */
export function useWorkList(wanted = true) {
  const who = useMember();
  return useSWR(wanted && who ? ["work-list", who] : null, () => call(listWork), OPTIONS);
}

/** Work was handed in: what is due, here and in the menu, is another. */
export const refreshWorkList = (who: string | null | undefined): void => void mutate(["work-list", who]);

/** An assignment as its student sees it. `gone` where it is not theirs, or is no more. */
export function useWork(assignment: string) {
  const who = useMember();
  const ask = async () => {
    const work = await call(readWork, { params: { assignment } });
    // Limits run by the server's clock, whatever this one shows.
    return { ...work, ahead: Date.parse(work.at) - Date.now() };
  };
  const reply = useSWR(who ? ["work", who, assignment] : null, ask, OPTIONS);
  return { ...reply, data: gone(reply.error) ? undefined : reply.data, gone: who === null || gone(reply.error), who };
}

/** Whether an instructor took everything in it out of the count: there is nothing to begin, to answer or to hand in. */
export const countsNothing = ({ standing }: Pick<WorkHome, "standing">): boolean => standing.slots === 0;

/** Whether something may be answered in it now. */
export const takes = ({ standing }: Pick<WorkHome, "standing">): boolean => standing.state === "open" || standing.state === "late";
