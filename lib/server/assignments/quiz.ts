/** Which question a quiz asks a student in a slot, and with which numbers. */
import { createHmac } from "node:crypto";
import { isFixed, questionItem } from "@/lib/assignments";
import { drawQuestion, misconceptionsOf, versionOf, type DrawnQuestion, type Question } from "@/lib/questions";
import { derivedKey } from "../auth/secret";
import { questionOf, type Catalog } from "../catalog";
import { bankQuestions, type Chooser } from "./bank";
import type { Store } from "../database";
import type { PartOf, QuestionRef } from "@/lib/wire/assignmentParts";

type Quiz = PartOf<"quiz">;

/** A question that a quiz can ask. */
export interface Candidate {
  readonly item: string;
  readonly topic: string | null;
  readonly version: number;
  readonly question: Question;
}

/** The named misconceptions that a wrong answer to it would show; asked once for each question of the catalogue. */
const known = new WeakMap<Question, readonly string[]>();
function revealsOf(question: Question): readonly string[] {
  const before = known.get(question);
  if (before !== undefined) return before;
  const reveals = misconceptionsOf(question);
  known.set(question, reveals);
  return reveals;
}

const ofTopic = (topic: string, question: Question): Candidate => ({
  item: questionItem({ topic, question: question.id }),
  topic,
  version: versionOf(question),
  question,
});

/** Refs as candidates, in their order; those that are not there are left out. */
async function candidatesOf(store: Store, catalog: Catalog, refs: readonly QuestionRef[], chooser: Chooser | null): Promise<Candidate[]> {
  const pinned = await bankQuestions(
    store,
    chooser,
    refs.flatMap((ref) => ("bank" in ref ? [ref] : [])),
  );
  const bank = new Map(pinned.map((each) => [each.bank, each]));
  return refs.flatMap((ref): Candidate[] => {
    if ("bank" in ref) {
      const own = bank.get(ref.bank);
      return own === undefined ? [] : [{ item: questionItem(ref), topic: own.topic, version: own.version, question: own.question }];
    }
    const question = questionOf(catalog, ref.topic, ref.question);
    return question === undefined ? [] : [ofTopic(ref.topic, question)];
  });
}

/** All that a quiz can ask: the questions it names, or its pool. @param chooser who puts it in; null for who answers it */
export async function poolOf(store: Store, catalog: Catalog, { from }: Quiz, chooser: Chooser | null = null): Promise<Candidate[]> {
  if ("questions" in from) return candidatesOf(store, catalog, from.questions, chooser);
  const wanted = new Set(from.misconceptions);
  const topics = [...new Set(from.topics)].flatMap((topic) =>
    (Object.hasOwn(catalog.questions, topic) ? catalog.questions[topic] : [])
      .filter((question) => wanted.size === 0 || revealsOf(question).some((id) => wanted.has(id)))
      .map((question) => ofTopic(topic, question)),
  );
  return [...topics, ...(await candidatesOf(store, catalog, from.bank, chooser))];
}

const marked = (...parts: readonly (string | number)[]): string =>
  createHmac("sha256", derivedKey("assignment")).update(JSON.stringify(parts)).digest("base64url");

export interface DrawFor {
  readonly partId: string;
  readonly memberId: string;
  readonly slot: number;
  readonly try: number;
}

/**
 * What a slot of a quiz asks. Of a pool each student's order is drawn by the site's secret, so that nobody reckons it out; a question that a
 * site's update adds or takes away moves few others, and one that was given in another slot is not given again.
 * @param given items that stand in the student's other slots of the part; `kept` is that of an earlier try at this one
 */
export function askedIn(
  quiz: Quiz,
  pool: readonly Candidate[],
  { partId, memberId, slot }: DrawFor,
  { given, kept, voided }: { readonly given: ReadonlySet<string>; readonly kept: string | null; readonly voided: ReadonlySet<string> },
): Candidate | null {
  if (kept !== null) return pool.find(({ item }) => item === kept) ?? null;
  if (isFixed(quiz)) {
    const item = questionItem(quiz.from.questions[slot] as QuestionRef);
    return pool.find((each) => each.item === item) ?? null;
  }
  const whose = quiz.same ? "" : memberId;
  const free = pool.filter(({ item }) => !voided.has(item));
  const ranks = new Map(free.map(({ item }) => [item, marked("order", partId, whose, item)]));
  const ordered = free.toSorted((a, b) => ((ranks.get(a.item) ?? "") < (ranks.get(b.item) ?? "") ? -1 : 1));
  const count = "count" in quiz.from ? quiz.from.count : 0;
  return [ordered[slot], ...ordered.slice(count)].find((each) => each !== undefined && !given.has(each.item)) ?? null;
}

/** Its numbers and its order for this try: the same for everybody where the quiz is the same for all. */
export function drawAsked(quiz: Quiz, { question, item }: Candidate, { partId, memberId, slot, try: nth }: DrawFor): DrawnQuestion {
  return drawQuestion(question, marked("numbers", partId, quiz.same ? "" : memberId, slot, nth, item));
}
