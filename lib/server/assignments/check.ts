/** Whether what an instructor wrote fits: the terms among each other, and each part to what the product has. */
import { questionItem, termFaults } from "@/lib/assignments";
import { badTerms, noParts, poolTooSmall, samePartTwice, sameQuestionTwice, unknownPart } from "../http/assignmentErrors";
import { kindOf, type Catalog } from "../catalog";
import { poolOf } from "./quiz";
import type { Chooser } from "./bank";
import type { Store } from "../database";
import type { PartOf, Terms, WrittenPart } from "@/lib/wire/assignmentParts";

const ms = (moment: string | null): number | null => (moment === null ? null : Date.parse(moment));

/** The terms as columns. @throws ApiError bad-terms */
export function termColumns(terms: Terms) {
  const moments = { opensAt: ms(terms.opensAt), dueAt: ms(terms.dueAt), closesAt: ms(terms.closesAt) };
  const faults = termFaults(moments);
  if (faults.length > 0) throw badTerms(faults);
  const date = (moment: number | null): Date | null => (moment === null ? null : new Date(moment));
  return { ...terms, opensAt: date(moments.opensAt), dueAt: date(moments.dueAt), closesAt: date(moments.closesAt) };
}

/** @throws ApiError bad-part, no-parts */
export async function checkParts(
  store: Store,
  catalog: Catalog,
  chooser: Chooser,
  parts: readonly WrittenPart[],
  publish: boolean,
): Promise<void> {
  if (publish && parts.length === 0) throw noParts();
  const ids = parts.flatMap(({ id }) => id ?? []);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) throw samePartTwice(parts.findLastIndex((part) => part.id === id));
  });
  for (const [at, { settings }] of parts.entries())
    switch (settings.type) {
      case "challenge":
        if (!kindOf(catalog, settings.kind)) throw unknownPart(at, "settings.kind", settings.kind);
        break;
      case "quiz":
        await checkQuiz(store, catalog, chooser, at, settings);
        break;
      default:
        if (!hasTopic(catalog, settings.topic)) throw unknownPart(at, "settings.topic", settings.topic);
    }
}

const hasTopic = (catalog: Catalog, id: string): boolean => catalog.topics.some((topic) => topic.id === id);

async function checkQuiz(store: Store, catalog: Catalog, chooser: Chooser, at: number, quiz: PartOf<"quiz">): Promise<void> {
  const pool = await poolOf(store, catalog, quiz, chooser);
  if ("questions" in quiz.from) {
    const there = new Set(pool.map(({ item }) => item));
    const items = quiz.from.questions.map(questionItem);
    const missing = items.find((item) => !there.has(item));
    if (missing !== undefined) throw unknownPart(at, "settings.from.questions", missing);
    if (new Set(items).size < items.length) throw sameQuestionTwice(at);
    return;
  }
  const { topics, misconceptions, count } = quiz.from;
  const strange = topics.find((topic) => !hasTopic(catalog, topic));
  if (strange !== undefined) throw unknownPart(at, "settings.from.topics", strange);
  const named = new Set(catalog.topics.flatMap((topic) => topic.misconceptions.map(({ id }) => id)));
  const slip = misconceptions.find((id) => !named.has(id));
  if (slip !== undefined) throw unknownPart(at, "settings.from.misconceptions", slip);
  if (pool.length < count) throw poolTooSmall(at, count, pool.length);
}
