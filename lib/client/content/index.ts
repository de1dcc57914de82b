"use client";

import useSWRImmutable from "swr/immutable";
import type { Topic } from "@/lib/challenges";
import type { Question } from "@/lib/questions";

export interface Loaded<T> {
  readonly data: T | undefined;
  /** There is nothing of this name. */
  readonly gone: boolean;
  /** The code did not come; it is asked for again by itself. */
  readonly failed: boolean;
}

const loaders = () => import("@/content/_generated/topicLoaders");

/**
 * Content never changes under a running page: it is asked for once. Where each topic's is found is a list that grows with the topics, so it comes
 * with the first of them and not with the page. Null: there is nothing of this name.
 */
function useLoaded<T>(group: string, id: string, load: () => Promise<T | null>): Loaded<T> {
  const { data, error } = useSWRImmutable<T | null, unknown>(id === "" ? null : `content:${group}:${id}`, load);
  return { data: data ?? undefined, gone: id === "" || data === null, failed: data === undefined && error !== undefined };
}

const found = async <T>(list: Readonly<Record<string, () => Promise<T>>>, id: string): Promise<T | null> =>
  Object.hasOwn(list, id) ? list[id]() : null;

/** What a topic says of itself. Pass "" while its id is not known yet. */
export const useTopic = (id: string): Loaded<Topic> => useLoaded("topic", id, async () => found((await loaders()).topicLoaders, id));

/** The review questions of one topic. */
export const useQuestions = (id: string): Loaded<readonly Question[]> =>
  useLoaded("questions", id, async () => found((await loaders()).questionLoaders, id));
