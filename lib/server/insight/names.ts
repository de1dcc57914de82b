/** What items and wrong ideas are called. */
import { itemName } from "@/lib/insight";
import { drawQuestion, misconceptionsOf, type Question } from "@/lib/questions";
import type { Text } from "@/lib/challenges/text";
import type { Misconception } from "@/lib/challenges/topic";
import type { PartSettings } from "@/lib/wire/assignmentParts";
import { kindOf, kindsOfTopic, questionOf, type Catalog } from "../catalog";

const same = (text: string): Text => ({ ko: text, en: text });

/** What an item is called: a kind with its level, a question by what it asks. What is gone goes by its id. */
export function itemTitle(catalog: Catalog, item: string): Text {
  const name = itemName(item);
  if (name?.type === "kind") {
    const { ko, en } = kindOf(catalog, name.kind)?.title ?? same(name.kind);
    return { ko: `${ko}, 레벨 ${name.level}`, en: `${en}, level ${name.level}` };
  }
  if (name?.type === "question") {
    const question = questionOf(catalog, name.topic, name.question);
    return question === undefined ? same(`${name.topic}/${name.question}`) : drawQuestion(question, item).view.prompt;
  }
  return { ko: "직접 만든 문항", en: "A question of your own" };
}

export const itemTopic = (catalog: Catalog, item: string): string | null => {
  const name = itemName(item);
  if (name?.type === "kind") return kindOf(catalog, name.kind)?.topic ?? null;
  return name?.type === "question" ? name.topic : null;
};

export const topicTitle = (catalog: Catalog, topic: string): Text => catalog.topics.find(({ id }) => id === topic)?.title ?? same(topic);

/** The words of a wrong idea; null for one that the topic does not name any more. */
export const ideaOf = (catalog: Catalog, topic: string, idea: string): Misconception | null =>
  catalog.topics.find(({ id }) => id === topic)?.misconceptions.find(({ id }) => id === idea) ?? null;

/** A question's misconceptions are found by drawing it, so they are found once. */
const shownBy = new WeakMap<Question, readonly string[]>();
function shows(question: Question, idea: string): boolean {
  const known = shownBy.get(question) ?? misconceptionsOf(question);
  shownBy.set(question, known);
  return known.includes(idea);
}

const QUESTIONS = 3;
const INSTANCES = 2;
const TRIES = 3;

/** What a review of a wrong idea is made of: the kind that shows it, at the first level that is about it, and questions that tempt with it. */
export function reviewOf(catalog: Catalog, topic: string, idea: string): PartSettings[] {
  const [best] = kindsOfTopic(catalog, topic)
    .flatMap((kind) =>
      (kindOf(catalog, kind)?.beliefs ?? [])
        .filter(({ misconception, levels }) => misconception === idea && levels.length > 0)
        .map(({ levels }) => ({ kind, level: Math.min(...levels) as 1 | 2 | 3 | 4 | 5 })),
    )
    .sort((a, b) => a.level - b.level);
  const questions = Object.hasOwn(catalog.questions, topic) ? catalog.questions[topic].filter((each) => shows(each, idea)).length : 0;
  const parts: PartSettings[] = [];
  if (questions > 0)
    parts.push({
      type: "quiz",
      from: { topics: [topic], misconceptions: [idea], bank: [], count: Math.min(QUESTIONS, questions) },
      same: false,
      feedback: "each",
      tries: 1,
    });
  if (best !== undefined) parts.push({ type: "challenge", kind: best.kind, level: best.level, count: INSTANCES, tries: TRIES });
  return parts;
}
