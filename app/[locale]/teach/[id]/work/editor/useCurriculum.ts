import useSWRImmutable from "swr/immutable";
import { questionLoaders, topicLoaders } from "@/content/_generated/topicLoaders";
import type { Misconception } from "@/lib/challenges";
import type { TopicQuestions } from "./picking";

/** Questions and misconceptions of these topics; undefined while they are on their way. */
export function useCurriculum(topics: readonly string[]): { readonly data?: readonly TopicQuestions[]; readonly failed: boolean } {
  const known = topics.filter((topic) => Object.hasOwn(topicLoaders, topic));
  const { data, error } = useSWRImmutable(["content:pools", ...known], () =>
    Promise.all(
      known.map(async (topic) => {
        const [{ misconceptions }, questions] = await Promise.all([topicLoaders[topic](), questionLoaders[topic]()]);
        return { topic, misconceptions, questions };
      }),
    ),
  );
  return { data, failed: error !== undefined };
}

/** Misconceptions of several topics, named with theirs as questions of a bank name them. */
export const namedIdeas = (all: readonly TopicQuestions[]): readonly Misconception[] =>
  all.flatMap(({ topic, misconceptions }) => misconceptions.map((idea) => ({ ...idea, id: `${topic}/${idea.id}` })));
