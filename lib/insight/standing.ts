/**
 * What one student's answers come to: a fold, so that it is kept up to date by the answer at hand, and a recount over all of them gives
 * the same. Answers come in the order of `inOrder`; one that comes later than its moment is a reason to count again.
 */
import { byMoment, itemName, passed, type Answered } from "./answered";
import { afterAnswer, missesOf, type Holding } from "./holding";

/** Scores of first answers that are remembered, the latest last. */
const RECENT = 20;

export interface Scores {
  /** First answers. */
  readonly firsts: number;
  /** Their scores, the last RECENT. */
  readonly recent: readonly number[];
}

export interface ItemTally {
  readonly topic: string | null;
  readonly answers: number;
  /** First answers: of a question the first ever, of a kind and level the first try at each of its instances. */
  readonly firsts: number;
  /** The sum of their scores. */
  readonly points: number;
  /** Missed in a row, whatever the try; a pass clears it. */
  readonly misses: number;
}

export interface Standing extends Scores {
  readonly answers: number;
  /** The last answer; null before the first. */
  readonly last: Pick<Answered, "id" | "at"> | null;
  readonly topics: Readonly<Record<string, Scores>>;
  readonly items: Readonly<Record<string, ItemTally>>;
  /** By "topic/idea". */
  readonly slips: Readonly<Record<string, Holding>>;
  /** First answers and the sum of their scores, by the week's Monday. */
  readonly weeks: Readonly<Record<string, { readonly firsts: number; readonly points: number }>>;
}

export const NOTHING: Standing = { answers: 0, firsts: 0, recent: [], last: null, topics: {}, items: {}, slips: {}, weeks: {} };

const withScore = (before: Scores | undefined, score: number): Scores => ({
  firsts: (before?.firsts ?? 0) + 1,
  recent: [...(before?.recent ?? []), score].slice(-RECENT),
});

/** Whether an answer is the student's first at its item, as the tally before it knows. A drawn instance is new each time, a question is not. */
const isFirst = (tally: ItemTally | undefined, answer: Answered): boolean =>
  answer.try === 1 && (itemName(answer.item)?.type === "kind" || (tally?.answers ?? 0) === 0);

/** Whether an answer belongs after all that a standing knows. */
export const follows = ({ last }: Pick<Standing, "last">, answer: Pick<Answered, "id" | "at">): boolean =>
  last === null || byMoment(last, answer) < 0;

/** A student's standing after one more answer. What is not graded by its answer (a lesson, a simulation) changes only when they last were here. */
export function afterOne(before: Standing, answer: Answered): Standing {
  const last = { id: answer.id, at: answer.at };
  if (itemName(answer.item) === null) return { ...before, last };
  const { topic, item, score, week } = answer;
  const tally = before.items[item];
  const first = isFirst(tally, answer);
  return {
    ...(first ? withScore(before, score) : { firsts: before.firsts, recent: before.recent }),
    answers: before.answers + 1,
    last,
    topics: first && topic !== null ? { ...before.topics, [topic]: withScore(before.topics[topic], score) } : before.topics,
    items: {
      ...before.items,
      [item]: {
        topic,
        answers: (tally?.answers ?? 0) + 1,
        firsts: (tally?.firsts ?? 0) + (first ? 1 : 0),
        points: (tally?.points ?? 0) + (first ? score : 0),
        misses: passed(answer) ? 0 : (tally?.misses ?? 0) + 1,
      },
    },
    slips: topic === null ? before.slips : slipsAfter(before, topic, answer),
    weeks: first
      ? {
          ...before.weeks,
          [week]: { firsts: (before.weeks[week]?.firsts ?? 0) + 1, points: (before.weeks[week]?.points ?? 0) + score },
        }
      : before.weeks,
  };
}

function slipsAfter({ slips, recent }: Pick<Standing, "slips" | "recent">, topic: string, answer: Answered): Standing["slips"] {
  const after = { ...slips };
  const evidence = { ...answer, misses: missesOf(recent) };
  for (const idea of answer.couldShow) {
    const key = `${topic}/${idea}`;
    const holding = afterAnswer(slips[key] ?? null, idea, evidence);
    if (holding !== null) after[key] = holding;
  }
  return after;
}

/** All of a student's answers, in order. */
export const recount = (answers: readonly Answered[]): Standing => [...answers].sort(byMoment).reduce(afterOne, NOTHING);
