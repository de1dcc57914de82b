/** What the pages of questions know of the catalogue, for the server that draws them. */
import { topics } from "@/content/_generated/topics";
import type { Misconception } from "@/lib/challenges";
import type { Text } from "@/lib/challenges/text";

export interface TopicFacts {
  readonly id: string;
  readonly title: Text;
  /** Their ids are "topic/misconception". */
  readonly slips: readonly Misconception[];
}

export const topicFacts = (): TopicFacts[] =>
  topics.map(({ id, title, misconceptions }) => ({
    id,
    title,
    slips: misconceptions.map((each) => ({ ...each, id: `${id}/${each.id}` })),
  }));
