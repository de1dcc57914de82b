"use client";

import useSWRImmutable from "swr/immutable";
import { questionLoaders, topicLoaders } from "@/content/_generated/topicLoaders";
import type { Topic } from "@/lib/challenges";
import type { Question } from "@/lib/questions";

export interface Loaded<T> {
  readonly data: T | undefined;
  /** There is nothing of this name. */
  readonly gone: boolean;
  /** The code did not come; it is asked for again by itself. */
  readonly failed: boolean;
}

/** Content never changes under a running page: it is asked for once. */
function useLoaded<T>(group: string, id: string, loaders: Readonly<Record<string, () => Promise<T>>>): Loaded<T> {
  const known = Object.hasOwn(loaders, id);
  const { data, error } = useSWRImmutable<T, unknown>(known ? `content:${group}:${id}` : null, () => loaders[id]());
  return { data, gone: !known, failed: data === undefined && error !== undefined };
}

/** What a topic says of itself. Pass "" while its id is not known yet. */
export const useTopic = (id: string): Loaded<Topic> => useLoaded("topic", id, topicLoaders);

/** The review questions of one topic. */
export const useQuestions = (id: string): Loaded<readonly Question[]> => useLoaded("questions", id, questionLoaders);
