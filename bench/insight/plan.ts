/** What each student of the filled classes answers, as a function of their number and the answer's: classes are copies of each other. */
import { kindFacts } from "@/content/_generated/kindFacts";
import { questions } from "@/content/_generated/questions";
import { couldShow } from "@/lib/server/insight/answers";
import { drawQuestion } from "@/lib/questions";
import { topics } from "@/content/_generated/topics";
import type { PartSettings } from "@/lib/wire/assignmentParts";

export const ASSIGNMENTS = 20;
const INSTANCES = 5;
const TRIES = 3;
const QUESTIONS = 10;
/** Answers that a student gives in one assignment. */
export const ANSWERS = INSTANCES * TRIES + QUESTIONS;
/** Each assignment opens so many days after the one before. */
export const DAYS = 2;

const services = { kinds: kindFacts, topics, questions };

const kinds = Object.entries(kindFacts).filter(([, { beliefs }]) => (beliefs ?? []).some(({ levels }) => levels.length > 1));
const pool = Object.entries(questions).flatMap(([topic, list]) => list.map((question) => ({ topic, question })));
const questionsOf = (assignment: number) => Array.from({ length: QUESTIONS }, (_, i) => pool[(assignment * QUESTIONS + i) % pool.length]);

export interface PlannedAnswer {
  readonly nth: number;
  readonly assignment: number;
  readonly part: "k" | "q";
  readonly slot: number;
  readonly try: number;
  readonly item: string;
  readonly topic: string;
  readonly kind: string | null;
  readonly level: number | null;
  readonly could: readonly string[];
  readonly instance: string | null;
}

const levelOf = (assignment: number): 1 | 2 | 3 | 4 => (1 + (assignment % 4)) as 1 | 2 | 3 | 4;

function answersOf(assignment: number): PlannedAnswer[] {
  const [kind, facts] = kinds[assignment % kinds.length];
  const level = levelOf(assignment);
  const first = assignment * ANSWERS;
  const challenge = Array.from({ length: INSTANCES * TRIES }, (_, i): PlannedAnswer => {
    const item = `kind:${kind}:${level}`;
    const could = couldShow(services, { item, instance: null });
    const place = { slot: Math.floor(i / TRIES), try: 1 + (i % TRIES) };
    return { nth: first + i, assignment, part: "k", ...place, item, topic: facts.topic, kind, level, could, instance: null };
  });
  const quiz = questionsOf(assignment).map(({ topic, question }, slot): PlannedAnswer => {
    const item = `question:${topic}/${question.id}`;
    const instance = JSON.stringify(drawQuestion(question, item));
    const could = couldShow(services, { item, instance });
    const nth = first + INSTANCES * TRIES + slot;
    return { nth, assignment, part: "q", slot, try: 1, item, topic, kind: null, level: null, could, instance };
  });
  return [...challenge, ...quiz];
}

export const PLAN: readonly PlannedAnswer[] = Array.from({ length: ASSIGNMENTS }, (_, i) => answersOf(i)).flat();

export const partsOf = (assignment: number): { readonly k: PartSettings; readonly q: PartSettings } => ({
  k: { type: "challenge", kind: kinds[assignment % kinds.length][0], level: levelOf(assignment), count: INSTANCES, tries: TRIES },
  q: {
    type: "quiz",
    from: { questions: questionsOf(assignment).map(({ topic, question }) => ({ topic, question: question.id })) },
    same: true,
    feedback: "each",
    tries: 1,
  },
});
