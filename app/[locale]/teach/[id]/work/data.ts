"use client";

import { useState } from "react";
import useSWR from "swr";
import { ApiError, call, newKey } from "@/lib/client/api";
import { listAssignments, readAssignment, readStudentWork } from "@/lib/wire/assignments";
import { useViewer } from "../../../shell/useViewer";

/** Who does not teach the class any more keeps nothing of it on the screen. */
const gone = (error: unknown): boolean => error instanceof ApiError && [401, 403, 404].includes(error.status);
const OPTIONS = { shouldRetryOnError: (error: unknown) => !(error instanceof ApiError && error.status < 500) };
/** Students go on while an instructor looks. */
const LIVE = { ...OPTIONS, refreshInterval: 15_000 };

function useAsked<T>(name: string, ids: readonly string[], ask: () => Promise<T>, options: typeof OPTIONS = OPTIONS) {
  const who = useViewer();
  const reply = useSWR(who && [name, who, ...ids], ask, options);
  return { ...reply, data: gone(reply.error) ? undefined : reply.data, gone: gone(reply.error), who };
}

/** A class's assignments. */
export const useAssignments = (id: string) => useAsked("assignments", [id], () => call(listAssignments, { params: { id } }), LIVE);

/** An assignment with everybody's standing. */
export const useAssignment = (id: string, assignment: string) =>
  useAsked("assignment", [id, assignment], () => call(readAssignment, { params: { id, assignment } }), LIVE);

/** The same for its editor, read once a visit: what others write does not come in between. */
export function useAssignmentOnce(id: string, assignment: string) {
  const [visit] = useState(newKey);
  const once = { ...OPTIONS, revalidateOnFocus: false, revalidateOnReconnect: false };
  return useAsked("assignment-edited", [id, assignment, visit], () => call(readAssignment, { params: { id, assignment } }), once);
}

/** What a student did, slot by slot. */
export const useStudentWork = (id: string, assignment: string, member: string) =>
  useAsked("student-work", [id, assignment, member], () => call(readStudentWork, { params: { id, assignment, member } }), LIVE);
